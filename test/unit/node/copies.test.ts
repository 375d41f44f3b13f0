/** What was collected twice counts once: around a rotation, or packed and unpacked. */
import * as assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { createEngine } from '../../../server/src/engine/index';
import { readInto } from '../../../server/src/node/readSources';
import { runCli } from '../../support/cli';
import { logText } from '../../support/logText';
import { memoryFiles } from '../../support/memoryFiles';
import { pipe, withFolder } from '../../support/packing';

const log = Buffer.from(logText(200_000));
const other = Buffer.from(logText(100_000)).reverse();
const outputs = Buffer.from('net.ipv4.ip_forward = 1\n'.repeat(60));

/** A tar archive as GNU tar writes it. */
async function pack(files: Readonly<Record<string, Uint8Array>>): Promise<Buffer> {
  return withFolder(files, (folder) => pipe('tar', ['-C', folder, '-cf', '-', ...Object.keys(files)]));
}

async function read(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<{ sources: string[]; skipped: string[]; losses: number }> {
  const engine = createEngine();
  const named = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`/case/${name}`, bytes]));
  const { losses } = await readInto(engine, ['/case'], { files: memoryFiles(named) });
  const { sources, unread } = engine.report();
  return {
    sources: sources.map(({ id }) => id),
    skipped: unread.map(({ id, reason }) => `${id}: ${reason.en}`),
    losses,
  };
}

describe('files of a rotated set', () => {
  it('are read once when one is the beginning of the other, packed or not', async () => {
    assert.deepEqual(await read({ 'kubelet.log': log.subarray(0, 90_000), 'kubelet.log.1.gz': gzipSync(log) }), {
      sources: ['kubelet.log.1.gz'],
      skipped: ['kubelet.log: the same as the beginning of kubelet.log.1.gz: counted once'],
      losses: 0,
    });
  });

  it('are read once when they are equal', async () => {
    const { sources } = await read({ messages: log, 'messages-20210513': log });
    assert.deepEqual(sources, ['messages']);
  });

  it('are all read when they only begin alike', async () => {
    const other = Buffer.from(log);
    other.fill(0x2e, 30_000, 30_100);
    const { sources } = await read({ dmesg: log, 'dmesg.old': other });
    assert.deepEqual(sources, ['dmesg', 'dmesg.old']);
  });

  it('are read once in an archive too', async () => {
    const tar = await pack({ 'log/messages': log.subarray(0, 90_000), 'log/messages.1': log });
    assert.deepEqual(await read({ 'a.tgz': gzipSync(tar) }), {
      sources: ['a.tgz!/log/messages.1'],
      skipped: ['a.tgz!/log/messages: the same as the beginning of a.tgz!/log/messages.1: counted once'],
      losses: 0,
    });
  });

  it('are not compared with files of other logs', async () => {
    const { sources } = await read({ 'a.log': log, 'b.log': log });
    assert.deepEqual(sources, ['a.log', 'b.log']);
  });
});

describe('an archive', () => {
  const bundle = { 'case/log/messages': log, 'case/log/kubelet.log': other, 'case/hostname': Buffer.from('node-7\n') };

  it('beside what it was unpacked to counts once, and the files are the ones that stay', async () => {
    const tar = await pack(bundle);
    assert.deepEqual(await read({ 'case.tgz': gzipSync(tar), ...bundle }), {
      sources: ['case/hostname', 'case/log/kubelet.log', 'case/log/messages'],
      skipped: ['case.tgz: 3 files of it also lie beside it: counted once'],
      losses: 0,
    });
    const elsewhere = Object.fromEntries(Object.entries(bundle).map(([name, bytes]) => [`x/y/${name}`, bytes]));
    const { skipped } = await read({ 'case.tgz': gzipSync(tar), ...elsewhere });
    assert.deepEqual(skipped, ['case.tgz: 3 files of it also lie in x/y/: counted once']);
  });

  it('beside a copy of itself counts once', async () => {
    const tar = gzipSync(await pack(bundle));
    assert.deepEqual(await read({ 'case.tgz': tar, 'again/case (1).tgz': tar }), {
      sources: [
        'again/case (1).tgz!/case/hostname',
        ...['kubelet.log', 'messages'].map((name) => `again/case (1).tgz!/case/log/${name}`),
      ],
      skipped: ['case.tgz: 3 files of it also lie in again/case (1).tgz!/: counted once'],
      losses: 0,
    });
  });

  it('inside another counts once beside it', async () => {
    const inner = gzipSync(await pack(bundle));
    const outer = await pack({ 'in.tgz': inner, 'case/log/messages': log, 'case/log/kubelet.log': other });
    const { sources, skipped } = await read({ 'out.tar': outer });
    assert.deepEqual(sources, [
      'out.tar!/case/log/kubelet.log',
      'out.tar!/case/log/messages',
      'out.tar!/in.tgz!/case/hostname',
    ]);
    assert.deepEqual(skipped, ['out.tar!/in.tgz: 2 files of it also lie in out.tar!/: counted once']);
  });

  it('of which one file was changed or added since keeps that', async () => {
    const tar = await pack(bundle);
    const edited = { ...bundle, 'case/hostname': Buffer.from('node-8\n') };
    const { sources } = await read({ 'case.tgz': gzipSync(tar), ...edited });
    assert.deepEqual(sources, [
      'case.tgz!/case/hostname',
      'case/hostname',
      'case/log/kubelet.log',
      'case/log/messages',
    ]);
  });

  it('of another machine with the same outputs and other logs counts', async () => {
    const one = await pack({ 'sysctl.txt': outputs, messages: log });
    const two = await pack({ 'sysctl.txt': outputs, messages: other });
    const { sources, skipped } = await read({ 'a.tgz': gzipSync(one), 'b.tgz': gzipSync(two) });
    assert.deepEqual(skipped, []);
    assert.equal(sources.length, 4);
  });

  it('that is there twice is the same for threads, streams and the cache, and is followed once', async () => {
    const tar = gzipSync(await pack({ 'case/log/messages': log }));
    await withFolder({ 'case.tgz': tar, 'case/log/messages': log, kept: '' }, async (folder) => {
      const words = ['triage', folder, '--format', 'json'];
      const plain = await runCli(words);
      const cached = [...words, '--cache', `${folder}/.causeline/cache`];
      assert.equal((await runCli(cached)).output, plain.output);
      assert.equal((await runCli(cached)).output, plain.output);
      assert.equal((await runCli([...words, '--threads', '2'])).output, plain.output);
      assert.equal(JSON.parse(plain.output).sources.length, 2);
      const first = log.toString().split('\n')[0] ?? '';
      const word = first.split(' ').at(-1) ?? '';
      const followed = JSON.parse((await runCli(['follow', word, folder, '--format', 'json'])).output);
      assert.deepEqual(
        new Set(followed.mentions.map(({ source }: { source: string }) => source)),
        new Set(['case/log/messages']),
      );
    });
  });
});
