import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isCompany, isLevel, principleOf, principleSets, sectionKinds } from '../../../server/src/rubric';
import { parseStory } from '../../../server/src/story/parseStory';

const paths = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.star.md'))
  .map((path) => `examples/${path.replaceAll('\\', '/')}`);

const unstructured = 'examples/practice/pasted-answer.star.md';
const draft = 'examples/practice/half-written-backup.star.md';

describe('the example library', () => {
  it('holds at least ten stories in folders', () => {
    expect(paths.length).toBeGreaterThanOrEqual(10);
    expect(new Set(paths.map((path) => path.split('/')[1])).size).toBeGreaterThanOrEqual(2);
  });

  it.each(paths)('%s has front matter of known values', (path) => {
    const yaml = /^---\n([^]*?)\n---\n/.exec(readFileSync(path, 'utf8').replace(/\r\n/g, '\n'))?.[1];
    const frontMatter = parse(yaml!) as Record<string, unknown>;
    expect(isLevel(String(frontMatter.level))).toBe(true);
    expect(['draft', 'ready']).toContain(frontMatter.status);
    expect(frontMatter.title).toEqual(expect.any(String));
    const company = frontMatter.company as string | undefined;
    if (company === undefined) return;
    if (!isCompany(company)) expect.fail(`${company} is not known`);
    const set = principleSets[company].principles;
    const names = frontMatter.principles as string[];
    expect(names.filter((name) => principleOf(name, set) === undefined)).toEqual([]);
  });

  it.each(paths.filter((path) => path !== unstructured))('%s has the five sections', (path) => {
    const kinds = parseStory(readFileSync(path, 'utf8')).sections.map((section) => section.kind);
    expect([...kinds].sort()).toEqual([...sectionKinds].sort());
  });

  it('has one story without sections, and holes in the draft alone', () => {
    expect(parseStory(readFileSync(unstructured, 'utf8')).sections).toEqual([]);
    const withHoles = paths.filter((path) => parseStory(readFileSync(path, 'utf8')).placeholders.length > 0);
    expect(withHoles).toEqual([draft]);
  });
});
