import { describe, expect, it } from 'vitest';
import { QuestionSearch } from '../../../server/src/library/questionSearch';
import type { StorySummary } from '../../../server/src/protocol';
import { questions } from '../../../server/src/rubric/questions';
import { summary } from '../client/summaries';

const story = (uri: string, more: Partial<StorySummary> = {}): StorySummary =>
  summary({ uri, title: uri, ...more });

function searchOver(stories: readonly (readonly [StorySummary, string])[]): QuestionSearch {
  const search = new QuestionSearch(questions);
  for (const [summary, text] of stories) search.set(summary, text);
  return search;
}

const lock = [
  story('lock', { evidence: ['diagnosis', 'root-cause'] }),
  'I found a lock on the voucher table.',
] as const;
const mail = [
  story('mail', { evidence: ['communication'] }),
  'I told the customers every ten minutes.',
] as const;

const other = [story('other', { evidence: ['fix'] }), 'I added an index.'] as const;

describe('what is found', () => {
  it.each([
    ['by its own question', story('own', { questions: ['What is the most difficult bug you have ever found?'] }), '', 'What is the most difficult bug you have ever found?', /^names this question in its front matter/], // prettier-ignore
    ['by a question like its own', story('own', { questions: ['What was the hardest bug you ever found?'] }), '', 'What is the most difficult bug you have ever found?', /^names a question like it: “What was/], // prettier-ignore
    ['by the id of a question', story('own', { questions: ['most-difficult-bug'] }), '', 'What is the most difficult bug you have ever found?', /^names this question/], // prettier-ignore
    ['by its evidence', story('own', { evidence: ['root-cause', 'prevention'] }), '', 'When did you insist on finding the root cause although the symptom was gone?', /shows root cause and prevention, which this question asks for/], // prettier-ignore
    ['by its principle', story('own', { principles: ['Dive Deep'] }), '', 'What is the most difficult bug you have ever found?', /is told for Dive Deep, which this question probes/], // prettier-ignore
    [
      'by its words',
      story('own'),
      'I restored the kangaroo cluster.',
      'Was there ever a kangaroo?',
      /talks about “kangaroo”/,
    ],
    [
      'by another form of a word',
      story('own'),
      'I restored two kangaroos.',
      'Was there ever a kangaroo?',
      /talks about “kangaroo”/,
    ],
    ['by what it is about', story('own'), 'The retry logic was mine: I had written it a year before.', 'Tell me about a time you screwed up.', /is about a failure of your own/], // prettier-ignore
    ['by a tag', story('own', { tags: ['deadline'] }), '', 'Tell me about a time when a deadline was at risk. What did you do?', /is about a date that was at risk/], // prettier-ignore
  ])('%s', (_how, summary, text, question, reason) => {
    const found = searchOver([other, [summary, text], mail]).find(question);
    const [first] = found;
    expect(first?.uri).toBe('own');
    expect(first?.reasons.join('\n')).toMatch(new RegExp(reason.source, 'm'));
  });

  it('is nothing for what asks for nothing', () => {
    const search = searchOver([lock, mail]);
    expect(search.find('')).toEqual([]);
    expect(search.find('Tell me about a time')).toEqual([]);
    expect(search.find('xyzzy')).toEqual([]);
  });

  it('comes with what the question asks for and the story lacks', () => {
    const [first] = searchOver([lock]).find('What is the most difficult bug you have ever found?');
    expect(first?.missing).toEqual(['fix']);
  });

  it('is called weak where there is nothing better', () => {
    const [first] = searchOver([mail]).find('Tell me about a time you disagreed with your manager.');
    expect(first?.fit).toBe('weak');
  });
});

describe('the index', () => {
  it('holds the newest version of a story, and forgets what is gone', () => {
    const search = searchOver([[story('a'), 'the kangaroo']]);
    search.set(story('a'), 'the wallaby');
    expect(search.find('kangaroo')).toEqual([]);
    expect(search.find('wallaby').map(({ uri }) => uri)).toEqual(['a']);
    search.remove('a');
    expect(search.find('wallaby')).toEqual([]);
    expect(search.size).toBe(0);
  });

  it('takes another bank of questions', () => {
    const search = searchOver([[story('a', { evidence: ['trade-off'] }), ''], lock]);
    const own = {
      id: 'own/sea',
      text: 'Tell me about a rollout at sea.',
      principles: [],
      evidence: ['trade-off'],
      tags: [],
    } as const;
    search.setBank([own, ...questions]);
    expect(search.find('Tell me about a rollout at sea.')[0]).toMatchObject({
      uri: 'a',
      reasons: [expect.stringContaining('shows trade-off')],
    });
  });
});
