import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReviewer } from '../../../../server/src/review/reviewStory';
import { splitIntoSections } from '../../../../server/src/rules/structure/splitIntoSections';
import { parseStory } from '../../../../server/src/story/parseStory';
import { applyEdits } from '../../../../server/src/text/edit';
import { shippedJudge } from '../../judge';

const reviewer = createReviewer(shippedJudge());

function split(text: string): string {
  return applyEdits(text, splitIntoSections(reviewer.review(parseStory(text))));
}

const withoutHeadings = (text: string): string =>
  text
    .replace(/^#+ (?:Situation|Task|Action|Result|Reflection)\s*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

const sentences = {
  situation:
    'Our export job lost 4,100 rows a night for three weeks, and a tenth of our merchants were billed wrongly.',
  task: 'The job belonged to the billing team, nobody had asked me, and I decided to find out why.',
  action:
    'I switched the job to the replica, compared both tables with a checksum and saw that the cursor skipped rows.',
  result: 'The loss fell from 4,100 rows to zero, and it stayed at zero for the next six weeks.',
  reflection:
    'Next time I would compare row counts on the first day, because a green job says nothing about its rows.',
};
const all = Object.values(sentences);

describe('splitting a story into sections', () => {
  it('cuts the pasted answer of seed 000 as a coach would', () => {
    const folder = join(import.meta.dirname, '../../../corpus/dev/stories');
    const text = readFileSync(join(folder, '25.star.md'), 'utf8');
    const result = split(text);
    expect(result.match(/^## .*$/gm)).toEqual(['## Situation', '## Action', '## Result']);
    expect(result).toContain('flash sale.\n\n## Action\n\nMy first step was');
    expect(result).toContain('request count.\n\n## Result\n\nThese changes reduced');
    expect(withoutHeadings(result)).toBe(withoutHeadings(text));
  });

  it.each([
    ['one paragraph', all.join(' ')],
    ['paragraphs', all.join('\n\n')],
    ['CRLF', `${all.join('\r\n\r\n')}\r\n`],
    ['a list', all.map((text) => `- ${text}`).join('\n')],
    ['a numbered list', all.map((text, index) => `${index + 1}. ${text}`).join('\n')],
    ['hard-wrapped', all.join(' ').replace(/(.{60,70}) /g, '$1\n')],
    ['bold at the start of each sentence', all.map((text) => text.replace(/^(\S+ \S+)/, '**$1**')).join(' ')],
    [
      'a link at the start',
      all.map((text) => text.replace(/^(\S+ \S+)/, '[$1](https://example.com)')).join(' '),
    ],
    ['a title', `# Rows that went missing\n\n${all.join(' ')}\n`],
    ['front matter', `---\ntitle: Rows\n---\n\n${all.join(' ')}\n`],
    ['a comment for the linter', all.map((text) => `<!-- star-ignore hedging -->\n${text}`).join('\n\n')],
  ])('keeps all words and marks: %s', (_name, text) => {
    const result = split(text);
    expect(result.match(/^## .*$/gm)).toEqual([
      '## Situation',
      '## Task',
      '## Action',
      '## Result',
      '## Reflection',
    ]);
    expect(withoutHeadings(result)).toBe(withoutHeadings(text));
    const story = parseStory(result);
    expect(story.sections.map(({ kind }) => kind)).toEqual(Object.keys(sentences));
    expect(story.blocks.filter(({ plain }) => /[*\]]/.test(plain.text))).toEqual([]);
    expect(/(?<!\r)\n/.test(result)).toBe(!text.includes('\r\n'));
  });

  it('keeps headings of its own below the sections', () => {
    const result = split(
      `# Rows\n\n## What happened\n\n${all[0]} ${all[1]}\n\n## The hunt\n\n${all[2]}\n\n${all[3]} ${all[4]}\n`,
    );
    expect(result.match(/^#.*$/gm)).toEqual([
      '# Rows',
      '## Situation',
      '### What happened',
      '## Task',
      '## Action',
      '### The hunt',
      '## Result',
      '## Reflection',
    ]);
    expect(parseStory(result).blocks.map(({ section }) => section)).toEqual(Object.keys(sentences));
  });

  it('does not tear a nested list or bold words apart', () => {
    const nested = `- ${all[0]}\n    - ${all[2]}\n    - ${all[3]}\n`;
    expect(split(nested)).toBe(`## Situation\n\n${nested}`);
    const bold = `**${all[0]} ${all[2]}** ${all[3]}\n`;
    expect(split(bold)).toBe(`## Situation\n\n**${all[0]} ${all[2]}**\n\n## Result\n\n${all[3]}\n`);
  });

  const [first, second, third] = all as [string, string, string];
  it.each([
    ['in one paragraph', `Situation: ${first} Task: ${second} Action: ${third}\n`],
    ['in bold', `**Situation:** ${first}\n\n**Task**: ${second}\n\n**Action**\n\n${third}\n`],
    ['on lines of their own', `Situation:\n${first}\n\nTask:\n${second}\n\nAction:\n${third}\n`],
  ])('makes headings of the labels that name its sections: %s', (_name, text) => {
    expect(split(text)).toBe(`## Situation\n\n${first}\n\n## Task\n\n${second}\n\n## Action\n\n${third}\n`);
    expect(split(text.replaceAll('\n', '\r\n'))).toBe(split(text).replaceAll('\n', '\r\n'));
  });

  it('takes fewer than three labels for words of the text', () => {
    expect(split(`Impact: ${first} Result: ${all[3]}\n`)).toContain(`Impact: ${first}`);
  });
});
