/** Host or program that tools put before each line when they print those of several. */
import { noSeverity } from '../model/severity';
import {
  byte,
  digits,
  findByte,
  isDigit,
  isLower,
  isUpper,
  lowerLetters,
  skipBlanks,
  skipDigits,
  upperLetters,
} from './bytes';
import type { LineScan, LogFormat } from './format';
import { severityOfWord } from './parts/levels';
import { isHost, readHeader } from './parts/syslogHeader';

/** A name with a digit or a dot is a host's; any other one is a program's. */
function setName(bytes: Uint8Array, start: number, end: number, out: LineScan): void {
  let isMachine = false;
  for (let position = start; position < end; position++)
    if (isDigit(bytes[position]) || bytes[position] === byte.dot) isMachine = true;
  if (severityOfWord(bytes, start, end) !== noSeverity || skipDigits(bytes, start, end) === end) return;
  if (isMachine) {
    out.hostStart = start;
    out.hostEnd = end;
  } else {
    out.unitStart = start;
    out.unitEnd = end;
  }
}

/** Position of the colon and blank that end the name at `start`, or -1. */
function colonAfterName(bytes: Uint8Array, start: number, end: number): number {
  for (let position = start; position < end; position++) {
    const value = bytes[position];
    if (value === byte.space || value === byte.tab) return -1;
    if (value === byte.colon && (bytes[position + 1] === byte.space || bytes[position + 1] === byte.tab))
      return position;
  }
  return -1;
}

/** Reads `node-7 kubelet[41]: ` or `kubelet[41]: `, the rest of a header whose stamp was cut off. */
function readTag(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean {
  if (!isHostStart(bytes[start]) || !readHeader(bytes, start, end, 'process', out) || out.bodyStart >= end)
    return false;
  // Stamps have blanks and colons too: neither belongs to a host's name or to a program's.
  return (
    findByte(bytes, byte.space, out.unitStart, out.unitEnd) < 0 &&
    findByte(bytes, byte.colon, out.hostStart, out.hostEnd) < 0
  );
}

function isHostStart(value: number | undefined): boolean {
  return isLower(value) || isUpper(value) || isDigit(value) || value === byte.openParen;
}

/** `172.31.194.216: line`, `[node-7] line`, `dockerd: line`, `node-7 kubelet[41]: line`. */
export const hostPrefix: LogFormat = {
  id: 'host-prefix',
  title: 'host before a line',
  kind: 'envelope',
  specification: 'https://docs.siderolabs.com/talos/latest/reference/cli',
  begins: `[(-._:/%${digits}${lowerLetters}${upperLetters}`,
  needs: [[':', '[']],
  scan(bytes, start, end, out) {
    const limit = Math.min(end - 1, start + 255);
    const bracketed = bytes[start] === byte.openBracket;
    const nameStart = bracketed ? start + 1 : start;
    const nameStop = bracketed
      ? findByte(bytes, byte.closeBracket, nameStart, limit)
      : colonAfterName(bytes, start, limit);
    if (nameStop < 0 || !isHost(bytes, nameStart, nameStop)) return !bracketed && readTag(bytes, start, end, out);
    if (bracketed && (bytes[nameStop + 1] !== byte.space || findByte(bytes, byte.slash, nameStart, nameStop) >= 0))
      return false;
    const body = skipBlanks(bytes, nameStop + 1, end);
    if (body >= end) return false;
    setName(bytes, nameStart, nameStop, out);
    out.bodyStart = body;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '172.31.194.216: {"ts":1652408867123.8,"caller":"app/server.go:529","msg":"up","v":0}',
      expect: { host: '172.31.194.216', body: '{"ts":1652408867123.8,"caller":"app/server.go:529","msg":"up","v":0}' },
    },
    {
      line: '[node-7] I0513 10:27:47.004211       1 server.go:1] up',
      expect: { host: 'node-7', body: 'I0513 10:27:47.004211       1 server.go:1] up' },
    },
    {
      line: 'dockerd: time="2022-05-13T02:27:47Z" level=info msg=up',
      expect: { unit: 'dockerd', body: 'time="2022-05-13T02:27:47Z" level=info msg=up' },
    },
    {
      line: 'node-7 kubelet[14207]: E0513 10:27:47.004211   14207 kubelet.go:1216] PLEG is not healthy',
      expect: {
        host: 'node-7',
        unit: 'kubelet',
        pid: '14207',
        body: 'E0513 10:27:47.004211   14207 kubelet.go:1216] PLEG is not healthy',
      },
    },
    { line: 'dockerd[3879]: time="2022-05-13T02:27:47Z" level=info msg=up', expect: { unit: 'dockerd', pid: '3879' } },
  ],
  nearMisses: [
    '12:May 13 10:27:47 node-7 kubelet[1]: a number',
    'two words: text',
    'node-7:text',
    '[node-7]',
    '[a b] text',
    'node-7: ',
    '"quoted": text',
  ],
};
