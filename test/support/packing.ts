/** Packs and unpacks in tests: pieces of any size, everything a file holds, the system's own programs as the other opinion. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { StreamGap, StreamPart } from '../../server/src/node/byteStream';
import { bufferAccess } from '../../server/src/node/randomAccess';
import type { Stage } from '../../server/src/node/stage';
import type { UnpackLimits } from '../../server/src/node/unpack';
import { unpack } from '../../server/src/node/unpack';

/** Bytes as a stream; each piece is overwritten once the next one is asked for, as a real reader may do. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<StreamPart> {
  for (let at = 0; at < bytes.length; at += size) {
    const piece = new Uint8Array(bytes.subarray(at, at + size));
    yield { bytes: piece };
    piece.fill(0x21);
  }
}

/** What a stream held. */
export interface Held {
  readonly text: Buffer;
  readonly gaps: readonly StreamGap[];
}

/** Reads a stream to its end. */
export async function readAll(stream: AsyncIterable<StreamPart>): Promise<Held> {
  const parts: Buffer[] = [];
  const gaps: StreamGap[] = [];
  for await (const part of stream) {
    if ('bytes' in part) parts.push(Buffer.from(part.bytes));
    else gaps.push(part.gap);
  }
  return { text: Buffer.concat(parts), gaps };
}

/** What a file unpacked to: texts by id, gaps and notes as `id: reason`, decoders by id. */
export interface Unpacked {
  readonly texts: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  readonly stages: Readonly<Record<string, readonly Stage[]>>;
}

/** Unpacks bytes as the file `name`. */
export async function unpackBytes(
  name: string,
  bytes: Uint8Array,
  options: { readonly pieceBytes?: number; readonly limits?: UnpackLimits; readonly isFile?: boolean } = {},
): Promise<Unpacked> {
  const texts: Record<string, string> = {};
  const stages: Record<string, readonly Stage[]> = {};
  const notes: string[] = [];
  const outer = {
    id: name,
    modifiedMs: null,
    dates: [],
    stages: [],
    stream: inPieces(bytes, options.pieceBytes ?? 65_536),
    ...(options.isFile === false ? {} : { access: bufferAccess(bytes) }),
  };
  for await (const member of unpack(outer, options.limits)) {
    if ('unread' in member) notes.push(`${member.id}: ${member.unread.reason.en}`);
    else {
      const { text, gaps } = await readAll(member.stream);
      texts[member.id] = text.toString();
      stages[member.id] = member.stages;
      notes.push(...gaps.map((gap) => `${member.id}: ${gap.kind}: ${gap.reason.en}`));
    }
  }
  return { texts, notes, stages };
}

/** Runs a program over bytes. */
export function pipe(program: string, words: readonly string[], input: Uint8Array | string = ''): Buffer {
  return execFileSync(program, words, { input, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'ignore'] });
}

/** Files by name, in a folder that is removed when `use` has ended. */
export async function withFolder<Result>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'causeline-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const full = path.join(folder, name);
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
