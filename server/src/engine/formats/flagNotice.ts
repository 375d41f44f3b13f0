/** What programs say about their flags before their log is set up: lines without a stamp. */
import { byte, findBlank, findByte, startsWith } from './bytes';
import type { LogFormat } from './format';

const longestFlag = 80;

/** `Flag --name has been deprecated, message`; amid a log it continues the record above it, as every line without a stamp does. */
export const flagNotice: LogFormat = {
  id: 'flag-notice',
  title: 'notice about a deprecated flag',
  kind: 'record',
  specification: 'https://github.com/spf13/pflag/blob/master/flag.go',
  begins: 'F',
  scan(bytes, start, end, out) {
    if (!startsWith(bytes, start, end, 'Flag -')) return false;
    const flagEnd = findBlank(bytes, start + 5, Math.min(end, start + longestFlag));
    const isShort = startsWith(bytes, flagEnd, end, ' shorthand has been deprecated, ');
    if (!isShort && !startsWith(bytes, flagEnd, end, ' has been deprecated, ')) return false;
    if (findByte(bytes, byte.equals, start, flagEnd) > 0) return false;
    out.continues = true;
    out.bodyStart = start;
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: 'Flag --cgroup-driver has been deprecated, This parameter should be set via the config file specified by the --config flag.',
      expect: {
        body: 'Flag --cgroup-driver has been deprecated, This parameter should be set via the config file specified by the --config flag.',
      },
    },
    {
      line: 'Flag -k shorthand has been deprecated, use --kubeconfig',
      expect: { body: 'Flag -k shorthand has been deprecated, use --kubeconfig' },
    },
  ],
  nearMisses: [
    'Flag --cgroup-driver is set',
    'Flags --a and --b have been deprecated, use --c',
    'Flag --cgroup-driver has been deprecated',
  ],
};
