/** What is harmless silences what it contains, and nothing beside it, in whichever view of a record either was found. */
import * as assert from 'node:assert/strict';
import type { Signature, Wording } from '../../../../server/src/engine/catalogue/signature';
import { Matcher } from '../../../../server/src/engine/match/matcher';

function signature(id: string, role: Signature['role'], wording: Wording): Signature {
  const says = { en: id, zh: id };
  return {
    id,
    role,
    title: says,
    severity: 'error',
    category: 'other',
    emitters: [],
    meaning: says,
    usualCauses: says,
    firstCheck: says,
    remedy: says,
    time: { kind: 'instant' },
    source: [],
    wordings: [wording],
    matches: [],
    mustNotMatch: [],
  };
}

/** Matches the message of a log line in JSON, and the whole line where only its frame tells who speaks. */
function found(message: string, frameOfQuiet: string): string[] {
  const catalogue = [
    signature('quiet', 'benign', { literal: 'will retry', regex: new RegExp(`${frameOfQuiet}will retry: [a-z ]*`) }),
    signature('refused', 'problem', { literal: 'connection refused', regex: /connection refused/ }),
    signature('framed', 'problem', { literal: 'no space left', regex: /"unit":"agent".*no space left/ }),
  ];
  const matcher = new Matcher(catalogue);
  const raw = `{"unit":"agent","log":${JSON.stringify(message)}}`;
  const all = Array.from(catalogue.keys());
  return (matcher.match(all, [message, raw])?.hits ?? []).map(
    (hit) => `${catalogue[hit.signature]?.id} at ${hit.index}`,
  );
}

describe('a harmless text', () => {
  it('silences what it contains when only the frame shows that it is harmless', () => {
    assert.deepEqual(found('will retry: connection refused', '"unit":"agent".*'), []);
  });

  it('silences what it contains when only the frame shows what that is', () => {
    assert.deepEqual(found('will retry: no space left', ''), []);
  });

  it('silences nothing that stands outside it', () => {
    assert.deepEqual(found('connection refused. will retry: later', ''), ['refused at 0']);
    assert.deepEqual(found('will retry: later. no space left', ''), ['framed at 19']);
  });
});
