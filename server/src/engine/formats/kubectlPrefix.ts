/** Pod and container that kubectl, stern or compose put before each line. */
import { byte, digits, findBlank, findByte, isDigit, isLower, lowerLetters, skipBlanks, startsWith } from './bytes';
import type { LineScan, LogFormat } from './format';

/** True when the bytes are a name of Kubernetes or Docker: lower case, digits, `-`, `.`, `_` and `@`. */
function isName(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start || !(isLower(bytes[start]) || isDigit(bytes[start]))) return false;
  for (let position = start; position < end; position++) {
    const value = bytes[position] ?? 0;
    if (
      !isLower(value) &&
      !isDigit(value) &&
      value !== byte.minus &&
      value !== byte.dot &&
      value !== 95 &&
      value !== 64
    )
      return false;
  }
  return true;
}

function setBody(
  bytes: Uint8Array,
  unitStart: number,
  unitEnd: number,
  at: number,
  end: number,
  out: LineScan,
): boolean {
  const body = skipBlanks(bytes, at, end);
  if (body >= end) return false;
  out.unitStart = unitStart;
  out.unitEnd = unitEnd;
  out.bodyStart = body;
  out.bodyEnd = end;
  return true;
}

/** `[pod/name/container] ` */
function readKubectl(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  const close = findByte(bytes, byte.closeBracket, start, Math.min(end, start + 400));
  const name = close < 0 ? -1 : findByte(bytes, byte.slash, start, close);
  const container = name < 0 ? -1 : findByte(bytes, byte.slash, name + 1, close);
  if (
    container < 0 ||
    !isName(bytes, start + 1, name) ||
    !isName(bytes, name + 1, container) ||
    !isName(bytes, container + 1, close)
  )
    return false;
  return bytes[close + 1] === byte.space && setBody(bytes, container + 1, close, close + 2, end, out);
}

/** `[pod-name container] ` or `[pod-name] `, as kubetail writes it. */
function readKubetail(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  const close = findByte(bytes, byte.closeBracket, start, Math.min(end, start + 320));
  const blank = close < 0 ? -1 : findByte(bytes, byte.space, start, close);
  if (blank < 0 || !isName(bytes, start + 1, blank) || !isName(bytes, blank + 1, close)) return false;
  return bytes[close + 1] === byte.space && setBody(bytes, blank + 1, close, close + 2, end, out);
}

/** `namespace/pod-name[container]: `, as kail writes it. */
function readKail(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  const slash = findByte(bytes, byte.slash, start, Math.min(end, start + 64));
  const open = slash < 0 ? -1 : findByte(bytes, byte.openBracket, slash, Math.min(end, slash + 256));
  const close = open < 0 ? -1 : findByte(bytes, byte.closeBracket, open, Math.min(end, open + 64));
  if (close < 0 || !isName(bytes, start, slash) || !isName(bytes, slash + 1, open)) return false;
  if (!isName(bytes, open + 1, close) || bytes[close + 1] !== byte.colon) return false;
  return setBody(bytes, open + 1, close, close + 2, end, out);
}

/** `pod-name container `, `namespace pod-name container ` or `name-1  | ` */
function readNames(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  const podEnd = findBlank(bytes, start, Math.min(end, start + 253));
  if (podEnd >= end || !isName(bytes, start, podEnd) || findByte(bytes, byte.minus, start, podEnd) < 0) return false;
  const next = skipBlanks(bytes, podEnd, end);
  if (startsWith(bytes, next, end, '| ')) return setBody(bytes, start, podEnd, next + 2, end, out);
  const container = nextName(bytes, podEnd, end);
  return container >= 0 && setBody(bytes, container, nameEnd, nameEnd + 1, end, out);
}

/** Where the last name ended. */
let nameEnd = -1;

/** Start of the name behind one blank at `at`, or -1; `nameEnd` is then where it ends. */
function nextName(bytes: Uint8Array, at: number, end: number): number {
  const start = at + 1;
  nameEnd = findBlank(bytes, start, Math.min(end, start + 253));
  return nameEnd < end && isLower(bytes[start]) && isName(bytes, start, nameEnd) ? start : -1;
}

/** `namespace pod-name container `: three names, the second with a hyphen. */
function readStern(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  if (!isLower(bytes[start])) return false;
  const namespaceEnd = findBlank(bytes, start, Math.min(end, start + 64));
  if (namespaceEnd >= end || !isName(bytes, start, namespaceEnd)) return false;
  const pod = nextName(bytes, namespaceEnd, end);
  const podEnd = nameEnd;
  if (pod < 0 || findByte(bytes, byte.minus, pod, podEnd) < 0) return false;
  const container = nextName(bytes, podEnd, end);
  return container >= 0 && setBody(bytes, container, nameEnd, nameEnd + 1, end, out);
}

/** `[pod/name/container] line`, stern's `pod-name container line`, compose's `name-1  | line`. */
export const kubectlPrefix: LogFormat = {
  id: 'kubectl-prefix',
  title: 'pod and container before a line',
  kind: 'envelope',
  specification: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_logs/',
  begins: `[${digits}${lowerLetters}`,
  scan(bytes, start, end, out) {
    if (bytes[start] === byte.openBracket)
      return readKubectl(bytes, start, end, out) || readKubetail(bytes, start, end, out);
    return readStern(bytes, start, end, out) || readNames(bytes, start, end, out) || readKail(bytes, start, end, out);
  },
  samples: [
    {
      line: '[pod/proxy-x2x9k/kube-proxy] I0513 10:27:47.004211       1 server.go:1] up',
      expect: { unit: 'kube-proxy', body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    {
      line: 'proxy-x2x9k kube-proxy I0513 10:27:47.004211       1 server.go:1] up',
      expect: { unit: 'kube-proxy', body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    {
      line: 'etcd-1    | {"level":"info","ts":"2022-05-13T02:27:47Z","msg":"up"}',
      expect: { unit: 'etcd-1', body: '{"level":"info","ts":"2022-05-13T02:27:47Z","msg":"up"}' },
    },
    {
      line: 'kube-system proxy-x2x9k kube-proxy I0513 10:27:47.004211       1 server.go:1] up',
      expect: { unit: 'kube-proxy', body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    {
      line: '[proxy-x2x9k kube-proxy] I0513 10:27:47.004211       1 server.go:1] up',
      expect: { unit: 'kube-proxy', body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    {
      line: 'kube-system/proxy-x2x9k[kube-proxy]: I0513 10:27:47.004211       1 server.go:1] up',
      expect: { unit: 'kube-proxy', body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    {
      line: 'web-app.1.x2x9k@node-7    | I0513 10:27:47.004211       1 server.go:1] up',
      expect: { unit: 'web-app.1.x2x9k@node-7', body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
  ],
  nearMisses: ['[pod/proxy] text', 'proxy kube-proxy text', 'Proxy-1 Kube text', 'proxy-1', '[a/b/c]'],
};
