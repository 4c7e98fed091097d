import { describe, expect, it } from 'vitest';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { defaultOptions, type ReviewOptions } from '../../../server/src/review/options';
import type { Finding } from '../../../server/src/review/review';
import type { SentenceFacts } from '../../../server/src/rules/reviewDraft';
import { moveSentence } from '../../../server/src/rules/structure/moveSentence';
import { parseStory } from '../../../server/src/story/parseStory';
import { applyEdits } from '../../../server/src/text/edit';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());

function findingsOf(text: string, options: Partial<ReviewOptions> = {}): readonly Finding[] {
  return reviewer.review(parseStory(text), { ...defaultOptions, ...options }).findings;
}

const rulesOf = (text: string, options?: Partial<ReviewOptions>): string[] =>
  findingsOf(text, options).map(({ rule }) => rule);

/** Rules about what is not there: nearly every short text has some of their findings. */
const isAbsence = (rule: string): boolean => rule.startsWith('missing-');

/** The text after the first rewrite of the first finding of that rule. */
function rewritten(text: string, rule: string): string {
  const finding = findingsOf(text).find((candidate) => candidate.rule === rule);
  return applyEdits(text, finding!.rewrites()[0]!.edits);
}

const whole =
  '## Situation\n\nOrders failed for 20 minutes.\n\n## Task\n\nI was on call.\n\n## Action\n\nI rolled the release back.\n\n## Result\n\nErrors fell from 4% to 0.1%.\n\n## Reflection\n\nI stage each release now.\n';

