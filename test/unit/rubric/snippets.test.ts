import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isLevel, sectionKinds, sectionOfHeading } from '../../../server/src/rubric';
import { parseStory } from '../../../server/src/story/parseStory';

interface Snippet {
  prefix: string;
  scope: string;
  description: string;
  body: string[];
}

const snippets = Object.values(
  JSON.parse(readFileSync('snippets/star-stories.json', 'utf8')) as Record<string, Snippet>,
);

/** What stands in the file when the writer leaves every tab stop as it is; knows the constructs that our snippets use. */
function leftAsItIs(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, text: string) => text.replace(/\\(.)/g, '$1'))
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, '2026-01-31')
    .replace(/\$0/g, '');
}

describe('snippets', () => {
  it('have prefixes of their own', () => {
    expect(new Set(snippets.map((snippet) => snippet.prefix)).size).toBe(snippets.length);
    expect(snippets.length).toBeGreaterThanOrEqual(12);
  });

  it.each(snippets.map((snippet) => [snippet.prefix, snippet] as const))(
    '%s leaves holes that read as placeholders, and no fact',
    (prefix, snippet) => {
      expect(prefix).toMatch(/^star-[a-z-]+$/);
      expect(snippet.scope).toBe('markdown');
      const text = leftAsItIs(snippet.body);
      expect(text).not.toMatch(/\$|\\/);
      const holes = text.match(/\{\{[^{}]+\}\}/g) ?? [];
      expect(holes.length).toBeGreaterThan(0);
      expect(parseStory(text).placeholders).toHaveLength(holes.length);
      expect(text.replace(/^---[^]*?\n---\n/, '').replace(/\{\{[^{}]+\}\}/g, '')).not.toMatch(/\d/);
    },
  );

  it('numbers tab stops without a gap', () => {
    for (const snippet of snippets) {
      const stops = [...snippet.body.join('\n').matchAll(/\$\{(\d+)[:|]/g)].map((match) => Number(match[1]));
      expect(stops, snippet.prefix).toEqual(stops.map((_, index) => index + 1));
      expect(snippet.body.join('\n'), snippet.prefix).toMatch(/\$0$/);
    }
  });

  it('star-story is a whole story with valid front matter and the five sections in order', () => {
    const text = leftAsItIs(snippets.find((snippet) => snippet.prefix === 'star-story')!.body);
    const [, yaml, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text)!;
    const frontMatter = parse(yaml!) as Record<string, unknown>;
    expect(isLevel(String(frontMatter.level))).toBe(true);
    // Whoever tabs on must not have claimed a company or a principle.
    expect(frontMatter.company).toBeNull();
    expect(frontMatter.status).toBe('draft');
    expect(frontMatter.principles).toEqual([]);
    const found = [...body!.matchAll(/^## (.*)$/gm)].map((match) => sectionOfHeading(match[1]!));
    expect(found).toEqual(sectionKinds);
  });
});
