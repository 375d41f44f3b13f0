/** Pod and container that kubectl, stern or compose put before each line. */
import { byte, findBlank, findByte, isDigit, isLower, skipBlanks, startsWith } from './bytes';
import type { LineScan, LogFormat } from './format';

/** True when the bytes are a Kubernetes name: lower case, digits, `-` and `.`. */
function isName(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start || !(isLower(bytes[start]) || isDigit(bytes[start]))) return false;
  for (let position = start; position < end; position++) {
    const value = bytes[position] ?? 0;
    if (!isLower(value) && !isDigit(value) && value !== byte.minus && value !== byte.dot && value !== 95) return false;
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

/** `pod-name container ` or `name-1  | ` */
function readNames(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  const podEnd = findBlank(bytes, start, Math.min(end, start + 253));
  if (podEnd >= end || !isName(bytes, start, podEnd) || findByte(bytes, byte.minus, start, podEnd) < 0) return false;
  const next = skipBlanks(bytes, podEnd, end);
  if (startsWith(bytes, next, end, '| ')) return setBody(bytes, start, podEnd, next + 2, end, out);
  const containerEnd = findBlank(bytes, next, Math.min(end, next + 64));
  if (next !== podEnd + 1 || containerEnd >= end || !isName(bytes, next, containerEnd)) return false;
  return setBody(bytes, next, containerEnd, containerEnd + 1, end, out);
}

/** `[pod/name/container] line`, stern's `pod-name container line`, compose's `name-1  | line`. */
export const kubectlPrefix: LogFormat = {
  id: 'kubectl-prefix',
  title: 'pod and container before a line',
  kind: 'envelope',
  specification: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_logs/',
  scan(bytes, start, end, out) {
    return bytes[start] === byte.openBracket ? readKubectl(bytes, start, end, out) : readNames(bytes, start, end, out);
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
  ],
  nearMisses: ['[pod/proxy] text', 'proxy kube-proxy text', 'Proxy-1 Kube text', 'proxy-1', '[a/b/c]'],
};
