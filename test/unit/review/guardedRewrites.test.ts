import { describe, expect, it } from 'vitest';
import { readSentences } from '../../../server/src/prose/sentences';
import { guardedRewrites } from '../../../server/src/review/guardedRewrites';
import { createSentenceReviewer } from '../../../server/src/review/sentenceReview';
import type { PhrasingRule } from '../../../server/src/rules/rule';
import { parseStory } from '../../../server/src/story/parseStory';
import type { Edit } from '../../../server/src/text/edit';
import { shippedJudge } from '../judge';

const reviewer = createSentenceReviewer(shippedJudge());

/** What the guard lets through of a rewrite that the rule `blame` would make of the words given. */
function guarded(block: string, edit: (sentence: string) => Edit[]): string[][] {
  const text = `## Situation\n\n${block}\n`;
  const sentence = readSentences(parseStory(text))[0]!;
  const review = reviewer.review(sentence.text, 'situation');
  const hit = review.hits.find(({ rule }) => rule.id === 'blame')!;
  const rewrite = (): ReturnType<PhrasingRule['rewrite']> => [
    { title: 'One', edits: edit(sentence.text), safe: false },
  ];
  const found = { sentence, section: 'situation', review, text } as const;
  return guardedRewrites(found, { ...hit, rule: { ...hit.rule, rewrite } }, reviewer.review).map(
    ({ edits }) => edits.map(({ insert }) => insert),
  );
}

const replacing =
  (words: string, insert: string) =>
  (sentence: string): Edit[] => {
    const start = sentence.indexOf(words);
    return [{ span: { start, end: start + words.length }, insert }];
  };
const weak = 'DevOps pushed a bad config to the gateway.';

describe('a rewrite is let through', () => {
  it('where the finding is gone after it', () => {
    expect(guarded(weak, replacing('DevOps pushed a bad config to', 'A bad config reached'))).toEqual([
      ['A bad config reached'],
    ]);
  });

  it('where a hole stands in the place of the weakness', () => {
    const made = guarded(weak, replacing('DevOps pushed a bad config to', '{{What broke}} took down'));
    expect(made).toEqual([['{{What broke (keep: pushed a bad config to the gateway)}} took down']]);
  });

  it('where its Markdown still says the same', () => {
    expect(
      guarded(
        `**DevOps** pushed a bad config to the [gateway](a.md).`,
        replacing('DevOps pushed a bad config to', 'A bad config reached'),
      ).length,
    ).toBe(1);
  });
});

describe('a rewrite is withheld', () => {
  it.each([
    ['where the finding is still there', weak, replacing('gateway', 'router')],
    [
      'where it brings another finding',
      weak,
      replacing(weak, 'Luckily hardly anyone noticed the small hiccup.'),
    ],
    ['where it only adds a hole to the weakness', weak, replacing('.', '; {{what you did}}.')],
    [
      'where it brings another finding beside a hole',
      weak,
      replacing(weak, '{{What broke}}, but luckily hardly anyone noticed.'),
    ],
    ['where it changes nothing', weak, replacing('DevOps', 'DevOps')],
    [
      'where it makes a link of a remark in brackets',
      'DevOps pushed a bad config (v2) to the gateway.',
      replacing('DevOps pushed a bad config ', 'A bad [config]'),
    ],
    [
      'where it makes a list of a paragraph',
      weak,
      replacing('DevOps pushed a bad config to', '- A bad config reached'),
    ],
    [
      'where its edits overlap',
      weak,
      (text: string) => [...replacing('DevOps', 'We')(text), ...replacing('DevOps pushed', 'We')(text)],
    ],
    ['where the rule throws', weak, (): Edit[] => { throw new Error('a fault'); }], // prettier-ignore
  ])('%s', (_name, block, edit) => {
    expect(guarded(block, edit)).toEqual([]);
  });
});
