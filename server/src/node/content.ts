/** Tells what bytes are by themselves, whatever their name says: packed, an archive, text in some encoding, or no log at all. */
import type { Localized, Unread } from '../engine/index';
import { isJournal } from '../engine/index';
import type { ByteStream } from './byteStream';
import { isBzip2, unbzip2 } from './decoders/bzip2';
import type { Decoder } from './decoders/decoder';
import { isLz4, unlz4 } from './decoders/lz4';
import { isXz, unxz } from './decoders/xz';
import { isZstd, unzstd } from './decoders/zstd';
import { decodeStream } from './decodeStream';
import { gunzip, isGzip } from './gzip';
import type { Stage } from './stage';
import { isTar } from './tar';
import type { Encoding } from './textStream';
import { encodingOf } from './textStream';
import { isZip } from './zip';

/** So many bytes are looked at. */
export const headBytes = 4096;

/** Bytes that become others, of whatever kind. */
export interface PackedContent {
  readonly kind: 'packed';
  readonly form: string;
  /** Decoded parts; the account is filled while they are read. */
  decode(input: ByteStream, stage: Stage): ByteStream;
}

/** What bytes are. */
export type Content =
  | { readonly kind: 'tar' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'journal' }
  | PackedContent
  | { readonly kind: 'text'; readonly encoding: Encoding }
  | { readonly kind: 'other'; readonly unread: Pick<Unread, 'kind' | 'reason'> };

/** What a stream is that begins with `head` ({@link headBytes}, or all there is). */
export function contentOf(head: Uint8Array): Content {
  if (isGzip(head)) return { kind: 'packed', form: 'gzip', decode: gunzip };
  if (isZstd(head)) return packedBy('zstd', unzstd);
  if (isXz(head)) return packedBy('xz', unxz);
  if (isBzip2(head)) return packedBy('bzip2', unbzip2);
  if (isLz4(head)) return packedBy('lz4', unlz4);
  if (isZip(head)) return { kind: 'zip' };
  if (isTar(head)) return { kind: 'tar' };
  if (isJournal(head)) return { kind: 'journal' };
  const known = magics.find(({ bytes }) => [...bytes].every((value, index) => head[index] === value.charCodeAt(0)));
  if (known !== undefined) return { kind: 'other', unread: known.unread };
  const encoding = encodingOf(head);
  if (encoding === 'utf-8' && isBinary(head)) return { kind: 'other', unread: noLog('binary data', '二进制数据') };
  return { kind: 'text', encoding };
}

function packedBy(form: string, decoder: Decoder): PackedContent {
  return { kind: 'packed', form, decode: (input, stage) => decodeStream(decoder, input, stage) };
}

function noLog(en: string, zh: string): Pick<Unread, 'kind' | 'reason'> {
  return { kind: 'skipped', reason: { en: `${en}, not a log`, zh: `${zh}，不是日志` } };
}

function packed(form: string, command: string): Pick<Unread, 'kind' | 'reason'> {
  const reason: Localized = {
    en: `${form} data: unpack it first (\`${command}\`)`,
    zh: `${form} 数据：请先解压（\`${command}\`）`,
  };
  return { kind: 'loss', reason };
}

/** First bytes (as characters of one byte each) of what is no log, and of packed forms that are not read. */
const magics: readonly { readonly bytes: string; readonly unread: Pick<Unread, 'kind' | 'reason'> }[] = [
  { bytes: '\x7fELF', unread: noLog('a program or core dump (ELF)', '程序或内存转储（ELF）') },
  { bytes: '\x89PNG', unread: noLog('a picture (PNG)', '图片（PNG）') },
  { bytes: '\xff\xd8\xff', unread: noLog('a picture (JPEG)', '图片（JPEG）') },
  { bytes: 'GIF8', unread: noLog('a picture (GIF)', '图片（GIF）') },
  { bytes: '%PDF', unread: noLog('a PDF document', 'PDF 文档') },
  { bytes: 'SQLite format 3\0', unread: noLog('a database (SQLite)', '数据库（SQLite）') },
  { bytes: '\xd4\xc3\xb2\xa1', unread: noLog('a packet capture', '网络抓包') },
  { bytes: '\x0a\x0d\x0d\x0a', unread: noLog('a packet capture', '网络抓包') },
  { bytes: '\xed\xab\xee\xdb', unread: noLog('a package (RPM)', '软件包（RPM）') },
  { bytes: '!<arch>\n', unread: noLog('a package or library (ar)', '软件包或库（ar）') },
  { bytes: '\x1f\x9d', unread: packed('compress', 'zcat FILE') },
  { bytes: '7z\xbc\xaf\x27\x1c', unread: packed('7-Zip', '7z x FILE') },
  { bytes: 'Rar!\x1a', unread: packed('RAR', 'unrar x FILE') },
  { bytes: 'LZIP', unread: packed('lzip', 'lzip -dk FILE') },
  { bytes: '\x89LZO', unread: packed('lzop', 'lzop -d FILE') },
  { bytes: '\x5d\x00\x00', unread: packed('lzma', 'xz -dk --format=lzma FILE') },
  { bytes: '\x02\x21\x4c\x18', unread: packed('lz4 (legacy)', 'lz4 -dk FILE') },
  { bytes: '0707010', unread: packed('cpio', 'cpio -idm < FILE') },
];

/**
 * More control characters than a text has, or NUL bytes strewn in. One run of NULs at either end is none: a crash or a
 * truncation leaves such in logs, and so do packers that fill up blocks.
 */
function isBinary(head: Uint8Array): boolean {
  let start = 0;
  while (start < head.length && head[start] === 0) start++;
  let end = head.length;
  while (end > start && head[end - 1] === 0) end--;
  let odd = 0;
  let others = 0;
  for (let index = start; index < end; index++) {
    const value = head[index] ?? 0;
    const isOdd =
      value === 0 ? head[index - 1] !== 0 : value < 9 || (value > 13 && value < 27) || (value > 27 && value < 32);
    if (isOdd) odd++;
    else if (value !== 0) others++;
  }
  // Two stray ones are damage in a text, more than one in twenty is another kind of data.
  return odd > 2 && odd * 20 > others;
}
