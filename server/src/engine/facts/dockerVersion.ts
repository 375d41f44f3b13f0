/** `docker version` and `docker --version`. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const short = /^Docker version ([^\s,]+), build /;

/** The server's version where it is stated, else the client's. */
export const dockerVersion: FactFormat = {
  id: 'docker-version',
  title: 'docker version',
  specification: 'https://docs.docker.com/reference/cli/docker/version/',
  names: ['docker.version', 'docker.clientVersion'],
  looksLikeMine(firstLines) {
    if (firstLines.some((line) => short.test(line))) return true;
    return (
      firstLines.some((line) => /^(?:Client|Server):/.test(line)) &&
      firstLines.some((line) => /^ +API version:/.test(line))
    );
  },
  createCollector() {
    let part = '';
    let isEngine = true;
    return collectLines((text, line, add) => {
      const side = /^(Client|Server):/.exec(text);
      if (side !== null) {
        part = side[1] ?? '';
        isEngine = true;
      }
      // Newer servers list their components: `Engine:`, `containerd:`, `runc:`.
      const component = /^ (\w[\w-]*):\s*$/.exec(text);
      if (component !== null) isEngine = component[1] === 'Engine';
      const version = /^ +Version: +(\S+)/.exec(text)?.[1];
      if (version !== undefined && isEngine)
        add(part === 'Client' ? 'docker.clientVersion' : 'docker.version', version, line);
      const alone = short.exec(text)?.[1];
      if (alone !== undefined) add('docker.version', alone, line);
    });
  },
};
