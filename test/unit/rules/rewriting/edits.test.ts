import { describe, expect, it } from 'vitest';
import {
  appendSentence,
  appendWords,
  articleBefore,
  capitalized,
  deleteWords,
  endOfWords,
  quoted,
  replaceSentence,
  replaceWords,
  sayRewrite,
  uncapitalized,
} from '../../../../server/src/rules/rewriting/edits';
import { applyEdits } from '../../../../server/src/text/edit';

/** Takes «marks» out of a text and says where they stood. */
function marked(source: string): { text: string; span: { start: number; end: number } } {
  const start = source.indexOf('«');
  const end = source.indexOf('»') - 1;
  return { text: source.replace(/[«»]/g, ''), span: { start, end } };
}

describe('deleting words', () => {
  it.each([
    ['«Basically», I rolled it back.', 'I rolled it back.'],
    ['«Honestly,» the deploy was mine.', 'The deploy was mine.'],
    ['«honestly,» the deploy was mine', 'the deploy was mine'],
    ['«Basically» iOS clients failed.', 'iOS clients failed.'],
    ['“«Well», the deploy was mine,” I said.', '“The deploy was mine,” I said.'],
    ['I «basically» fixed the leak.', 'I fixed the leak.'],
    ['I, «to be honest», skipped the check.', 'I skipped the check.'],
    ['When the alert came, «to be honest», I was asleep.', 'When the alert came, I was asleep.'],
    ['I added the index, «kind of», and reran the job.', 'I added the index, and reran the job.'],
    ['I added the index – «you know» – and reran the job.', 'I added the index and reran the job.'],
    ['I added the index («more or less») on Friday.', 'I added the index on Friday.'],
    ['I added the index, «I guess».', 'I added the index.'],
    ['I added the index «or something»', 'I added the index'],
    ['So «basically», I added the index.', 'So I added the index.'],
    ['It was a «kind of» outage.', 'It was an outage.'],
    ['It was an «only» partial outage.', 'It was a partial outage.'],
  ])('%s', (source, expected) => {
    const { text, span } = marked(source);
    expect(applyEdits(text, deleteWords(text, span))).toBe(expected);
  });

  it('leaves all text but the words, so that Markdown beside them survives', () => {
    const edits = deleteWords('Honestly, the deploy was mine.', { start: 0, end: 8 });
    expect(edits).toEqual([
      { span: { start: 0, end: 10 }, insert: '' },
      { span: { start: 10, end: 11 }, insert: 'T' },
    ]);
  });
});

describe('replacing words', () => {
  it.each([
    ['«Lots of» users saw errors.', '{{how many}}', '{{How many}} users saw errors.'],
    ['«The team» fixed it.', 'a rollback', 'A rollback fixed it.'],
    ['«the team» fixed it', 'a rollback', 'a rollback fixed it'],
    ['It was a «small» outage.', 'unplanned', 'It was an unplanned outage.'],
    ['I, «roughly speaking», fixed it.', '', 'I fixed it.'],
  ])('%s with %s', (source, words, expected) => {
    const { text, span } = marked(source);
    expect(applyEdits(text, replaceWords(text, span, words))).toBe(expected);
  });
});

describe('putting words behind', () => {
  it.each([
    ['Latency fell.', 'Latency fell by {{percent}}.'],
    ['Latency fell', 'Latency fell by {{percent}}'],
    ['Latency fell!', 'Latency fell by {{percent}}!'],
    ['Latency fell …', 'Latency fell by {{percent}} …'],
    ['The status is “Closed.”', 'The status is “Closed.” by {{percent}}.'],
  ])('words: %s', (text, expected) => {
    expect(applyEdits(text, [appendWords(text, ' by {{percent}}')])).toBe(expected);
  });

  it.each([
    ['It held.', 'It held. I watched p99.'],
    ['it held', 'it held. I watched p99.'],
    ['It held,', 'It held. I watched p99.'],
    ['He said “it held.”', 'He said “it held.” I watched p99.'],
  ])('a sentence: %s', (text, expected) => {
    expect(applyEdits(text, [appendSentence(text, 'I watched p99.')])).toBe(expected);
  });

  it.each([
    ['It held.', 'Errors fell.'],
    ['it held', 'Errors fell'],
    ['Did it hold?', 'Errors fell.'],
  ])('another sentence in the place of %s', (text, expected) => {
    expect(applyEdits(text, [replaceSentence(text, 'Errors fell.')])).toBe(expected);
  });

  it('finds the end of the words', () => {
    expect(endOfWords('It was “fine.”')).toBe('It was “fine'.length);
    expect(endOfWords('It was fine')).toBe('It was fine'.length);
  });
});

describe('words as they are spelt', () => {
  it.each([
    ['the rollback', 'The rollback'],
    ['iOS clients', 'iOS clients'],
    ['p99 fell', 'p99 fell'],
    ['{{who}} did', '{{Who}} did'],
  ])('%s at the start is %s', (words, expected) => expect(capitalized(words)).toBe(expected));

  it.each([
    ['The rollback', 'the rollback'],
    ['A rollback', 'a rollback'],
    ['Payments paged me', 'Payments paged me'],
    ['I paged them', 'I paged them'],
    ['SLO budget', 'SLO budget'],
  ])('%s inside is %s', (words, expected) => expect(uncapitalized(words)).toBe(expected));

  it.each([
    ['outage', 'an'],
    ['one-line change', 'a'],
    ['hour', 'an'],
    ['user', 'a'],
    ['unplanned outage', 'an'],
    ['uninstall', 'an'],
    ['unique key', 'a'],
    ['SLO', 'an'],
    ['URL', 'a'],
    ['European', 'a'],
    ['80-node cluster', 'an'],
    ['usual run', 'a'],
    ['update', 'an'],
  ])('an article before %s is %s', (words, expected) => expect(articleBefore(words)).toBe(expected));
});

describe('titles', () => {
  it('show the result', () => {
    const text = 'Latency improved a lot.';
    const edits = [{ span: { start: 17, end: 22 }, insert: 'by {{percent}}' }];
    expect(sayRewrite(text, edits).title).toBe('Say “Latency improved by {{percent}}”');
  });

  it('are cut at a word', () => {
    expect(quoted('one two three four', 10)).toBe('“one two …”');
    expect(quoted('one two.', 10)).toBe('“one two”');
  });
});
