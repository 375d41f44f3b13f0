/** A chain is told in one line that leads from its root to its symptom. */
import * as assert from 'node:assert/strict';
import { catalogue, storyOf, toMarkdown, toText } from '../../../../server/src/engine/index';
import { lockStory } from '../../../support/stories';
import { triage } from '../../../support/triage';

describe('the story of a chain', () => {
  const report = triage({ messages: lockStory() });
  const [chain] = report.chains;
  const tell = (language: 'en' | 'zh'): string =>
    (chain && storyOf(chain, (id) => report.episodes.find((episode) => episode.id === id), language)) ?? '';

  it('goes from the root over the arrows to the symptom, with distances', () => {
    const steps = tell('en').split(' → ');
    const titles = chain?.steps.map((id) => report.episodes.find((episode) => episode.id === id)?.title.en);
    assert.equal(steps[0], titles?.[0]);
    assert.match(steps.at(-1) ?? '', /NotReady.* \(\+\d.*\)$/);
    assert.ok(steps.length > 2 && steps.length <= (titles?.length ?? 0));
  });

  it('heads the exports, in the language of the reader', () => {
    assert.ok(toMarkdown(report, catalogue, { language: 'en', linkBase: '' }).includes(`In short: ${tell('en')}`));
    assert.ok(toText(report, catalogue, { language: 'zh', color: false }).includes(`概要: ${tell('zh')}`));
    assert.match(tell('zh'), /\p{Script=Han}.* → /u);
  });

  it('is left out where the title says as much', () => {
    const short = triage({
      messages: lockStory().filter((line) => line.includes('PLEG') || line.includes('NodeNotReady')),
    });
    const text = toText(short, catalogue, { language: 'en', color: false });
    assert.equal(short.chains[0]?.steps.length, 2);
    assert.ok(text.includes(short.chains[0]?.title.en ?? '?'));
    assert.ok(!text.includes('In short'));
    assert.ok(!toMarkdown(short, catalogue, { language: 'en', linkBase: '' }).includes('In short'));
  });
});
