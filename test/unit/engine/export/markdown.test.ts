/** Nothing in a log can become markup in an exported report. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { codeCell, codeSpan, diagramLabel, fence, lineLink } from '../../../../server/src/engine/export/markdownText';
import { catalogue, createEngine, toMarkdown, toText } from '../../../../server/src/engine/index';
import { triage } from '../../../support/triage';

const hostile =
  '`````` </script><img src=x onerror=alert(1)> ![a](http://evil.example/x.png) [b](command:x) @all #1 | ~~~ \u202egnp \u001b]52;c;eA==\u0007';

/** Lines of a document outside its fences. */
function outsideFences(markdown: string): string[] {
  const lines: string[] = [];
  let open: string | null = null;
  for (const line of markdown.split('\n')) {
    const marks = /^(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (open === null && marks !== null) open = marks;
    else if (open && marks?.startsWith(open) && line.trim() === marks) open = null;
    else if (open === null) lines.push(line);
  }
  assert.equal(open, null, 'a fence was never closed');
  return lines;
}

describe('the Markdown report on hostile text', () => {
  const report = triage({
    [`dir/${'a|b`c'}.log`]: [
      `May 13 10:29:02 node-a kubelet: E0513 10:29:02.004211   14207 remote_runtime.go:69] ListContainers from runtime service failed: rpc error: code = Unknown desc = operation timeout: context deadline exceeded ${hostile}`,
      `May 13 10:31:02 node-a kubelet: E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded ${hostile}`,
    ],
  });

  for (const language of ['en', 'zh'] as const) {
    it(`keeps log text inside fences and code spans (${language})`, () => {
      const prose = outsideFences(toMarkdown(report, catalogue, { language, linkBase: '' }))
        .map((line) => line.replace(/\[(`+).*?\1\]\(<[^>]*>\)/g, '').replace(/(`+)(?!`).*?\1/g, ''))
        .join('\n');
      assert.doesNotMatch(prose, /<img|<\/script|evil\.example|command:|@all|\u202e|\u001b/);
      assert.match(prose, /^# Causeline/);
    });
  }

  it('has no control or direction characters in any form', () => {
    const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
    assert.doesNotMatch(toMarkdown(report, catalogue, { language: 'en', linkBase: '' }), unsafe);
    assert.doesNotMatch(toText(report, catalogue, { language: 'en', color: false }), unsafe);
  });

  it('says what happened and where', () => {
    const markdown = toMarkdown(report, catalogue, { language: 'en', linkBase: '../case' });
    assert.match(markdown, /Container garbage collection failed: operation timeout/);
    assert.match(markdown, /\(<\.\.\/case\/dir\/a%7Cb%60c\.log#L2>\)/);
    assert.match(markdown, /```mermaid\nflowchart TD/);
  });
});

describe('the facts of a Markdown report', () => {
  it('tell once what a list says of many nodes, and name the one that differs', () => {
    const rows = Array.from({ length: 9 }, (_, at) => `node-${at}   ${at === 4 ? 'NotReady' : 'Ready'}   96d   v1.8.6`);
    const report = triage({ 'nodes.txt': ['NAME   STATUS   AGE   VERSION', ...rows] });
    const listed = toMarkdown(report, catalogue, { language: 'en', linkBase: '' })
      .split('\n')
      .filter((line) => line.startsWith('- node status (') || line.startsWith('- kubelet version ('));
    assert.deepEqual(listed, [
      '- kubelet version (`node-0`, `node-1`, `node-2`; 6 more, not listed): `v1.8.6`, [`nodes.txt:2`](<nodes.txt#L2>)',
      '- node status (`node-0`, `node-1`, `node-2`; 5 more, not listed): `Ready`, [`nodes.txt:2`](<nodes.txt#L2>)',
      '- node status (`node-4`): `NotReady`, [`nodes.txt:6`](<nodes.txt#L6>)',
    ]);
  });
});

describe('the sources of a report', () => {
  const info = (id: string, rank: number) => ({ id, modifiedMs: null, rotation: { set: 'node-7/messages', rank } });
  const engine = createEngine();
  for (const [id, rank, minute] of [
    ['node-7/messages', 0, 30],
    ['node-7/messages.1', -2, 20],
    ['node-7/messages.2.gz', -3, 10],
  ] as const) {
    const reader = engine.openSource(info(id, rank));
    reader.push(
      Buffer.from(`May 13 10:${minute}:00 node-7 kubelet: I0513 10:${minute}:00.000000     711 a.go:1] up\n`),
    );
    reader.end();
  }
  engine.unread({ id: 'core|1', kind: 'skipped', reason: { en: 'no <log>', zh: '不是日志' }, retry: false });
  const report = engine.report();

  it('say which part of which rotated log they are, and what was passed over', () => {
    const markdown = toMarkdown(report, catalogue, { language: 'en', linkBase: '' });
    assert.match(markdown, /^\| `node-7\/messages\.2\.gz` \(part 1 of 3 of `node-7\/messages`\) \|/m);
    assert.match(markdown, /^\| `node-7\/messages` \(part 3 of 3 of `node-7\/messages`\) \|/m);
    assert.match(markdown, /### Passed over: no logs, or counted already\n\n- `core\|1`: `no <log>`/);
    const chinese = toMarkdown(report, catalogue, { language: 'zh', linkBase: '' });
    assert.match(chinese, /（`node-7\/messages` 的第 1 部分，共 3 部分）/);
  });

  it('are told as one rotated log in a terminal, oldest first', () => {
    const text = toText(report, catalogue, { language: 'en', color: false });
    assert.match(
      text,
      /Rotated logs, read as one:\n {2}- node-7\/messages, 3 parts, oldest first: messages\.2\.gz, messages\.1, messages\n/,
    );
    assert.match(
      toText(report, catalogue, { language: 'zh', color: false }),
      /轮转日志.*\n {2}- node-7\/messages, 3 个部分/,
    );
  });
});

describe('text in Markdown', () => {
  it('cannot close its fence', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '~', '\n', 'a', ' '), maxLength: 60 }), (text) => {
        assert.deepEqual(outsideFences(fence(text)), []);
      }),
    );
  });

  it('cannot leave its code span or table cell', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('`', '|', '\n', 'a', ' '), minLength: 1, maxLength: 30 }),
        (text) => {
          assert.doesNotMatch(codeSpan(text), /\n/);
          const marks = /^`+/.exec(codeSpan(text))?.[0] ?? '';
          assert.ok(!codeSpan(text).slice(marks.length, -marks.length).split(/[^`]+/).includes(marks));
          assert.doesNotMatch(codeCell(text), /(?<!\\)\|/);
        },
      ),
    );
  });

  it('cannot end a diagram label or a link', () => {
    assert.equal(diagramLabel('a"]; click x "javascript:y" %%{'), 'a click x javascript:y %%');
    assert.equal(lineLink('', 'x>)(<y', 3), '[`x>)(<y:3`](<x%3E%29%28%3Cy#L3>)');
    assert.equal(lineLink('', 'kern.log', 3, 17), '[`kern.log:3-17`](<kern.log#L3-L17>)');
    assert.equal(lineLink('', 'b.tgz!/var/log/messages', 3), '`b.tgz!/var/log/messages:3`');
  });
});
