/** Secrets in quoted lines are hidden and counted; what only sounds like one is evidence and stays. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Secrets } from '../../../../server/src/engine/export/secrets';
import { catalogue, toMarkdown, toText, toTriageJson } from '../../../../server/src/engine/index';
import { triage } from '../../../support/triage';

// None of these was ever anybody's: they have the form of secrets only, and are put together here so that nobody takes them for leaked ones.
const letters = 'AbCdEfGh1jKlMnOpQrStUvWxYz0123456789';
const secrets: readonly (readonly [line: string, secret: string])[] = [
  [`Authorization: Bearer ${letters}`, letters],
  ['"authorization":"Basic c2hvcDpwYXNz"', 'c2hvcDpwYXNz'],
  [`request failed with bearer ${letters}==`, letters],
  [`token ${'eyJ'}hbGciOiJSUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.${letters}`, 'eyJzdWIiOiJzaG9wIn0'],
  ['pulling https://shop:pa55word@registry.shop/web failed', 'pa55word'],
  ['pulling https://shop1:shop1@registry.shop/web failed', ':shop1'],
  ['login to ftp://user:e@registry.shop failed', ':e@'],
  ['--password=hunter2! --verbose', 'hunter2!'],
  ['PGPASSWORD=hunter2! psql', 'hunter2!'],
  ['{"adminPassword":"hunter2!"}', 'hunter2!'],
  ['DefaultEndpointsProtocol=https;AccountKey=abcdEFGH1234/ijkl==', 'abcdEFGH1234/ijkl'],
  ['Endpoint=sb://shop;SharedAccessKey=abcdEFGH1234/ijkl=', 'abcdEFGH1234/ijkl'],
  [`kubeadm join 10.0.0.1:6443 --certificate-key ${'0123456789abcdef'.repeat(4)}`, '0123456789abcdef'],
  [`client-key-data: ${'LS0tLS1'}CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo=`, 'CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo'],
  ['"client_secret": "s3cr3t-value"', 's3cr3t-value'],
  ['aws_secret_access_key = abcdEFGH1234/ijkl', 'abcdEFGH1234/ijkl'],
  ['kubeadm join 10.0.0.1:6443 --token abcdef.0123456789abcdef', 'abcdef.0123456789abcdef'],
  ['X-Vault-Token: 0123456789abcdef0123', '0123456789abcdef0123'],
  [`K10${'0'.repeat(64)}::server:0123456789abcdef`, 'server:0123456789abcdef'],
  [`key ${'AKIA'}ABCDEFGHIJKLMNOP is not valid`, 'ABCDEFGHIJKLMNOP'],
  [`${'ghp'}_${letters}`, letters],
  [`${'glpat'}-abcdefghij0123456789`, 'abcdefghij0123456789'],
  [`${'xoxb'}-123456789012-abcdef`, '123456789012-abcdef'],
  [`${'AIza'}${letters.slice(0, 35)}`, letters.slice(0, 35)],
  [`${'npm'}_${letters}`, letters],
  [`${'hvs'}.${letters}`, letters],
  ['https://shop.blob.core.windows.net/logs?sv=2020&sig=abcdEFGH1234%2Fijkl%3D', 'abcdEFGH1234%2Fijkl%3D'],
  ['open /home/alice/.kube/config: no such file', 'alice'],
  [`-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIEabc\n-----END`, 'MIIEabc'],
];

const evidence = [
  'MountVolume.SetUp failed for volume "default-token-x7k2p" : secret "default-token-x7k2p" not found',
  'Failed to pull image "registry.shop:5000/web@sha256:0123456789abcdef": unauthorized: authentication required',
  'error: You must be logged in to the server (the server has asked for the client to provide credentials)',
  'token has expired',
  'invalid bearer token',
  'failed to fetch token: cannot use TokenRequest api',
  'E0513 10:00:00.000000 1 authentication.go:63] Unable to authenticate the request due to an error: invalid bearer token',
  'password authentication failed for user "shop"',
  'http://10.0.0.1:2379/health',
  '2021-05-13T10:00:00.123456789Z stderr F up',
];

describe('secrets in quoted lines', () => {
  for (const [line, secret] of secrets)
    it(`are hidden: ${line.slice(0, 40)}`, () => {
      const hiding = new Secrets();
      const hidden = hiding.hide(line);
      assert.ok(!hidden.includes(secret), hidden);
      assert.ok(hiding.count >= 1);
      assert.equal(new Secrets().hide(hidden), hidden, 'what is hidden is not hidden again');
    });

  for (const line of evidence)
    it(`are not seen in: ${line.slice(0, 60)}`, () => assert.equal(new Secrets().hide(line), line));

  it('leave every other line as it is, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', ':', '=', '"', 'token', '-'), maxLength: 60 }),
        (text) => {
          assert.equal(new Secrets().hide(text), text);
        },
      ),
    );
  });

  const report = triage({
    messages:
      'May 13 10:31:02 node-a kubelet: E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded for https://shop:pa55word@10.0.0.1\n',
  });

  it('are counted at the head of the report, and shown to whoever asks for it', () => {
    const markdown = toMarkdown(report, catalogue, { language: 'en', linkBase: '' });
    assert.doesNotMatch(markdown, /pa55word/);
    assert.match(markdown, /^# Causeline: Findings\n\n\d+ passwords, tokens or user names in quoted lines are hidden/);
    assert.match(toMarkdown(report, catalogue, { language: 'zh', linkBase: '' }), /已隐藏/);
    const raw = toMarkdown(report, catalogue, { language: 'en', linkBase: '', keepSecrets: true });
    assert.match(raw, /pa55word/);
    assert.doesNotMatch(raw, /are hidden/);
  });

  it('are hidden in a terminal, where each step shows its first line', () => {
    const options = { language: 'en', color: false } as const;
    const text = toText(report, catalogue, options);
    assert.match(text, /messages:1: Container garbage collection failed: operation timeout/);
    assert.doesNotMatch(text, /pa55word/);
    assert.match(toText(report, catalogue, { ...options, keepSecrets: true }), /pa55word/);
  });

  it('stay in the JSON, which is for programs', () => {
    assert.match(JSON.stringify(toTriageJson(report, 'en')), /pa55word/);
  });
});
