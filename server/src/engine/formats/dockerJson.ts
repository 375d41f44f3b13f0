/** Docker's json-file log driver: each line of a container wrapped into an object with stream and time. */
import { byte, readIsoStamp } from './bytes';
import type { LineScan, LogFormat } from './format';
import { BodyEncoding } from './format';
import { JsonMembers } from './parts/jsonObject';

const members = new JsonMembers();

/** Sets the body to the text without its `\n`; without one, the record goes on in the next line. */
function takeLog(bytes: Uint8Array, out: LineScan): void {
  const { valueStart, valueEnd, isWhole } = members;
  const breaks =
    valueEnd - valueStart >= 2 && bytes[valueEnd - 1] === 0x6e && isEscape(bytes, valueStart, valueEnd - 2);
  out.bodyStart = valueStart;
  out.bodyEnd = breaks ? valueEnd - 2 : valueEnd;
  out.bodyEncoding = BodyEncoding.json;
  out.partial = isWhole && !breaks;
}

/** True when the backslash at `at` is not itself escaped. */
function isEscape(bytes: Uint8Array, start: number, at: number): boolean {
  let position = at;
  while (position >= start && bytes[position] === byte.backslash) position--;
  return (at - position) % 2 === 1;
}

/** What fluentd, fluent-bit and the like add to a line. */
function isByShipper(): boolean {
  for (const name of shipperKeys) if (members.is(name)) return true;
  return false;
}

const shipperKeys = ['attrs', 'docker', 'kubernetes', 'tag', '@timestamp', 'date', 'logtag', '_p'];

/** `{"log":"...\n","stream":"stderr","time":"..."}`. */
export const dockerJson: LogFormat = {
  id: 'docker-json',
  title: 'Docker json-file',
  kind: 'envelope',
  specification: 'https://docs.docker.com/engine/logging/drivers/json-file/',
  begins: '{',
  repeats: { rest: 'text', hasTail: true, headEnd: (_bytes, _start, { bodyStart }) => bodyStart },
  scan(bytes, start, end, out) {
    if (bytes[start] !== byte.openBrace || !members.enter(bytes, start, end)) return false;
    let hasLog = false;
    let hasStream = false;
    for (let count = 0; count < 6 && members.next(); count++) {
      if (members.is('log') && members.isText) {
        takeLog(bytes, out);
        hasLog = true;
      } else if (members.is('stream')) hasStream = true;
      else if (members.is('time')) readIsoStamp(bytes, members.valueStart, members.valueEnd, out);
      else if (!isByShipper()) return false;
    }
    return hasLog && (hasStream || out.stampStart >= 0);
  },
  samples: [
    {
      line: '{"log":"E0513 10:31:02.004211       1 proxier.go:9] \\"locked\\"\\n","stream":"stderr","time":"2022-05-13T02:31:02.004512345Z"}',
      expect: {
        stamp: '2022-05-13T02:31:02.004512345Z',
        body: 'E0513 10:31:02.004211       1 proxier.go:9] "locked"',
        partial: false,
      },
    },
    {
      line: '{"log":"first half of a long line","stream":"stdout","time":"2022-05-13T02:31:02Z"}',
      expect: { body: 'first half of a long line', partial: true },
    },
    {
      line: '{"log":"ends with a path C:\\\\n","stream":"stdout","attrs":{"tag":"x"},"time":"2022-05-13T02:31:02Z"}',
      expect: { body: 'ends with a path C:\\n', partial: true },
    },
    { line: '{"log":"\\n","stream":"stdout","time":"2022-05-13T02:31:02Z"}', expect: { body: '', partial: false } },
    {
      line: '{"log":"ready\\n","stream":"stderr","docker":{"container_id":"3f2a"},"kubernetes":{"host":"node-7"}}',
      expect: { body: 'ready', partial: false },
    },
    { line: '{"stream":"stdout","log":"cut in the mid', expect: { body: 'cut in the mid', partial: false } },
  ],
  nearMisses: [
    '{"log":"neither stream nor time"}',
    '{"log":7,"stream":"stdout"}',
    '{"log":"x\\n","level":"info","time":"2022-05-13T02:31:02Z"}',
    '{"stream":"stdout","time":"2022-05-13T02:31:02Z"}',
  ],
};
