/** A small collection in every form that logs are packed in, for properties that must hold for all of them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { logText } from './logText';
import { pipe, withFolder } from './packing';
import { lockStory } from './stories';

/** Lines of a node that fails, with a record of several lines, a blank line and Windows line ends among them. */
export const story = Buffer.from(
  [
    ...lockStory(),
    'goroutine 7 [semacquire, 12 minutes]:',
    '\tmain.wait(0x1)',
    '',
    'May 13 10:20:00 node-a systemd: end\r',
  ].join('\n'),
);

/** The collection by file name. */
export async function everyForm(): Promise<Readonly<Record<string, Buffer>>> {
  const log = Buffer.from(logText(20_000));
  const members = { 'node-a/messages': story, 'node-a/kubelet.log': log };
  return withFolder(members, (folder) => {
    const tar = execFileSync('tar', ['-C', folder, '-cf', '-', 'node-a']);
    execFileSync('zip', ['-q', '-r', 'all.zip', 'node-a'], { cwd: folder });
    return {
      messages: story,
      'kubelet.log': Buffer.concat([Buffer.alloc(5000), log.subarray(0, 3000), Buffer.alloc(700), log.subarray(3000)]),
      'utf16.log': Buffer.from(`\ufeff${story.toString()}`, 'utf16le'),
      'mark.log': Buffer.from(`\ufeff${story.toString()}`),
      'messages.gz': gzipSync(story),
      'messages.zst': pipe('zstd', ['-q', '-c'], story),
      'messages.xz': pipe('xz', ['-c'], story),
      'messages.bz2': pipe('bzip2', ['-c'], story),
      'messages.lz4': pipe('lz4', ['-q', '-c'], story),
      'all.tar': tar,
      'all.tgz': gzipSync(tar),
      'all.tar.xz': pipe('xz', ['-c', '--block-size=10000'], tar),
      'all.zip': readFileSync(path.join(folder, 'all.zip')),
      'nested.tar.zst': pipe('zstd', ['-q', '-c'], gzipSync(tar)),
    };
  });
}
