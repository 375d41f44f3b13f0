/** A reader of files that dies while it reads one of them. */
import { spawnSync } from 'node:child_process';

const deathsFile = JSON.stringify(require.resolve('../../server/src/node/deaths'));

/** How a process dies without a word. */
export const killed = "process.kill(process.pid, 'SIGKILL');";

/** Has a process read the files at some paths to the end, begin with `last` and then end as it is told, with its notes in a folder. */
export function die(folder: string, done: readonly string[], last: string, how: string): void {
  const code = `require(${deathsFile}).Deaths.in(${JSON.stringify(folder)}, false).then((deaths) => {
    for (const path of ${JSON.stringify(done)}) { deaths.begin(path); deaths.end(path); }
    deaths.begin(${JSON.stringify(last)});
    ${how}
    setInterval(() => undefined, 1000);
  });`;
  spawnSync(process.execPath, ['-e', code], { stdio: 'ignore' });
}
