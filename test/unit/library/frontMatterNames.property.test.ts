import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameAt, placesOfName, renameInStory } from '../../../server/src/library/frontMatterNames';
import { parseStory } from '../../../server/src/story/parseStory';
import { applyEdits } from '../../../server/src/text/edit';

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,6}$/);
/** Names as people write them, with what YAML makes difficult. */
const name = fc.oneof(
  word,
  fc
    .tuple(word, fc.constantFrom(' ', ', ', ': ', ' #', "'s ", ' "', '-', '[', ' & ', '? ', '\\'), word)
    .map((parts) => parts.join('')),
  fc.constantFrom('true', 'null', '42', '2026-03-14', 'Über uns', 'no', '~', '- x', '* y', '%z', '@w'),
);

/** A value in one of the ways in which YAML may write it. */
const written = (value: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    JSON.stringify(value),
    `'${value.replaceAll("'", "''")}'`,
    ...(/^[A-Za-z][A-Za-z0-9 -]*$/.test(value) && !/^(?:true|null|no)$/i.test(value) ? [value] : []),
  );

const list = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.tuple(...names.map(written)), fc.constantFrom('flow', 'block', 'flush', 'lines'))
    .map(([items, form]) => {
      if (form === 'flow') return ` [${items.join(', ')}] # all of them`;
      if (form === 'lines') return ` [\n  ${items.join(',\n  ')},\n]`;
      return `\n${items.map((item) => `${form === 'block' ? '  ' : ''}- ${item} # ${form}`).join('\n')}`;
    });

const story = fc
  .tuple(
    fc.array(name, { minLength: 1, maxLength: 4 }),
    fc.array(name, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .chain(([tags, principles, lineEnd]) =>
    fc.tuple(list(tags), list(principles)).map(([tagText, principleText]) => ({
      tags,
      principles,
      text: `---\ntitle: "A: ${tags[0]!.replace(/["\\]/g, '')}" # title\ntags:${tagText}\n\nother: {tags: [x, y]}\nprinciples:${principleText}\n---\n\nAbout ${tags[0]} and ${principles[0]}.\n`.replaceAll(
        '\n',
        lineEnd,
      ),
    })),
  );

describe('renaming', () => {
  it('changes the names and nothing else', () => {
    fc.assert(
      fc.property(story, name, fc.boolean(), ({ text, tags, principles }, newName, isTag) => {
        const before = parseStory(text);
        fc.pre(before.frontMatter.problems.length === 0);
        const old = isTag
          ? { key: 'tags' as const, value: tags[0]! }
          : { key: 'principles' as const, value: principles[0]! };
        const renamed = renameInStory(before, old, newName);
        expect(renamed).toHaveProperty('edits');
        if (!('edits' in renamed)) return;
        const places = placesOfName(before, old);
        expect(places.length).toBeGreaterThan(0);
        expect(renamed.edits.map(({ span }) => span)).toEqual(places);
        const after = parseStory(applyEdits(text, renamed.edits));
        expect(after.frontMatter.problems).toEqual([]);
        const values = ({ frontMatter }: typeof before) =>
          frontMatter.entries.map(({ key, items }) => [key, items.map(({ value }) => value)]);
        const starts = new Set(places.map(({ start }) => start));
        const expected = before.frontMatter.entries.map(({ key, items }) => [
          key,
          items.map(({ value, span }) => (starts.has(span.start) ? newName : value)),
        ]);
        expect(values(after)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('finds the name at each of its characters', () => {
    fc.assert(
      fc.property(story, ({ text }) => {
        const parsed = parseStory(text);
        for (const { key, items } of parsed.frontMatter.entries) {
          if (key !== 'tags') continue;
          for (const { span, value } of items)
            for (let at = span.start; at <= span.end; at++) expect(nameAt(parsed, at)?.value).toBe(value);
        }
      }),
      { numRuns: 100 },
    );
  });
});
