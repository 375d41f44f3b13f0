/** The case file: what is sound holds, what is not is named with its place and a remedy, and nothing in it is lost when it is changed. */
import * as assert from 'node:assert/strict';
import { changeCase, readCase, withPrefix } from '../../../server/src/case/caseFile';

const example = `{
  "version": 1,
  "author": "somebody",
  "sources": {
    "node-7/kubelet.log": { "zone": "+08:00", "year": 2022, "skew": "-1m34.85s", "colour": "red" },
    "**/messages*": { "node": "node-7", "format": "syslog", "note": "by the label on the disk" }
  }
}
`;

const lines = (text: string): string[] =>
  readCase('case.json', text).problems.map(({ line, message }) => `${line}: ${message.en}`);

describe('a case file', () => {
  it('says what was decided about each source', () => {
    assert.deepEqual(readCase('case.json', example).corrections, {
      'node-7/kubelet.log': { zone: '+08:00', year: 2022, skewMs: -94_850 },
      '**/messages*': { node: 'node-7', format: 'syslog' },
    });
  });

  it('names members that it does not know, and lets the others hold', () => {
    assert.deepEqual(lines(example), [
      "5: 'colour' is not known here and is kept as it is; known are: format, node, zone, year, skew, note",
    ]);
  });

  it('names each fault with its line and what to write instead', () => {
    const text = `{
  "sources": {
    "a": { "zone": "Mars/Base", "year": "2022" },
    "b": { "skew": "soon",
           "format": "klogg" },
    "c": { "node": "../x", "zone": "UTC" },
    "d": 7
  }
}`;
    const found = lines(text);
    assert.equal(found.length, 6);
    assert.match(found[0] ?? '', /^3: 'Mars\/Base' is no zone; write \+08:00, UTC or Asia\/Shanghai$/);
    assert.match(found[1] ?? '', /^3: '"?2022"?' is no year; write a number from 1970 on/);
    assert.match(found[2] ?? '', /^4: 'soon' is no distance; write \+1\.5s/);
    assert.match(found[3] ?? '', /^5: 'klogg' is no format; write text or one of: .*klog/);
    assert.match(found[4] ?? '', /^6: '\.\.\/x' is no name of a node/);
    assert.match(found[5] ?? '', /^7: must be an object/);
    assert.deepEqual(readCase('case.json', text).corrections, { a: {}, b: {}, c: { zone: 'UTC' } });
  });

  it('refuses what is no object, a later version, and broken text, without a word lost', () => {
    assert.match(lines('[1]')[0] ?? '', /must be an object; write/);
    assert.match(lines('{"version": 2, "sources": {}}')[0] ?? '', /is version 2; this Causeline reads version 1/);
    assert.equal(lines('{"sources": {').length > 0, true);
    assert.deepEqual(readCase('case.json', '').problems, []);
  });

  it('takes hostile names for names', () => {
    const { corrections } = readCase('case.json', '{"sources": {"__proto__": {"year": 2020}}}');
    assert.equal(Object.getPrototypeOf(corrections), Object.prototype);
    assert.deepEqual(Object.keys(corrections), ['__proto__']);
  });

  it('is changed without losing what it does not know', () => {
    const changed = changeCase(example, 'node-7/kubelet.log', { zone: null, skew: 2500 }) ?? '';
    assert.deepEqual(JSON.parse(changed), {
      version: 1,
      author: 'somebody',
      sources: {
        'node-7/kubelet.log': { year: 2022, skew: '+2.5s', colour: 'red' },
        '**/messages*': { node: 'node-7', format: 'syslog', note: 'by the label on the disk' },
      },
    });
    assert.deepEqual(readCase('case.json', changed).corrections['node-7/kubelet.log'], { year: 2022, skewMs: 2500 });
  });

  it('begins with the first decision, and ends with none', () => {
    const begun = changeCase(null, 'a.log', { year: 2022, note: 'by the label' }) ?? '';
    assert.deepEqual(JSON.parse(begun), { version: 1, sources: { 'a.log': { year: 2022, note: 'by the label' } } });
    assert.deepEqual(JSON.parse(changeCase(begun, 'a.log', { year: null }) ?? ''), { version: 1, sources: {} });
  });

  it('is left alone when it is broken', () => {
    assert.equal(changeCase('{"sources": {', 'a.log', { year: 2022 }), null);
    assert.equal(changeCase('[]', 'a.log', { year: 2022 }), null);
  });

  it('speaks of sources below its own folder', () => {
    assert.deepEqual(withPrefix({ 'a.log': { year: 2022 } }, 'first/'), { 'first/a.log': { year: 2022 } });
  });
});
