/** `crictl ps` and `crictl ps -a`: how many containers there are, which have ended, and which were started again and again. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const header = /^CONTAINER(?: ID)?\s+IMAGE\s+CREATED\s+STATE\s+NAME\s+ATTEMPT\s+POD ID(?:\s|$)/;
/** The image may be empty or a name; only what stands from the state on is told. */
const row =
  /^[0-9a-f]{12,64}\s.{0,400}?\s(?:ago|From now)\s+(CONTAINER_\w{1,20}|Created|Running|Exited|Unknown)\s+(\S{1,253})\s+(\d{1,9})\s+[0-9a-f]{12,64}(?:\s+(\S{1,253}))?/i;

/** Started again so often, a container does not come up. */
const manyAttempts = 5;

/** One fact for each container that does not run, and for each that was started many times; the containers in all. */
export const containerTable: FactFormat = {
  id: 'container-table',
  title: 'crictl ps',
  specification: 'https://github.com/kubernetes-sigs/cri-tools/blob/master/docs/crictl.md',
  names: ['containers.count', 'container.state', 'container.attempts'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => header.test(line));
  },
  createCollector() {
    let first = 0;
    let count = 0;
    return collectLines(
      (text, line, add) => {
        if (first === 0 && header.test(text)) first = line;
        const found = first === 0 ? null : row.exec(text.slice(0, 2000));
        if (found === null) return;
        count++;
        const [, state = '', name = '', attempt = '', pod] = found;
        const subject = pod === undefined ? name : `${pod}/${name}`;
        if (!/running$/i.test(state)) add('container.state', state, line, subject);
        if (Number(attempt) >= manyAttempts) add('container.attempts', Number(attempt), line, subject);
      },
      (add) => {
        if (count > 0) add('containers.count', count, first);
      },
    );
  },
};
