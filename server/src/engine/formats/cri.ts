/** Container logs as the kubelet's runtimes write them: stamp, stream, tag, line. */
import { byte, digits, findBlank } from './bytes';
import type { LogFormat } from './format';
import { isoLine, readIsoLine } from './parts/isoLine';

/** `2016-10-06T00:17:09.669794202Z stdout F message`; tag `P` is a piece of a longer line. */
export const cri: LogFormat = {
  id: 'cri',
  title: 'CRI container log',
  kind: 'envelope',
  specification: 'https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md',
  begins: `[${digits}`,
  needs: ['clock'],
  repeats: { rest: 'text', headEnd: (_bytes, _start, { bodyStart }) => bodyStart },
  scan(bytes, start, end, out) {
    if (readIsoLine(bytes, start, end, out) !== 'cri') return false;
    const tag = isoLine.rest + 7;
    const tagEnd = findBlank(bytes, tag, end);
    out.partial = bytes[tag] === 0x50;
    out.bodyStart = tagEnd < end && bytes[tagEnd] === byte.space ? tagEnd + 1 : tagEnd;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '2022-05-13T02:27:47.669794202Z stderr F I0513 02:27:47.669700       1 server.go:1] ready',
      expect: {
        stamp: '2022-05-13T02:27:47.669794202Z',
        body: 'I0513 02:27:47.669700       1 server.go:1] ready',
        partial: false,
      },
    },
    {
      line: '2022-05-13T10:27:47.669794202+08:00 stdout P first half ',
      expect: { stamp: '2022-05-13T10:27:47.669794202+08:00', body: 'first half ', partial: true },
    },
    { line: '2022-05-13T02:27:47.669794202Z stdout F', expect: { body: '', partial: false } },
    { line: '2022-05-13T02:27:47.669794202Z stdout F:x   indented', expect: { body: '  indented' } },
  ],
  nearMisses: [
    '2022-05-13T02:27:47.669794202Z stdout of the pod',
    '2022-05-13T02:27:47.669794202Z stdlog F x',
    '2022-05-13 02:27:47 stdout F no zone',
  ],
};
