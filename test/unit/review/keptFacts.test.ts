import { describe, expect, it } from 'vitest';
import { keepingFacts } from '../../../server/src/review/keptFacts';
import { createSentenceReviewer } from '../../../server/src/review/sentenceReview';
import type { PhrasingRuleId, SectionKind } from '../../../server/src/rubric/ids';
import { resultOf } from '../../../server/src/rules/rewriting/edits';
import { shippedJudge } from '../judge';

const reviewer = createSentenceReviewer(shippedJudge());

/** What a rewrite that puts `words` in the place of the whole sentence becomes; undefined where it is withheld. */
function kept(rule: PhrasingRuleId, section: SectionKind, text: string, words: string): string | undefined {
  const review = reviewer.review(text, section);
  const hit = review.hits.find((one) => one.rule.id === rule);
  if (!hit) throw new Error(`${rule} finds nothing in: ${text}`);
  const edits = [{ span: { start: 0, end: text.length }, insert: words }];
  const rewrite = keepingFacts(review, hit, { title: words, edits, safe: false }, words);
  return rewrite && resultOf(text, rewrite.edits);
}

describe('a rewrite keeps in its hole', () => {
  it.each<[string, PhrasingRuleId, SectionKind, string, string, string]>([
    [
      'what happened to a system, in the writer’s words',
      'blame',
      'situation',
      'Our hosting company messed up again, and the shop was offline for about three hours on a Saturday afternoon.',
      '{{What broke}} because {{what let it happen}}.',
      '{{What broke (keep: the shop was offline for about three hours on a Saturday afternoon)}} because {{what let it happen}}.',
    ],
    [
      'the work that was done',
      'unverified-fix',
      'action',
      'I edited the rule on the live firewall and trusted my eyes.',
      'I checked {{what}}.',
      'I checked {{what (keep: edited the rule on the live firewall)}}.',
    ],
    [
      'figures and what they count',
      'minimizing',
      'result',
      'Yes, 212 alarms went unanswered, most of them the kind that goes unanswered on a good day too.',
      '{{How many users}} {{could not do what}}.',
      '{{How many users}} {{could not do what (keep: 212 alarms went unanswered)}}.',
    ],
    [
      'what a system did beside the excuse, and not the excuse',
      'minimizing',
      'situation',
      'The query was already broken when I got it, so I can’t take the blame for that.',
      '{{How many users}} {{could not do what}}.',
      '{{How many users}} {{could not do what (keep: the query was already broken)}}.',
    ],
    [
      'the work that the hours went into',
      'effort-not-initiative',
      'action',
      'I re-ran 120 plates on a Saturday night by myself with a sandwich in the cold room.',
      'I {{what you did}}.',
      'I {{what you did (keep: re-ran 120 plates)}}.',
    ],
    [
      'what the promise is about, whatever else speaks for the finding',
      'vague-prevention',
      'reflection',
      'Backups get more attention than they used to.',
      '{{Test}} now blocks {{what it stops}}.',
      '{{Test (keep: backups)}} now blocks {{what it stops}}.',
    ],
    [
      'a name beyond the finding',
      'unverified-fix',
      'action',
      'I set the timeout and trusted Postgres to do the rest.',
      'I set the timeout, and {{which metric}} fell.',
      'I set the timeout, and {{which metric (keep: Postgres)}} fell.',
    ],
  ])('%s', (_what, rule, section, text, words, expected) => {
    expect(kept(rule, section, text, words)).toBe(expected);
  });
});

it('a rewrite that says it all has nothing to keep', () => {
  expect(
    kept('blame', 'situation', 'DevOps pushed a bad config and took us down.', 'A bad config took us down.'),
  ).toBe('A bad config took us down.');
});

it('a rewrite that loses a fact and has no hole to name it in is withheld', () => {
  expect(
    kept('blame', 'situation', 'DevOps pushed a bad config and took us down.', 'We were down.'),
  ).toBeUndefined();
});
