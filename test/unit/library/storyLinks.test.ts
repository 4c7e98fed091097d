import fc from 'fast-check';
import { URI } from 'vscode-uri';
import { describe, expect, it } from 'vitest';
import { canonicalUri, linkedStory, readLinks, relativeLink } from '../../../server/src/library/storyLinks';
import { parseStory } from '../../../server/src/story/parseStory';

describe('links of a story', () => {
  it.each([
    ['[a](b.star.md)', ['b.star.md']],
    ['[a](<b c.star.md> "title")', ['b c.star.md']],
    ['[a][1]\n\n[1]: b.star.md#task', ['b.star.md#task']],
    ['> [a](b.star.md)\n\n- [c](d.star.md)', ['b.star.md', 'd.star.md']],
    ['![a](b.star.md) `[a](b.star.md)` <!-- [a](b.star.md) -->', []],
    ['```\n[a](b.star.md)\n```', []],
    ['---\ntitle: "[a](b.star.md)"\n---\n', []],
  ])('%s', (text, expected) => {
    const links = readLinks(parseStory(text));
    expect(links.map(({ href }) => href)).toEqual(expected);
    for (const { span, href } of links) expect(text.slice(span.start, span.end)).toBe(href);
  });
});

describe('the story behind a link', () => {
  const from = 'file:///c%3A/my%20stories/a.star.md';

  it.each([
    ['b.star.md', 'file:///c%3A/my%20stories/b.star.md'],
    ['./sub/b%20c.star.md#task', 'file:///c%3A/my%20stories/sub/b%20c.star.md'],
    ['../b.STAR.md?x', 'file:///c%3A/b.STAR.md'],
    ['100%.star.md', 'file:///c%3A/my%20stories/100%25.star.md'],
    ['../../../b.star.md', undefined],
    ['notes.md', undefined],
    ['/b.star.md', undefined],
    ['https://example.com/b.star.md', undefined],
    ['', undefined],
  ])('%s', (href, expected) => {
    expect(linkedStory(href, from)).toBe(expected);
  });

  it('is the same however an editor writes its URI', () => {
    expect(canonicalUri('file:///C:/my stories/b.star.md')).toBe(
      canonicalUri('file:///c%3A/my%20stories/b.star.md'),
    );
    expect(linkedStory('b.star.md', 'untitled:a.star.md')).toBeUndefined();
  });

  it('is another one on another drive or host only', () => {
    expect(relativeLink('file:///c%3A/a.star.md', 'file:///d%3A/b.star.md')).toBeUndefined();
    expect(relativeLink('vscode-vfs://github/o/r/a.star.md', 'file:///o/r/b.star.md')).toBeUndefined();
    expect(relativeLink('vscode-vfs://github/o/r/a.star.md', 'vscode-vfs://github/o/r/sub/b.star.md')).toBe(
      'sub/b.star.md',
    );
  });

  it('is found by the relative link to it', () => {
    const part = fc.stringMatching(/^[\w %()#<>é-]{0,6}[\w]$/);
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}.star.md`);
    const root = fc.constantFrom('file://', 'file:///c:');
    fc.assert(
      fc.property(root, path, path, (start, one, other) => {
        const at = (place: string): string =>
          URI.parse(start)
            .with({ path: URI.parse(start).path.replace(/\/$/, '') + place })
            .toString();
        const link = relativeLink(at(one), at(other))!;
        expect(linkedStory(link, at(one))).toBe(at(other));
        // Markdown reads it as it was meant.
        expect(readLinks(parseStory(`[a](${link})`)).map(({ href }) => href)).toEqual([link]);
      }),
    );
  });
});
