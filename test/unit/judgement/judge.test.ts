import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assignSections, type Judgement, loadJudge } from '../../../server/src/judgement';
import { judgedLabels, labels } from '../../../server/src/judgement/labels';
import { phrasingRuleIds, sectionKinds } from '../../../server/src/rubric/ids';
import { readWeights } from '../../../server/src/hosts/nodeWeights';
import { shippedWeights } from '../judge';

const bytes = readWeights(shippedWeights);
const judge = loadJudge(bytes);

describe('the weights file', () => {
  it('stays within its size', () => {
    expect(statSync(shippedWeights).size).toBeLessThanOrEqual(800_000);
  });

  it.each([
    ['is empty', new Uint8Array(0), /too short/],
    [
      'is something else',
      new TextEncoder().encode('Once upon a time there was a file of text.'),
      /not a weights file/,
    ],
    ['is cut short', bytes.slice(0, -100), /cut short/],
  ])('is refused when it %s', (_, damaged, message) => {
    expect(() => loadJudge(damaged)).toThrow(message);
  });

  it('is read from the middle of a larger buffer as well', () => {
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    const text = 'The team was thrilled with how it turned out.';
    const again = loadJudge(larger.subarray(3, 3 + bytes.length)).judge(text, 'result');
    expect(certainties(again)).toEqual(certainties(judge.judge(text, 'result')));
  });
});

describe('certainties', () => {
  it('lie between 0 and 1 for every label, whatever the text', () => {
    for (const text of [
      '',
      ' ',
      '…',
      'I',
      '😀😀',
      'x'.repeat(5000),
      'word '.repeat(3000),
      'ÅÄÖ — ñ',
      '{{what}} TODO',
      'a\u0000b',
    ]) {
      for (const section of [...sectionKinds, undefined]) {
        for (const certainty of certainties(judge.judge(text, section))) {
          expect(certainty).toBeGreaterThanOrEqual(0);
          expect(certainty).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('are the same for the same text, whatever was judged before', () => {
    const text = 'I escalated it to Payments and waited for their fix.';
    const first = certainties(judge.judge(text, 'action'));
    judge.judge('Something else altogether, and rather longer than the sentence before it.', 'result');
    expect(certainties(judge.judge(text, 'action'))).toEqual(first);
  });

  it('of a judgement stay when another sentence is judged', () => {
    const judgement = judge.judge('Everyone was very happy with the result.', 'result');
    const before = certainties(judgement);
    judge.judge('I rolled the deploy back.', 'action');
    expect(certainties(judgement)).toEqual(before);
  });

  it('heed the section', () => {
    const text = 'We found the slow query together.';
    expect(judge.judge(text, 'action').certainty('we-action')).toBeGreaterThan(
      judge.judge(text, 'situation').certainty('we-action'),
    );
  });

  it.each([
    ['blame', 'situation', 'The new contractor pushed an untested config and took the whole site down.'],
    ['activity-as-impact', 'result', 'Everyone was very happy and my manager thanked me.'],
    ['panic', 'action', 'I panicked and had no idea what to do.'],
    ['no-change', 'reflection', 'Looking back, I would not change anything.'],
    ['hedging', 'action', 'I basically kind of rewrote the parser, I guess.'],
  ] as const)('find %s in a plain case', (label, section, text) => {
    expect(judge.judge(text, section).certainty(label)).toBeGreaterThan(0.5);
  });

  it('leave a plain strong sentence alone', () => {
    const judgement = judge.judge(
      'I rolled back build 512 at 02:14, and the error rate fell from 9% to 0.1%.',
      'action',
    );
    for (const label of phrasingRuleIds) expect(judgement.certainty(label)).toBeLessThan(0.5);
  });
});

describe('explain', () => {
  const text = 'DevOps pushed a bad config and “we” didn’t notice — 😀 twice.';

  it('gives places inside the text, strongest first', () => {
    for (const label of judgedLabels) {
      const reasons = judge.judge(text, 'situation').explain(label);
      expect(reasons.length).toBeGreaterThan(0);
      reasons.forEach((reason, i) => {
        expect(reason.start).toBeGreaterThanOrEqual(0);
        expect(reason.end).toBeGreaterThan(reason.start);
        expect(reason.end).toBeLessThanOrEqual(text.length);
        if (i > 0) expect(Math.abs(reason.weight)).toBeLessThanOrEqual(Math.abs(reasons[i - 1]!.weight));
      });
    }
  });

  it('adds up to the certainty, but for the constant', () => {
    const bare = 'I rolled it back.';
    const sum = (sentence: string): number =>
      judge
        .judge(sentence, 'action')
        .explain('blame')
        .reduce((total, { weight }) => total + weight, 0);
    const odds = (sentence: string): number => {
      const certainty = judge.judge(sentence, 'action').certainty('blame');
      return Math.log(certainty / (1 - certainty));
    };
    expect(odds(text) - odds(bare)).toBeCloseTo(sum(text) - sum(bare), 6);
  });
});

describe('assignSections', () => {
  const story = [
    'On Friday at 18:00 the checkout of our shop began to time out for about 4,000 customers.',
    'I was the engineer on call, and it was my job to bring the orders back.',
    'I compared the slow traces with the deploy log and found a missing index.',
    'I rolled the release back and posted an update every fifteen minutes.',
    'Error rates fell from 12% to 0.2%, and the shop kept its weekend revenue.',
    'I learned to run the migration against a copy of production first.',
  ];

  it('keeps the order of a story told in order', () => {
    const assigned = assignSections(story.map((sentence) => judge.judge(sentence, undefined)));
    expect(assigned).toEqual(['situation', 'task', 'action', 'action', 'result', 'reflection']);
  });

  it('gives nothing for nothing, and one for one', () => {
    expect(assignSections([])).toEqual([]);
    expect(assignSections([judge.judge(story[0]!, undefined)])).toEqual(['situation']);
  });
});

function certainties(judgement: Judgement): number[] {
  return labels.map((label) => judgement.certainty(label));
}