describe('structure', () => {
  it.each([
    ['missing-section', whole.replace(/## Task\n\n.*\n\n/, ''), 1],
    ['missing-section', whole, 0],
    ['missing-section', 'Orders failed.\n', 0],
    ['empty-section', whole.replace('I was on call.', ''), 1],
    ['empty-section', whole.replace('I was on call.', '{{my role}}'), 1],
    ['empty-section', whole.replace('I was on call.', 'TODO: one sentence on my role'), 1],
    ['empty-section', whole.replace('I was on call.', '| a |\n|---|\n| b |'), 0],
    ['empty-section', whole, 0],
    [
      'section-order',
      whole.replace('## Task', '## X').replace('## Situation', '## Task').replace('## X', '## Situation'),
      1,
    ],
    ['section-order', whole, 0],
    ['duplicate-section', whole.replace('## Task', '## Context'), 1],
    ['duplicate-section', whole, 0],
    ['unstructured-story', 'I rolled the release back and told Support about it at once. '.repeat(9), 1],
    ['unstructured-story', 'I rolled the release back and told Support about it at once. '.repeat(6), 0],
    ['unresolved-placeholder', 'Errors fell from {{before}} to [number].\n', 2],
    ['invalid-front-matter', '---\ntitle: [\n---\n\nI rolled back.\n', 1],
    ['invalid-front-matter', '---\nprinciples: Ownership\ntags: 3\nstatus: done\n---\n\nI rolled back.\n', 3],
    ['invalid-front-matter', '---\ntitle: x\nother: [1, {a: 2}]\n---\n\nI rolled back.\n', 0],
    ['invalid-front-matter', '---\ntitle: x\n\n## Situation\n\nNo end.\n', 1],
    [
      'unknown-value',
      '---\nlevel: seniro\ncompany: gogle\nprinciples: [Dive Depp, Ownership]\n---\n\nI rolled back.\n',
      3,
    ],
    ['unknown-value', '---\nlevel: Senior\ncompany: Amazon\n---\n\nI rolled back.\n', 0],
    [
      'long-setup',
      `## Situation\n\n${'Our service reads from one queue and writes to another one. '.repeat(13)}\n\n## Action\n\nI left.\n`,
      1,
    ],
    ['long-setup', whole, 0],
  ])('%s in %j: %i', (rule, text, count) => {
    expect(rulesOf(text).filter((found) => found === rule)).toHaveLength(count);
  });

  it.each([
    [
      'missing-section',
      whole.replace(/## Task\n\n.*\n\n/, ''),
      '20 minutes.\n\n## Task\n\n{{Whose job it was, what had to be true again, and why you chose to act}}\n\n## Action',
    ],
    ['empty-section', whole.replace('I was on call.\n\n', ''), '## Task\n\n{{Whose job it was'],
    [
      'duplicate-section',
      whole.replace('## Task', '## Context'),
      '20 minutes.\n\nI was on call.\n\n## Action',
    ],
    ['section-order', '## Action\n\nA.\n\n## Situation\n\nS.\n', '## Situation\n\nS.\n\n## Action\n\nA.\n'],
    ['unknown-value', '---\nlevel: seniro\n---\n\nI rolled back.\n', 'level: senior\n'],
    ['unknown-value', '---\nlevel: SDE3\n---\n\nI rolled back.\n', 'level: senior\n'],
    ['invalid-front-matter', '---\ntags: outage\n---\n\nI rolled back.\n', 'tags: [outage]\n'],
    [
      'invalid-front-matter',
      '---\r\nlevel: sde2\r\ntitle: The day: it broke\r\n---\r\n\r\nI rolled back.\r\n',
      'title: "The day: it broke"\r\n',
    ],
    [
      'invalid-front-matter',
      '---\ntitle: My "day": it\'s over\n---\n\nI rolled back.\n',
      "title: 'My \"day\": it''s over'\n",
    ],
    [
      'missing-metric',
      whole.replace('Errors fell from 4% to 0.1%.', 'It held.'),
      'It held.\n\n{{metric}} went from {{before}} to {{after}} within {{how long}}.\n\n## Reflection',
    ],
  ])('the fix of %s', (rule, text, expected) => {
    expect(rewritten(text, rule)).toContain(expected);
  });

  it('splits a pasted paragraph and keeps every word of it', () => {
    const text =
      'Last quarter our checkout failed for a third of all customers. I was on call for it that week. I rolled the release back within four minutes. Then I compared the two releases and found a query without an index. I added the index and a test for it. Errors fell from 4% to 0.1% within the hour. Since then each release is load-tested before it is merged, and I would do that first next time. The test has caught two more of these since then.';
    const result = rewritten(text, 'unstructured-story');
    expect(result.replace(/## \w+\n\n/g, '').replace(/\s+/g, ' ')).toBe(text);
    expect(parseStory(result).sections.length).toBeGreaterThanOrEqual(3);
    expect(rulesOf(result)).not.toContain('duplicate-section');
  });
});

describe('moveSentence', () => {
  const facts = (text: string, words: string): SentenceFacts => {
    const review = reviewer.review(parseStory(text));
    return review.sentences.find(({ sentence }) => sentence.text.startsWith(words))!;
  };
  it.each([
    ['within a paragraph', 'I read. I fixed. I stopped jobs.\n', 'I stopped jobs. I read. I fixed.\n'],
    ['from the middle', 'I read. I stopped jobs. I fixed.\n', 'I stopped jobs. I read. I fixed.\n'],
    [
      'a paragraph of its own',
      'I read. I fixed.\n\nI stopped jobs.\n\nEnd.\n',
      'I stopped jobs.\n\nI read. I fixed.\n\nEnd.\n',
    ],
    [
      'a list item',
      '- I read.\n- I fixed.\n- I stopped\n  jobs.\n',
      '- I stopped\n  jobs.\n- I read.\n- I fixed.\n',
    ],
    ['a last item without a line end', '- I read.\n- I stopped jobs.', '- I stopped jobs.\n- I read.'],
    [
      'a numbered item',
      '1. I read.\n2. I fixed.\n3. I stopped jobs.\n4. End.\n',
      '1. I stopped jobs.\n2. I read.\n3. I fixed.\n4. End.\n',
    ],
    ['not an item with others below it', '- I read.\n- I stopped jobs.\n  - At once.\n', undefined],
    ['with its marks', 'I read. **I stopped** jobs. I fixed.\n', '**I stopped** jobs. I read. I fixed.\n'],
    ['not out of marked words', 'I read. **I fixed. I stopped** jobs.\n', undefined],
    ['with CRLF', '- I read.\r\n- I stopped jobs.\r\n', '- I stopped jobs.\r\n- I read.\r\n'],
    ['not what leans on the sentence before', 'I read. The job hung. I stopped it.\n', undefined],
    ['not between a list and a paragraph', 'I read.\n\n- I stopped jobs.\n', undefined],
  ])('%s', (_, text, expected) => {
    const edits = moveSentence(parseStory(text), facts(text, 'I stopped'), facts(text, 'I read'));
    expect(edits && applyEdits(text, edits)).toBe(expected);
  });
});

describe('suppression', () => {
  const weak = 'TODO: the figure.';
  it.each([
    ['a line', `${weak} <!-- star-ignore unresolved-placeholder -->\n`, []],
    ['a block', `<!-- star-ignore -->\n${weak}\n`, []],
    [
      'a range',
      `<!-- star-ignore-start unresolved-placeholder -->\n\n${weak}\n\n<!-- star-ignore-end -->\n`,
      [],
    ],
    ['the file', `---\nignore: [unresolved-placeholder]\n---\n\n${weak}\n`, []],
    ['one that is of no use', `I rolled back. <!-- star-ignore blame -->\n`, ['unused-suppression']],
    [
      'one of another rule',
      `${weak} <!-- star-ignore blame -->\n`,
      ['unresolved-placeholder', 'unused-suppression'],
    ],
    [
      'a rule that is not known',
      `${weak} <!-- star-ignore unresolved-placehodler -->\n`,
      ['unresolved-placeholder', 'unused-suppression'],
    ],
  ])('of %s', (_, text, expected) => {
    expect(rulesOf(text).filter((rule) => !isAbsence(rule))).toEqual(expected);
  });

  it('suggests the rule that was meant', () => {
    expect(
      rewritten(`${weak} <!-- star-ignore unresolved-placehodler -->\n`, 'unused-suppression'),
    ).toContain('star-ignore unresolved-placeholder -->');
  });

  it('takes a useless comment away', () => {
    expect(rewritten('I rolled back. <!-- star-ignore blame -->\n', 'unused-suppression')).toBe(
      'I rolled back.\n',
    );
  });

  it('stays quiet about a comment whose rule is switched off', () => {
    const text = `${weak} <!-- star-ignore unresolved-placeholder -->\n`;
    expect(rulesOf(text, { severities: { 'unresolved-placeholder': 'off' } })).not.toContain(
      'unused-suppression',
    );
  });
});

describe('settings', () => {
  it('switch a rule off or make it louder', () => {
    expect(rulesOf('TODO: x\n', { severities: { 'unresolved-placeholder': 'off' } })).not.toContain(
      'unresolved-placeholder',
    );
    const loud = findingsOf('TODO: x\n', { severities: { 'unresolved-placeholder': 'error' } });
    expect(loud.find(({ rule }) => rule === 'unresolved-placeholder')?.severity).toBe('error');
  });

  it('let the target decide what is missed, front matter first', () => {
    const text = 'I rolled the release back.\n';
    expect(rulesOf(text, { level: 'sde1' })).not.toContain('missing-trade-off');
    expect(rulesOf(text, { level: 'senior' })).toContain('missing-trade-off');
    expect(rulesOf(`---\nlevel: sde1\n---\n\n${text}`, { level: 'senior' })).not.toContain(
      'missing-trade-off',
    );
  });
});

describe('odd texts', () => {
  it.each([
    ['an empty file', '', []],
    ['only white space', ' \r\n\t\n', []],
    ['only front matter', '---\ntitle: x\n---\n', []],
    ['binary', `I rolled\u0000back ${'\uFFFD'.repeat(40)}`, []],
  ])('%s has no finding that makes no sense', (_, text, expected) => {
    expect(rulesOf(text)).toEqual(expected);
  });

  it('reads a megabyte', () => {
    const text = `## Action\n\n${'I rolled the release back and told Support. '.repeat(24_000)}`;
    expect(parseStory(text).blocks).toHaveLength(1);
    expect(reviewer.review(parseStory(text)).faults).toEqual([]);
  });
});

describe('the work of a keystroke', () => {
  it('reads one sentence again', () => {
    const text = whole.replace(
      'I rolled the release back.',
      'I rolled the release back. I told Support. I read the logs of two brokers.',
    );
    const first = parseStory(text);
    reviewer.review(first);
    const before = { ...reviewer.counts };
    reviewer.review(parseStory(text.replace('two brokers', 'three brokers'), first));
    expect(reviewer.counts.sentencesReviewed - before.sentencesReviewed).toBe(1);
    expect(reviewer.counts.sentencesJudged - before.sentencesJudged).toBe(1);
  });

  it('reads none when only the place of sentences changes', () => {
    const first = parseStory(whole);
    reviewer.review(first);
    const before = reviewer.counts.sentencesReviewed;
    reviewer.review(parseStory(`# Title\n\n${whole}`, first));
    expect(reviewer.counts.sentencesReviewed).toBe(before);
  });
});
