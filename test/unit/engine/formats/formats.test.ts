/** Every log format proves itself: its samples field by field, its near misses, and that no line belongs to two formats. */
import assert from 'node:assert/strict';
import type { FormatSample, LogFormat } from '../../../../server/src/engine/formats/format';
import { BlockPart, BodyEncoding, LineScan, noZone, StampKind } from '../../../../server/src/engine/formats/format';
import { formats, prefixFormats } from '../../../../server/src/engine/formats/index';
import { colorCodeLength } from '../../../../server/src/engine/formats/parts/colorCodes';
import type { Sign } from '../../../../server/src/engine/formats/signs';
import { hasNeeded, signsIn } from '../../../../server/src/engine/formats/signs';
import { severityName } from '../../../../server/src/engine/model/severity';
import { decodeUtf8, encodeUtf8 } from '../../../../server/src/engine/text/decode';
import { EscapeBuffer } from '../../../../server/src/engine/text/escapes';

type Parsed = { -readonly [Name in keyof FormatSample['expect']]: FormatSample['expect'][Name] };

const around = encodeUtf8('E0101 00:00:00.000001 1 x.go:1] [1.000] "}]:stdout F');

/** A line amid other bytes, so that a scan which looks over its limits is found out. */
function amid(line: string): { readonly bytes: Uint8Array; readonly start: number; readonly end: number } {
  const text = encodeUtf8(line);
  const bytes = new Uint8Array(around.length * 2 + text.length);
  bytes.set(around);
  bytes.set(text, around.length);
  bytes.set(around, around.length + text.length);
  return { bytes, start: around.length, end: around.length + text.length };
}

function trimFraction(text: string): string {
  return text.replace(/\.(\d*?)0*(?=$|s$|Z|[+-]\d)/, (_, digits: string) => (digits === '' ? '' : `.${digits}`));
}

