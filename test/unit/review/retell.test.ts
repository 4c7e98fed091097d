import { describe, expect, it } from 'vitest';
import { convertToStory } from '../../../server/src/review/convertToStory';
import { defaultOptions } from '../../../server/src/review/options';
import {
  existingRetelling,
  retellFile,
  retellSection,
  retellTarget,
  retellTargets,
  retold,
} from '../../../server/src/review/retell';
import type { Review } from '../../../server/src/review/review';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { angles } from '../../../server/src/rubric/angles';
import { isEvidenceKind, isPhrasingRuleId } from '../../../server/src/rubric/ids';
import { parseStory } from '../../../server/src/story/parseStory';
import { applyEdits } from '../../../server/src/text/edit';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());
const review = (text: string): Review => reviewer.review(parseStory(text));

const scope =
  'The export service belonged to the billing team and no ticket existed, but I decided to **own the response** myself.';
const assigned = 'My manager asked me to look at it.';
const rollback =
  'I rolled the release back within 4 minutes, which stopped the loss before I knew its cause.';
const told = 'I posted an update in #incidents every 15 minutes for support and sales.';
const gate =
  'I added a [CI gate](https://example.com/gate) that blocks any migration that drops a column that is still read.';
const story = `---
title: "Exports: rows that went missing"
company: amazon
level: senior
principles: [Dive Deep]
---

# Exports

## Situation

The nightly export lost 4,100 rows for three weeks, and 9% of our merchants were billed wrongly.

## Task

${scope} ${assigned}

## Action

- ${rollback}
- ${told}

## Result

The loss fell from 4,100 rows a night to zero.

## Reflection

${gate}
`;

describe('what a story can be retold for', () => {
  it('begins with its own principles and those of its company, each once', () => {
    const targets = retellTargets(review(story));
    expect(targets[0]).toMatchObject({ id: 'dive-deep', group: 'This story' });
    expect(targets[1]).toMatchObject({ group: 'Amazon' });
    const groups = targets.map(({ group }) => group).filter((group, index, all) => group !== all[index - 1]);
    expect(groups).toEqual(['This story', 'Amazon', 'Questions', 'Google', 'Meta', 'Microsoft']);
    expect(new Set(targets.map(({ kind, title }) => `${kind} ${title}`)).size).toBe(targets.length);
  });

  it('is found again by its id, and nothing else is', () => {
    for (const { kind, id, title } of retellTargets(review(story)))
      expect(retellTarget(kind, id)).toMatchObject({ kind, title });
    expect(retellTarget('principle', 'gardening')).toBeUndefined();
    expect(retellTarget('question', 'ownership')).toBeUndefined();
  });
});

describe('the material of an angle', () => {
  it.each(angles.map(({ id, material }) => [id, material] as const))(
    '%s names evidence and rules, and leaves nothing out that it brings forward',
    (_id, { lead, stress, leaveOut }) => {
      expect([...lead, ...stress].every(isEvidenceKind)).toBe(true);
      expect(leaveOut.every((name) => isEvidenceKind(name) || isPhrasingRuleId(name))).toBe(true);
      expect(leaveOut.filter((name) => ([...lead, ...stress] as string[]).includes(name))).toEqual([]);
    },
  );
});

