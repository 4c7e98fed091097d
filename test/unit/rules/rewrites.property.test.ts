import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../scripts/train/corpus';
import { phrasingRuleIds } from '../../../server/src/rubric/ids';
import { shippedJudge } from '../judge';
import { examine } from './rewriteProperties';

/**
 * Holds the rules of a rewrite over the sentences of the corpus, in the settings that Markdown knows. Every tenth sentence by default;
 * STAR_STORIES_ALL=1 takes them all, in every setting.
 */
const isThorough = process.env.STAR_STORIES_ALL === '1';
const rows = readCorpus(join(import.meta.dirname, '..', '..', 'corpus'));
const { cases, hasRewrite, violations } = examine(
  rows.filter((_, index) => isThorough || index % 10 === 0),
  shippedJudge(),
);

describe.each(phrasingRuleIds)('rewrites of %s', (rule) => {
  it(
    'keep what a rewrite promises, wherever the sentence stands',
    () => {
      expect(cases.get(rule)!.flatMap((one) => violations(rule, one, isThorough))).toEqual([]);
    },
    isThorough ? 1_200_000 : 60_000,
  );
});

it(
  'nearly every finding has a rewrite',
  () => {
    const shares = phrasingRuleIds.map((rule) => {
      const all = cases.get(rule)!;
      return { rule, all: all.length, offered: all.filter((one) => hasRewrite(rule, one)).length };
    });
    console.log(
      shares
        .map(
          ({ rule, all, offered }) =>
            `${rule.padEnd(22)}${String(offered).padStart(6)} of ${String(all).padStart(5)} findings have a rewrite`,
        )
        .join('\n'),
    );
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    expect(shares.filter(({ all }) => all < 10)).toEqual([]);
    expect(shares.filter(({ all, offered }) => offered < 0.85 * all)).toEqual([]);
    expect(
      sum(shares.map(({ offered }) => offered)) / sum(shares.map(({ all }) => all)),
    ).toBeGreaterThanOrEqual(0.98);
  },
  isThorough ? 1_200_000 : 60_000,
);
