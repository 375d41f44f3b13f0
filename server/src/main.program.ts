/**
 * Starts the program that lies beside the first file of a bundle. What a start has compiled is kept in the user's cache folder, so
 * that the next one neither parses nor compiles; `NODE_DISABLE_COMPILE_CACHE=1` does without, as it does in Node's own such cache.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { isOwn, onlyOwn, readOwnNow } from './node/ownership';
import { startReaderEarly } from './node/readerThread';
import { writeFileNow } from './node/writeNow';

/** Checksum of the program, by which what was compiled of it is found again. */
declare const CAUSELINE_PROGRAM: string;

/**
 * How much of a function runs before it is compiled for speed (four times V8's own measure), and how much of what it calls is then
 * compiled into it (a third). A reading of a second or two would otherwise spend a fifth of its time on compiling what it hardly
 * runs. Later versions of V8 compile in more steps.
 */
const thrift = ['--interrupt-budget=264000', '--max-inlined-bytecode-size-cumulative=300'];
const patience = process.versions.v8.startsWith('11.') ? thrift : [];
/** What was compiled stays: it is small, and wanted again. */
const flags = ['--no-flush-bytecode', ...patience];
/** A server that is not ended in order keeps what it has compiled by then. */
const laterMs = 10_000;
/** A program that ran so many times as long as the one that kept its code has compiled more of it. */
const longer = 4;
/** Checksum, and how many milliseconds it ran who kept it. */
const headBytes = 8;
/** Compiled forms of so many versions are kept. */
const mostKept = 4;

type Program = (exports: unknown, require: NodeJS.Require, module: NodeJS.Module, file: string, folder: string) => void;

/** Where the compiled program is kept; `null` when the user wants none. */
function cacheFolder(): string | null {
  const { env, platform } = process;
  if ((env.NODE_DISABLE_COMPILE_CACHE ?? '') !== '') return null;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'causeline');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'causeline');
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'causeline');
}

/** What an earlier start has compiled. */
interface Kept {
  readonly code: Buffer;
  readonly ranMs: number;
}

/** The cache folder, made if need be; `null` where others could put something into it or take something away. */
function ownFolder(): string | null {
  const folder = cacheFolder();
  if (folder === null) return null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return isOwn(statSync(folder)) ? folder : null;
  } catch {
    return null;
  }
}

/** What is kept, if nobody but this user could have written it and it is whole. */
function kept(file: string): Kept | null {
  try {
    const bytes = readOwnNow(file);
    if (bytes === null || crc32(bytes.subarray(4)) !== bytes.readUInt32LE(0)) return null;
    return { code: bytes.subarray(headBytes), ranMs: bytes.readUInt32LE(4) };
  } catch {
    return null;
  }
}

/** Keeps what has been compiled so far; a folder that cannot be written makes starts slower and nothing else. */
function keep(folder: string, file: string, script: Script): void {
  try {
    const bytes = Buffer.concat([Buffer.alloc(headBytes), script.createCachedData()]);
    bytes.writeUInt32LE(Math.round(performance.now()), 4);
    bytes.writeUInt32LE(crc32(bytes.subarray(4)));
    writeFileNow(file, bytes, onlyOwn);
    removeOthers(folder);
  } catch {
    return;
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file);
  } catch {
    // It is not there, or not ours to remove.
  }
}

/** Removes what older versions have left. */
function removeOthers(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.code'));
  const aged = files.map((name) => ({ name, mtimeMs: statSync(join(folder, name)).mtimeMs }));
  for (const { name } of aged.sort((a, b) => b.mtimeMs - a.mtimeMs).slice(mostKept)) removeQuietly(join(folder, name));
}

function start(): void {
  if (isMainThread) {
    // They are the process's, not the thread's.
    for (const flag of flags) setFlagsFromString(flag);
    startReaderEarly(process.argv.slice(2), __filename);
  }
  const filename = join(__dirname, 'program.js');
  const folder = ownFolder();
  const file = folder === null ? '' : join(folder, `${CAUSELINE_PROGRAM}-${process.arch}-${process.version}.code`);
  const known = folder === null ? null : kept(file);
  // The bundler writes nothing but ASCII.
  const source = readFileSync(filename, 'latin1');
  const script = new Script(source, known === null ? { filename } : { filename, cachedData: known.code });
  if (folder !== null && isMainThread) {
    const isUsed = known !== null && script.cachedDataRejected !== true;
    const least = isUsed ? known.ranMs * longer : 0;
    const keepMore = (): void => {
      if (performance.now() >= least) keep(folder, file, script);
    };
    process.once('exit', keepMore);
    if (!isUsed) setTimeout(keepMore, laterMs).unref();
  }
  (script.runInThisContext() as Program)(exports, require, module, __filename, __dirname);
}

start();
