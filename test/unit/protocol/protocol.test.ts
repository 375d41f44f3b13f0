/** Values on the wire: settings with wrong types, text that hides something. */
import { strict as assert } from 'node:assert';
import { defaultSettings, readSettings } from '../../../server/src/protocol/settings';
import { visibleText } from '../../../server/src/protocol/visibleText';

describe('settings', () => {
  it('are read from the section of an editor', () => {
    const settings = readSettings({ lens: { windowSeconds: 9 }, diagnostics: { enabled: false } });
    assert.equal(settings['causeline.lens.windowSeconds'], 9);
    assert.equal(settings['causeline.diagnostics.enabled'], false);
    assert.equal(settings['causeline.lens.enabled'], true);
  });

  it('fall back when they make no sense', () => {
    for (const section of [
      null,
      7,
      'x',
      [],
      { lens: null },
      { lens: { windowSeconds: '2' } },
      { lens: { windowSeconds: -1 } },
      { lens: { windowSeconds: Number.NaN } },
      { archives: { depth: -1, members: 'all', unpackedGiB: Number.POSITIVE_INFINITY } },
    ]) {
      assert.deepEqual(readSettings(section), defaultSettings);
    }
  });
});

describe('visible text', () => {
  it('writes out what is not seen', () => {
    assert.equal(visibleText('a\u202eb\u200bc\u001b[31m\u0000'), 'a\\u{202e}b\\u{200b}c\\u{1b}[31m\\u{0}');
    assert.equal(visibleText('tag\u{e0041}'), 'tag\\u{e0041}');
  });

  it('makes no icons, however often it is asked', () => {
    assert.equal(visibleText(visibleText('$(alert)')), '\\$(alert)');
  });

  it('cuts long text without leaving half a character', () => {
    assert.equal(visibleText(`ab😀`, 3), 'ab\ufffd…');
    assert.equal(visibleText('x'.repeat(5000)).length, 201);
  });

  it('leaves honest text alone', () => {
    assert.equal(visibleText('节点 node-7: waiting (47s) — 5 µs'), '节点 node-7: waiting (47s) — 5 µs');
  });
});
