/** Heads of goroutine stacks in a Go dump, with the state and how long it has lasted. */
import { byte, findByte, skipDigits, startsWith } from './bytes';
import type { LogFormat } from './format';

/** `goroutine 82238 [semacquire, 19 minutes]:`; the frames below it continue the record. */
export const goroutine: LogFormat = {
  id: 'goroutine',
  title: 'goroutine dump',
  kind: 'record',
  specification: 'https://github.com/golang/go/blob/master/src/runtime/traceback.go',
  begins: 'g',
  scan(bytes, start, end, out) {
    if (!startsWith(bytes, start, end, 'goroutine ')) return false;
    const idEnd = skipDigits(bytes, start + 10, end);
    if (idEnd === start + 10) return false;
    // Newer Go puts `gp=0x... m=...` between the number and the state.
    const open = findByte(bytes, byte.openBracket, idEnd, Math.min(end, idEnd + 64));
    const close = open < 0 ? -1 : findByte(bytes, byte.closeBracket, open, Math.min(end, open + 160));
    if (close < 0 || !startsWith(bytes, close, end, ']:')) return false;
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
  ],
  nearMisses: [
    'goroutine profile: total 812',
    'goroutine stacks written to /var/run/docker/goroutine-stacks.log',
    'goroutine 7 is stuck',
  ],
};
