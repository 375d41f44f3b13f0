/** Bytes become text without loss of place, escapes become what they stand for, hidden characters become visible. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decodeUtf8, encodeUtf8, utf16Length } from '../../../../server/src/engine/text/decode';
import { EscapeBuffer, plainText } from '../../../../server/src/engine/text/escapes';
import { visible, visibleLine } from '../../../../server/src/engine/text/visible';

describe('UTF-8', () => {
  it('decodes as the platform does, also when damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const ours = decodeUtf8(bytes, 0, bytes.length);
        const valid = Buffer.from(bytes).toString('utf8');
        if (!valid.includes('\uFFFD')) assert.equal(ours, valid);
        assert.equal(ours.length, utf16Length(bytes, 0, bytes.length));
        assert.equal(ours.replaceAll('\uFFFD', ''), valid.replaceAll('\uFFFD', ''));
      }),
      { numRuns: 1000 },
    );
  });

  it('encodes as the platform does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        assert.deepEqual(Buffer.from(encodeUtf8(text)), Buffer.from(text)),
      ),
    );
  });

  it('keeps the text around an invalid byte', () => {
    assert.equal(decodeUtf8(Uint8Array.from([0x61, 0xff, 0x62, 0xe4, 0xb8]), 0, 5), 'a\uFFFDb\uFFFD\uFFFD');
  });
});

describe('escapes', () => {
  it('undo what JSON did, and remember where each byte stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const quoted = JSON.stringify(text);
        const source = Buffer.from(quoted);
        const buffer = new EscapeBuffer();
        buffer.unescape(source, 1, source.length - 1);
        assert.equal(Buffer.from(buffer.bytes.subarray(0, buffer.length)).toString('utf8'), text);
        for (let index = 1; index < buffer.length; index++)
          assert.ok(buffer.originOf(index) >= buffer.originOf(index - 1));
      }),
    );
  });

  it('make literal line breaks of daemons and rsyslog plain, at any depth of quoting', () => {
    assert.equal(
      plainText('\\u003cnil\\u003e &lt;nil&gt; &quot;a&#39;b&amp;c&quot; &x; a && b'),
      `<nil> <nil> "a'b&c" &x; a && b`,
    );
    assert.equal(plainText('a\\nb\\\\\\"c\\\\\\" #012d \\x1b[31mred\\x1b[0m'), 'a\nb"c" \nd red');
    assert.equal(
      plainText(String.raw`C:\\var\log \\\x1b[1mx\u001b[0m #033[0m\u0041 \\u003c`),
      String.raw`C:\\var\log \\x \u0041 <`,
    );
  });

  it('keep long runs of backslashes, and go through them once', () => {
    const run = '\\'.repeat(4_000_000);
    assert.equal(plainText(`${run}!`), `${run}!`);
    assert.equal(plainText(`${run}"`), '"');
  });
});

describe('text that is shown', () => {
  it('has no control, zero-width or direction characters left', () => {
    assert.equal(visible('a\u202eb\u200bc\u001b[31md\u0007'), 'a\\u{202e}b\\u{200b}c\\u{1b}[31md\\u{7}');
  });

  it('is one line of limited length where one line is asked for', () => {
    assert.equal(visibleLine('a\nb\tc'), 'a b c');
    assert.equal(visibleLine('x'.repeat(50), 10), `${'x'.repeat(9)}…`);
  });
});