function zoneText(minutes: number): string {
  if (minutes === noZone) return '';
  if (minutes === 0) return 'Z';
  const absolute = Math.abs(minutes);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${part(Math.floor(absolute / 60))}:${part(absolute % 60)}`;
}

function stampText(scan: LineScan): string | undefined {
  if (scan.stampKind === StampKind.none) return undefined;
  const nanos = String((scan.wallMs % 1000) * 1_000_000 + scan.nanos).padStart(9, '0');
  if (scan.stampKind === StampKind.age) return `age-${scan.wallMs / 1000}s`;
  if (scan.stampKind === StampKind.boot) return trimFraction(`boot+${Math.floor(scan.wallMs / 1000)}.${nanos}s`);
  if (scan.stampKind === StampKind.clock)
    return trimFraction(`${new Date(scan.wallMs).toISOString().slice(10, 19)}.${nanos}`);
  const iso = new Date(scan.wallMs).toISOString().slice(0, 19);
  const date = scan.stampKind === StampKind.yearless ? `-${iso.slice(4)}` : iso;
  return trimFraction(`${date}.${nanos}${zoneText(scan.zoneMinutes)}`);
}

/** What the format makes of the line, or `null` when it refuses it. */
function parse(
  format: LogFormat,
  line: string,
): { readonly scan: LineScan; readonly fields: Parsed; readonly size: number } | null {
  const { bytes, start, end } = amid(line);
  const scan = new LineScan();
  if (!format.scan(bytes, start, end, scan)) return null;
  const text = (from: number, to: number): string | undefined => (from < 0 ? undefined : decodeUtf8(bytes, from, to));
  const fields: Parsed = { count: scan.count, partial: scan.partial };
  const stamp = stampText(scan);
  const severity = severityName(scan.severity);
  for (const name of ['head', 'part', 'either'] as const) if (scan.part === BlockPart[name]) fields.part = name;
  if (stamp !== undefined) fields.stamp = stamp;
  if (severity !== undefined) fields.severity = severity;
  for (const name of ['host', 'unit', 'pid', 'location', 'body'] as const) {
    const value = text(scan[`${name}Start`], scan[`${name}End`]);
    if (value !== undefined) fields[name] = value;
  }
  if (scan.bodyEncoding !== BodyEncoding.plain) {
    const escapes = new EscapeBuffer();
    if (scan.bodyEncoding === BodyEncoding.colored) escapes.strip(bytes, scan.bodyStart, scan.bodyEnd, colorCodeLength);
    else if (scan.bodyEncoding === BodyEncoding.octal) escapes.unescapeOctal(bytes, scan.bodyStart, scan.bodyEnd);
    else if (scan.bodyEncoding === BodyEncoding.html) escapes.unescapeHtml(bytes, scan.bodyStart, scan.bodyEnd);
    else escapes.unescape(bytes, scan.bodyStart, scan.bodyEnd);
    fields.body = decodeUtf8(escapes.bytes, 0, escapes.length);
  }
  for (const name of ['stamp', 'level', 'host', 'unit', 'pid', 'location', 'body'] as const) {
    const from = scan[`${name}Start`];
    const to = scan[`${name}End`];
    if (from === -1 && to === -1) continue;
    assert.ok(start <= from && from <= to && to <= end, `${format.id}: ${name} lies outside of the line: ${line}`);
  }
  return { scan, fields, size: end - start };
}

/** Where a sign stands. */
const withSign: Readonly<Record<Sign, RegExp>> = {
  digit: /\d/g,
  clock: /(?<=\d):(?=\d)/g,
  ':': /:/g,
  '=': /=/g,
  '[': /\[/g,
  '#': /#/g,
  '&': /&/g,
  '<': /</g,
  '\\': /\\/g,
};

/** Formats that a line of another format may also satisfy, and why. */
function mayOverlap(one: LogFormat, other: LogFormat): boolean {
  // A prefix only says where to look again; whoever asks counts it for nothing unless a format accepts the rest.
  return prefixFormats.includes(one) || prefixFormats.includes(other);
}

describe('log formats', () => {
  it('have ids of their own in kebab-case, titles and addresses', () => {
    assert.equal(new Set(formats.map(({ id }) => id)).size, formats.length);
    for (const { id, title, specification } of formats) {
      assert.match(id, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
      assert.ok(title.length > 2 && title.length <= 60, title);
      assert.match(specification, /^https:\/\/\S+$/);
    }
  });

  it('list the prefixes last', () => {
    assert.deepEqual(formats.slice(-prefixFormats.length), prefixFormats);
  });

  for (const format of formats) {
    describe(format.id, () => {
      it('brings samples and near misses', () => {
        assert.ok(format.samples.length >= 2 && format.nearMisses.length >= 3);
      });

      for (const { line, expect } of format.samples) {
        it(`reads ${JSON.stringify(line.slice(0, 90))}`, () => {
          const parsed = parse(format, line);
          assert.ok(parsed !== null, 'refused');
          const wanted = { ...expect, ...(expect.stamp === undefined ? {} : { stamp: trimFraction(expect.stamp) }) };
          const found = Object.fromEntries(
            Object.keys(wanted).map((name) => [name, parsed.fields[name as keyof Parsed]]),
          );
          assert.deepEqual(found, wanted);
        });

        it(`finds the same parts in ${JSON.stringify(line.slice(0, 60))} whatever was scanned before`, () => {
          const { bytes, start, end } = amid(line);
          const scan = new LineScan();
          for (const other of formats)
            for (const sample of other.samples) other.scan(encodeUtf8(sample.line), 0, sample.line.length, scan);
          scan.reset();
          format.scan(bytes, start, end, scan);
          assert.deepEqual(scan, parse(format, line)?.scan);
        });
      }

      for (const line of format.nearMisses) {
        it(`refuses ${JSON.stringify(line.slice(0, 90))}`, () => {
          assert.equal(parse(format, line), null);
        });
      }

      it('says truly what its lines begin with', () => {
        if (format.begins === undefined) return;
        for (const { line } of format.samples) {
          assert.ok(format.begins.includes(String.fromCharCode(encodeUtf8(line)[0] ?? 0)), line);
          for (let first = 1; first < 127; first++) {
            const letter = String.fromCharCode(first);
            if (!format.begins.includes(letter)) assert.equal(parse(format, letter + line.slice(1)), null, letter);
          }
        }
      });

      it('says truly what its lines cannot do without', () => {
        for (const need of format.needs ?? []) {
          const signs = typeof need === 'string' ? [need] : need;
          for (const { line } of format.samples) {
            const bytes = encodeUtf8(line);
            assert.ok(hasNeeded(signsIn(bytes, 0, bytes.length), need), `${signs.join()}: ${line}`);
            for (const other of ['x', ' ', '_', '7', '"']) {
              const without = signs.reduce((text, sign) => text.replaceAll(withSign[sign], other), line);
              if (signs.some((sign) => without.search(withSign[sign]) >= 0)) continue;
              assert.equal(parse(format, without), null, `${signs.join()}: ${without}`);
            }
          }
        }
      });

      it('says truly whether its lines are parts of records of several lines', () => {
        if (format.isBlock !== true) return;
        for (const { line } of format.samples) assert.notEqual(parse(format, line)?.scan.part, BlockPart.none, line);
      });

      it('refuses the samples of every other format', () => {
        const taken = formats
          .filter((other) => other !== format && !mayOverlap(format, other))
          .flatMap((other) =>
            other.samples.filter(({ line }) => parse(format, line) !== null).map(({ line }) => `${other.id}: ${line}`),
          );
        assert.deepEqual(taken, []);
      });

      it('stays within the line, wherever a sample is cut', () => {
        for (const { line } of format.samples) {
          for (let length = 0; length <= line.length; length++) parse(format, line.slice(0, length));
        }
      });

      it('leaves nothing behind in a line of noise', () => {
        for (const noise of [
          '',
          ' ',
          '\t\t',
          '\0\0\0\0',
          '�'.repeat(40),
          '{'.repeat(400),
          '['.repeat(400),
          '"\\'.repeat(200),
          '-'.repeat(99),
        ]) {
          const parsed = parse(format, noise);
          if (parsed === null) continue;
          assert.ok(prefixFormats.includes(format), `${format.id} takes ${JSON.stringify(noise.slice(0, 20))}`);
        }
      });
    });
  }
});

describe('the order of the formats', () => {
  it('gives every sample to its own format first, prefixes aside', () => {
    const strayed: string[] = [];
    for (const format of formats) {
      for (const { line } of format.samples) {
        const first = formats.find((candidate) => parse(candidate, line) !== null);
        if (
          first !== format &&
          !(prefixFormats.includes(format) && first !== undefined && prefixFormats.includes(first))
        ) {
          strayed.push(`${format.id} -> ${first?.id ?? 'none'}: ${line}`);
        }
      }
    }
    assert.deepEqual(strayed, []);
  });
});

describe('the cost of a format', () => {
  const long = 'x'.repeat(20_000);
  const hostile: readonly string[] = [
    long,
    '{"a":'.repeat(4_000),
    `{"log":"${'\\"'.repeat(10_000)}`,
    `time="2022-05-13T02:27:47Z" ${'a=b '.repeat(5_000)}`,
    ' '.repeat(20_000),
    '1'.repeat(20_000),
    `<1>1 - - - - - [${'"]['.repeat(6_000)}`,
  ];

  for (const format of formats) {
    it(`${format.id} looks at each byte of a line a bounded number of times`, () => {
      for (const text of hostile) {
        const { bytes, looks } = countingBytes(encodeUtf8(text));
        format.scan(bytes, 0, bytes.length, new LineScan());
        assert.ok(looks() <= 8 * bytes.length, `${looks()} looks at ${JSON.stringify(text.slice(0, 20))}`);
      }
    });
  }
});

/** Bytes that count how often they are looked at: linear work shows whatever the machine. */
function countingBytes(bytes: Uint8Array): { readonly bytes: Uint8Array; looks(): number } {
  let looks = 0;
  const counting = new Proxy(bytes, {
    get(target, key) {
      if (typeof key === 'string' && key.charCodeAt(0) <= 57) looks++;
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        looks += target.length;
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { bytes: counting, looks: () => looks };
}
