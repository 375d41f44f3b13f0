/** What Go prints when a program dies or is asked for its stacks: the reason, then heads of goroutines with their state and how long it has lasted. */
import { byte, findByte, skipDigits, startsWith } from './bytes';
import type { LogFormat } from './format';

/** What stands above the stack of the goroutine that it happened in. */
const reasons = [
  'panic: ',
  'fatal error: ',
  'SIGQUIT: quit',
  'SIGABRT: abort',
  'runtime: ',
  'unexpected fault address 0x',
];

/** Apart, because a closure is made where the function that holds it is entered. */
function isReason(bytes: Uint8Array, start: number, end: number): boolean {
  return reasons.some((reason) => end - start > 12 && startsWith(bytes, start, end, reason));
}

/** `goroutine 82238 [semacquire, 19 minutes]:` */
function isHead(bytes: Uint8Array, start: number, end: number): boolean {
  if (!startsWith(bytes, start, end, 'goroutine ')) return false;
  const idEnd = skipDigits(bytes, start + 10, end);
  if (idEnd === start + 10) return false;
  // Newer Go puts `gp=0x... m=...` between the number and the state.
  const open = findByte(bytes, byte.openBracket, idEnd, Math.min(end, idEnd + 64));
  const close = open < 0 ? -1 : findByte(bytes, byte.closeBracket, open, Math.min(end, open + 160));
  return close >= 0 && startsWith(bytes, close, end, ']:');
}

/** A reason and the first goroutine below it are one record, each further goroutine is one; the frames below continue it. */
export const goroutine: LogFormat = {
  id: 'goroutine',
  title: 'Go crash or goroutine dump',
  kind: 'record',
  specification: 'https://github.com/golang/go/blob/master/src/runtime/traceback.go',
  begins: 'gpfSru',
  scan(bytes, start, end, out) {
    const isDump = isHead(bytes, start, end);
    if (!isDump && !isReason(bytes, start, end)) return false;
    out.partial = !isDump;
    out.follows = true;
    out.bodyStart = start;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: 'goroutine 82238 [semacquire, 19 minutes]:',
      expect: { body: 'goroutine 82238 [semacquire, 19 minutes]:' },
    },
    {
      line: 'goroutine 1 gp=0xc0000061c0 m=0 mp=0x1 [chan receive, 3 minutes, locked to thread]:',
      expect: { body: 'goroutine 1 gp=0xc0000061c0 m=0 mp=0x1 [chan receive, 3 minutes, locked to thread]:' },
    },
    {
      line: 'panic: runtime error: index out of range [5] with length 3',
      expect: { body: 'panic: runtime error: index out of range [5] with length 3', partial: true },
    },
    { line: 'fatal error: concurrent map writes', expect: { partial: true } },
    { line: 'SIGQUIT: quit', expect: { body: 'SIGQUIT: quit', partial: true } },
    { line: 'runtime: goroutine stack exceeds 1000000000-byte limit', expect: { partial: true } },
  ],
  nearMisses: [
    'panic: ',
    'panic is over',
    'Fatal error: in capitals',
    'runtime.goexit()',
    'goroutine profile: total 812',
    'goroutine stacks written to /var/run/docker/goroutine-stacks.log',
    'goroutine 7 is stuck',
  ],
};
