/** Rows of the table of conditions in `kubectl describe node`. */
import { equalsText, findBlank, isUpper, skipBlanks, upperLetters } from './bytes';
import type { LogFormat } from './format';
import { readMailDate } from './parts/stamps';

const statuses = ['True', 'False', 'Unknown'];

/** `  Ready  False  <heartbeat>  <transition>  KubeletNotReady  message`; the row's time is the heartbeat's: the message speaks of that moment. */
export const nodeCondition: LogFormat = {
  id: 'node-condition',
  title: 'kubectl describe node, conditions',
  kind: 'row',
  specification: 'https://github.com/kubernetes/kubectl/blob/master/pkg/describe/describe.go',
  begins: ` \t${upperLetters}`,
  needs: ['clock'],
  scan(bytes, start, end, out) {
    const type = skipBlanks(bytes, start, end);
    if (!isUpper(bytes[type])) return false;
    const typeEnd = findBlank(bytes, type, Math.min(end, type + 64));
    const status = skipBlanks(bytes, typeEnd, end);
    const statusEnd = findBlank(bytes, status, Math.min(end, status + 10));
    if (!statuses.some((word) => equalsText(bytes, status, statusEnd, word))) return false;
    const heartbeat = skipBlanks(bytes, statusEnd, end);
    const heartbeatEnd = readMailDate(bytes, heartbeat, end, out);
    if (heartbeatEnd < 0) return false;
    const transitionEnd = readMailDate(bytes, skipBlanks(bytes, heartbeatEnd, end), end, out);
    if (transitionEnd < 0) return false;
    readMailDate(bytes, heartbeat, end, out);
    out.bodyStart = skipBlanks(bytes, transitionEnd, end);
    out.bodyEnd = end;
    return true;
  },
  samples: [
    {
      line: '  Ready            False   Fri, 13 May 2022 10:31:20 +0800   Fri, 13 May 2022 10:29:00 +0800   KubeletNotReady              PLEG is not healthy: pleg was last seen active 3m14s ago',
      expect: {
        stamp: '2022-05-13T10:31:20+08:00',
        body: 'KubeletNotReady              PLEG is not healthy: pleg was last seen active 3m14s ago',
      },
    },
    {
      line: 'OutOfDisk\tUnknown\tFri, 13 May 2022 02:31:20 +0000\tMon, 02 May 2022 02:29:00 +0000\tNodeStatusUnknown\tKubelet stopped posting node status.',
      expect: { stamp: '2022-05-13T02:31:20Z', body: 'NodeStatusUnknown\tKubelet stopped posting node status.' },
    },
  ],
  nearMisses: [
    '  Ready   False',
    '  Ready   Maybe   Fri, 13 May 2022 10:31:20 +0800   Fri, 13 May 2022 10:29:00 +0800   X   y',
    '  Type   Status   LastHeartbeatTime   LastTransitionTime   Reason   Message',
  ],
};