describe('retelling for Ownership', () => {
  const target = retellTarget('principle', 'ownership')!;
  const texts = (facts: readonly { sentence: { text: string } }[]): string[] =>
    facts.map(({ sentence }) => sentence.text);

  it('leads with the boundary, stresses the way to prevention, and leaves the assignment out', () => {
    const { lead, stress, leaveOut, missing } = retold(review(story), target.angle);
    expect(texts(lead)).toEqual([scope.replace(/\*/g, '')]);
    expect(texts(stress)).toContain(rollback);
    expect(texts(stress).at(-1)).toContain('CI gate');
    expect(texts(leaveOut)).toEqual([assigned]);
    expect(missing).toContain('root-cause');
  });

  it.each([
    ['as it is', story],
    ['without a final line end', story.trimEnd()],
    ['with CRLF', story.replaceAll('\n', '\r\n')],
  ])('makes a section at the end that is no part of the telling: %s', (_name, text) => {
    const before = review(text);
    const { at, insert } = retellSection(before, target);
    const result = applyEdits(text, [{ span: { start: at, end: at }, insert }]);
    const after = review(result);
    expect(result.startsWith(text.trimEnd())).toBe(true);
    expect(insert).toContain(`\n${scope}`);
    expect(insert).toContain(`> - ${assigned}`);
    expect(insert).toContain('- {{what specifically was wrong, and why it did harm}}');
    expect(/(?<!\r)\n/.test(insert)).toBe(!text.includes('\r'));
    expect(after.timing).toEqual(before.timing);
    expect([...after.evidence.keys()]).toEqual([...before.evidence.keys()]);
    expect(after.readiness.terms.find(({ name }) => name === 'evidence')).toEqual(
      before.readiness.terms.find(({ name }) => name === 'evidence'),
    );
    expect(existingRetelling(before, target)).toBeUndefined();
    expect(result.slice(existingRetelling(after, target)!.start)).toMatch(/^## Retold for Ownership/);
    // The advice is quoted, so that it is not taken for a weak sentence.
    expect(after.findings.filter(({ rule, span }) => rule === 'weak-ownership' && span.start > at)).toEqual(
      [],
    );
  });

  it('makes a story of its own that links back', () => {
    const file = retellFile(review(story), target, 'rows (old).star.md');
    const made = review(file);
    expect(made.story.frontMatter.values).toMatchObject({
      title: 'Exports: rows that went missing: Ownership',
      company: 'amazon',
      level: 'senior',
      principles: ['ownership'],
      status: 'draft',
    });
    expect(made.story.frontMatter.problems).toEqual([]);
    expect(file).toContain('from [Exports: rows that went missing](rows%20%28old%29.star.md).');
    expect(made.story.sections.map(({ kind }) => kind)).toEqual([
      'situation',
      'task',
      'action',
      'result',
      'reflection',
    ]);
    expect(made.sentences[0]!.sentence.text).toBe(scope.replace(/\*/g, ''));
    expect(file).toContain(scope);
    expect(file).not.toContain(assigned);
    expect(file).toContain(`- ${rollback}\n- ${told}`);
    expect(file).toContain('{{whose job it was');
  });

  it('brings nothing forward that discredits its teller', () => {
    const blame = 'DevOps pushed a bad config and took us down.';
    const { lead, stress, missing } = retold(
      review(`## Situation\n\nOrders failed for 20 minutes.\n\n## Action\n\n${blame} ${rollback}\n`),
      target.angle,
    );
    expect(texts([...lead, ...stress])).toContain(rollback);
    expect(texts([...lead, ...stress])).not.toContain(blame);
    expect(missing).toContain('root-cause');
  });

  it('has a title of its own for each question', () => {
    const ask = (question: string): string =>
      retellFile(review(story), { ...target, kind: 'question', title: question }, 'rows.star.md');
    const file = ask('Tell me about a time you disagreed with a decision.');
    expect(file).toContain('title: "Exports: rows that went missing: you disagreed with a decision"');
    expect(file).toContain('> Retold for “Tell me about a time you disagreed with a decision.” from [');
    expect(ask('Why us?')).toContain('missing: Why us"');
  });

  it('asks for what the story does not hold at all', () => {
    const { insert } = retellSection(review('## Situation\n\nOrders failed.\n'), target);
    expect(insert).toContain(
      '{{the boundary: whose service it was, that no ticket existed, that nobody had asked}}',
    );
  });
});

describe('converting a text into a story', () => {
  const convert = (text: string, name = 'export-notes'): string =>
    convertToStory(text, name, reviewer, defaultOptions);
  const prose = `${[
    'Our export job lost 4,100 rows a night for three weeks, and a tenth of our merchants were billed wrongly.',
    'The job belonged to the billing team, nobody had asked me, and I decided to find out why.',
    'I switched the job to the replica, compared both tables with a checksum and saw that the cursor skipped rows.',
    'The loss fell from 4,100 rows to zero, and it stayed at zero for the next six weeks.',
    'Next time I would compare row counts on the first day, because a green job says nothing about its rows.',
  ].join(' ')}\n`;

  it('keeps its words, splits them, and gives it a title', () => {
    const converted = convert(prose);
    expect(converted).toMatch(/^---\ntitle: export-notes\n---\n\n## Situation\n\nOur export job/);
    expect(converted.match(/^## .*$/gm)).toEqual([
      '## Situation',
      '## Task',
      '## Action',
      '## Result',
      '## Reflection',
    ]);
    expect(
      converted
        .replace(/^---[^]*?---\n|^## .*$/gm, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(prose.replace(/\s+/g, ' ').trim());
  });

  it.each([
    [
      'its heading is its title',
      `# Lost rows: a hunt\n\n${prose}`,
      /^---\ntitle: "Lost rows: a hunt"\n---\n\n# Lost rows: a hunt\n\n## Situation/,
    ],
    [
      'front matter of another tool stays',
      `---\nauthor: me\n---\n\n${prose}`,
      /^---\ntitle: export-notes\nauthor: me\n---\n\n## Situation/,
    ],
    ['a byte order mark goes', `\uFEFF${prose}`, /^---\n/],
    [
      'line ends stay',
      prose.replaceAll('\n', '\r\n'),
      /^---\r\ntitle: export-notes\r\n---\r\n\r\n## Situation\r\n/,
    ],
    ['nothing to split is no harm', '```\nlog\n```\n', /^---\ntitle: export-notes\n---\n\n```\nlog\n```\n$/],
  ])('%s', (_name, text, expected) => {
    expect(convert(text)).toMatch(expected);
  });

  const sentences = prose.trim().split(/(?<=\.) /);
  it.each([
    [
      'a first line that is no sentence is its title',
      `Rows that went missing\n\n${prose}`,
      /^---\ntitle: Rows that went missing\n---\n\n# Rows that went missing\n\n## Situation\n\nOur/,
    ],
    [
      'a first line that is a sentence is none',
      `Rows went missing.\n\n${prose}`,
      /^---\ntitle: export-notes\n/,
    ],
    [
      'bullets of a word processor become a list',
      sentences.map((text) => `• ${text}`).join('\r\n'),
      /## Situation\r\n\r\n- Our export[^]*## Task\r\n\r\n- The job[^]*## Reflection\r\n\r\n- Next time/,
    ],
    [
      'a post-mortem with headings of its own',
      `# Rows\n\n## Impact\n\n${sentences[0]}\n\n## Resolution\n\n${sentences[2]}\n\n## Lessons\n\nA green job says nothing.\n`,
      /\n# Rows\n\n## Situation\n\n### Impact\n\nOur[^]*## Action\n\n### Resolution\n\nI switched[^]*## Reflection\n\n### Lessons\n\nA green/,
    ],
  ])('%s', (_name, text, expected) => {
    expect(convert(text)).toMatch(expected);
    expect(convert(convert(text))).toBe(convert(text));
  });

  it('leaves a story as it is, and one that was converted', () => {
    expect(convert(story)).toBe(story);
    expect(convert(convert(prose))).toBe(convert(prose));
  });
});
