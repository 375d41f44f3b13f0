/** Hides passwords, tokens and user names in lines that a report quotes: reports are handed on, and the line can be looked up in its file. */

/** What stands for it. */
const hiddenMark = '[hidden]';

/**
 * Ways in which secrets stand in logs. The group `secret` is hidden, or all of the match when there is none; it is at least so long,
 * or so odd, that no ordinary word is taken for it: names of Secret objects are evidence.
 */
const patterns: readonly RegExp[] = [
  // A private key, as far as it is quoted; in base64, as kubeconfig files hold it.
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(?<secret>[^-]*)/g,
  /\bLS0tLS1CRUdJTi[A-Za-z0-9+/]{8,}={0,2}/g,
  // Authorization: Basic dXNlcjpwYXNz, "authorization":"Bearer eyJ..."
  /\bauthorization["'\\]*\s*[:=]\s*["'\\]*(?:(?:bearer|basic|token)\s+)?(?<secret>[^\s"'\\,;]{8,})/gi,
  /\bbearer\s+(?<secret>[A-Za-z0-9._~+/-]{16,}=*)/gi,
  // A JSON web token, such as those of service accounts.
  /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
  // https://user:password@registry.shop
  /:\/\/[^/\s:@"']+:(?<secret>[^@/\s"']+)@/g,
  // password=..., --password ..., "client_secret": "...", DB_PASSWORD=..., PGPASSWORD=..., adminPassword: ..., AccountKey=...
  /(?:password|passwd|passphrase|client[_-]?secret|api[_-]?key|(?:secret[_-]?)?access[_-]?key|secret[_-]?key|private[_-]?key|account[_-]?key|certificate-key)["'\\]*(?:\s*[=:]\s*|\s+)["'\\]*(?<secret>(?=[^\s"'\\,;&]*[\d!@#$%^*])[^\s"'\\,;&]{4,})/gi,
  // --token abcdef.0123456789abcdef, token=..., X-Vault-Token: ...
  /\b[\w-]{0,40}token["'\\]*(?:\s*[=:]\s*|\s+)["'\\]*(?<secret>(?=[^\s"'\\,;&]*\d)[A-Za-z0-9._~+/:=-]{16,})/gi,
  // K10<hash>::server:<password>, the token of K3s.
  /\bK10[0-9a-f]{32,}::\S+/g,
  // Keys that say whose they are: AWS, GitHub, GitLab, Slack, Google, npm, Stripe, Vault, Docker, DigitalOcean.
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|AIza[\w-]{35}|ya29\.[\w-]{20,}|npm_[A-Za-z0-9]{30,}|[rs]k_live_\w{16,}|hv[sb]\.[\w-]{20,}|dckr_pat_[\w-]{20,}|dop_v1_[0-9a-f]{32,})/g,
  // Signed addresses: Azure, AWS.
  /[?&](?:sig|X-Amz-Signature|X-Amz-Security-Token)=(?<secret>[\w%/+=-]{16,})/gi,
  // /home/alice
  /\/(?:home|Users)\/(?<secret>[^/\s"'\\:]+)/g,
];

/** Hides what it is given, and counts. */
export class Secrets {
  /** Secrets hidden so far. */
  count = 0;

  hide(text: string): string {
    return patterns.reduce((hidden, pattern) => hidden.replace(pattern, this.replace), text);
  }

  private readonly replace = (...match: readonly unknown[]): string => {
    const whole = String(match[0]);
    const { secret } = (match.at(-1) ?? {}) as { readonly secret?: string };
    if (secret === '' || secret === hiddenMark) return whole;
    this.count++;
    if (secret === undefined) return hiddenMark;
    // The same word may stand before it, as the name of its user.
    const at = whole.lastIndexOf(secret);
    return whole.slice(0, at) + hiddenMark + whole.slice(at + secret.length);
  };
}
