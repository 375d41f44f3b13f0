/** Text copied out of a web page's source: quotes and angle brackets are written as HTML writes them. */
import { htmlEntity } from '../text/escapes';
import type { LogFormat } from './format';
import { BodyEncoding } from './format';

/** Where a header has its quotes. */
const lookBytes = 96;

/** `time=&quot;2022-05-13T02:27:47Z&quot; level=error msg=&quot;...&quot;`; the body is the whole text, read as it was shown. */
export const htmlEntities: LogFormat = {
  id: 'html-entities',
  title: 'text of a web page',
  kind: 'envelope',
  specification: 'https://html.spec.whatwg.org/multipage/syntax.html#character-references',
  needs: ['&'],
  scan(bytes, start, end, out) {
    const limit = Math.min(end, start + lookBytes);
    for (let at = start; at < limit; at++) {
      const { length } = htmlEntity(bytes, at, end);
      if (length === 0) continue;
      out.bodyStart = start;
      out.bodyEnd = end;
      out.bodyEncoding = BodyEncoding.html;
      return end - start > length;
    }
    return false;
  },
  samples: [
    {
      line: 'time=&quot;2022-05-13T02:27:47Z&quot; level=error msg=&quot;returned error: &lt;nil&gt; &amp; more&quot;',
      expect: { body: 'time="2022-05-13T02:27:47Z" level=error msg="returned error: <nil> & more"' },
    },
    { line: '&gt; E0513 10:27:47.004211 1 a.go:1] x', expect: { body: '> E0513 10:27:47.004211 1 a.go:1] x' } },
    {
      line: '{&#34;log&#34;:&#x22;it&#39;s &#8230; 1 &amp;&amp; 2 &unknown;',
      expect: { body: '{"log":"it\'s &#8230; 1 && 2 &unknown;' },
    },
  ],
  nearMisses: ['&lt;', 'a && b', 'AT&T; and more', '&#; &#x; &#300;', 'no entities', '&quot'],
};
