import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, type Fingerprint } from '../../../server/src/library/fingerprint';
import { reviewWithTwins } from '../../../server/src/library/libraryFindings';
import { likeness } from '../../../server/src/library/textLikeness';
import { sameText, TwinIndex } from '../../../server/src/library/twins';
import { defaultOptions } from '../../../server/src/review/options';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const original = readFileSync('examples/checkout/charged-twice.star.md', 'utf8');
const another = readFileSync('examples/platform/queue-that-fed-itself.star.md', 'utf8');

const print = (text: string, uri = 'file:///x.star.md'): Fingerprint => fingerprintOf(uri, parseStory(text));
const uriOf = (name: string): string => `file:///stories/${name}.star.md`;

/** An index of stories by name. */
function indexOf(stories: Readonly<Record<string, string>>): TwinIndex {
  const index = new TwinIndex();
  for (const [name, text] of Object.entries(stories)) index.set(uriOf(name), print(text, uriOf(name)));
  return index;
}

const retitled = (text: string): string => text.replaceAll('Charged twice on a Friday', 'Two charges');

/** The text without every n-th sentence of its body. */
function withoutEvery(n: number, text: string): string {
  const [head, body] = [text.slice(0, text.indexOf('## ')), text.slice(text.indexOf('## '))];
  let count = 0;
  return head + body.replace(/[^.!?#\n]+[.!?]/g, (sentence) => (++count % n === 0 ? '' : sentence));
}

describe('likeness of texts', () => {
  const texts = globSync(['test/corpus/*/stories/*.star.md', 'examples/**/*.star.md']).map((file) =>
    readFileSync(file, 'utf8'),
  );

  it('is far below the limit between any two stories of the corpus and the examples', () => {
    const sketches = texts.map((text) => print(text).sketch);
    let highest = 0;
    for (const [index, one] of sketches.entries())
      for (const other of sketches.slice(index + 1)) highest = Math.max(highest, likeness(one, other));
    expect(texts.length).toBeGreaterThan(200);
    expect(highest).toBeLessThan(sameText / 4);
  });

  it.each([
    ['the same text', original, true],
    ['another title and front matter', retitled(original).replace(/question:.*\n/, ''), true],
    ['a sentence in eight left out', withoutEvery(8, original), true],
    ['other figures', original.replaceAll(/\d/g, '7'), true],
    ['every second sentence left out', withoutEvery(2, original), false],
    ['another story', another, false],
  ])('%s', (_, text, isSame) => {
    expect(likeness(print(original).sketch, print(text).sketch) >= sameText).toBe(isSame);
  });
});

describe('twins', () => {
  const duplicates = (index: TwinIndex, name: string): string[] =>
    index
      .twinsOf(uriOf(name))
      .filter(({ hasSameTitle, likeness: alike }) => hasSameTitle || alike !== undefined)
      .map(({ uri }) => uri);

  it.each<[string, Record<string, string>, boolean]>([
    [
      'the same title in other letters',
      { a: '---\ntitle: "Search, slow"\n---\n\nOne.\n', b: '# search: SLOW\n\nTwo.\n' },
      true,
    ],
    ['nearly the same text', { a: original, b: retitled(original) }, true],
    [
      'two new stories from one frame',
      {
        a: '# {{title}}\n\n## Situation\n\n{{what broke}}\n',
        b: '# {{title}}\n\n## Situation\n\n{{what broke}}\n',
      },
      false,
    ],
    [
      'the same short text',
      { a: '# One\n\nI rolled the release back.\n', b: '# Two\n\nI rolled the release back.\n' },
      false,
    ],
    ['no title at all', { a: 'I rolled back.\n', b: 'I rolled forward.\n' }, false],
    [
      'headings for notes',
      { a: 'I rolled back.\n\n## Follow-ups\n\nNone.\n', b: 'I rolled forward.\n\n## Follow-ups\n\nNone.\n' },
      false,
    ],
    [
      'a retelling that links back',
      {
        a: original,
        b: retitled(original).replace('## Situation', '> Retold from [it](a.star.md).\n\n## Situation'),
      },
      false,
    ],
    ['two stories', { a: original, b: another }, false],
  ])('%s', (_, stories, areTwins) => {
    const index = indexOf(stories);
    expect(duplicates(index, 'a')).toEqual(areTwins ? [uriOf('b')] : []);
    expect(duplicates(index, 'b')).toEqual(areTwins ? [uriOf('a')] : []);
  });

  it('come and go with a change, which tells whom it concerns', () => {
    const index = indexOf({ a: original, c: another });
    expect(index.set(uriOf('b'), print(retitled(original), uriOf('b')))).toEqual(
      new Set([uriOf('a'), uriOf('b')]),
    );
    expect(duplicates(index, 'a')).toEqual([uriOf('b')]);
    expect(index.set(uriOf('b'), print(retitled(original), uriOf('b')))).toEqual(new Set());
    expect(index.set(uriOf('b'), undefined)).toEqual(new Set([uriOf('a'), uriOf('b')]));
    expect(duplicates(index, 'a')).toEqual([]);
  });

  it('are found without a comparison with each story', () => {
    const index = new TwinIndex();
    const words =
      'queue shard index cache lock pool retry token batch proxy schema cursor replica broker quota'.split(
        ' ',
      );
    // A row of words that differs from story to story.
    const body = (seed: number): string =>
      Array.from(
        { length: 120 },
        (_, at) =>
          `${words[(seed * 7 + at * ((seed % 11) + 3)) % words.length]}${(seed * 31 + at * 17) % 97}`,
      ).join(' ');
    for (let story = 0; story < 2000; story++)
      index.set(uriOf(String(story)), print(`# Story ${story}\n\n${body(story)}.\n`));
    index.comparisons = 0;
    index.set(uriOf('1000'), print(`# Story 1000\n\n${body(5000)}.\n`));
    expect(index.comparisons).toBeLessThan(40);
  });
});

describe('one incident with different figures', () => {
  const dated = (date: string, text: string): string =>
    `---\ndate: ${date}\n---\n\n## Situation\n\nOur Kestrel gateway lost the Osprey cluster.\n\n## Result\n\n${text}\n`;
  const contradicted = (one: string, other: string): string[] => {
    const index = indexOf({ a: one, b: other });
    return index.twinsOf(uriOf('a')).flatMap(({ contradictions }) => contradictions.map(({ text }) => text));
  };

  it.each([
    [
      'a sentence',
      'Orders failed for 20 minutes in all regions.',
      'Orders failed for 25 minutes in all regions.',
      ['25 minutes'],
    ],
    [
      'the start of a change',
      'The p99 latency fell from 2.5 s to 300 ms.',
      'We got p99 latency down from 3.5 s to 300 ms.',
      ['3.5 s'],
    ],
    [
      'the same figure in other units',
      'Orders failed for 120 minutes in all regions.',
      'Orders failed for 2 hours in all regions.',
      [],
    ],
    [
      'figures within their limits',
      'Orders failed for about 20 minutes in all regions.',
      'Orders failed for 21 minutes in all regions.',
      [],
    ],
    [
      'other things',
      'Orders failed for 20 minutes in all regions.',
      'Refunds failed for 25 minutes in all regions.',
      [],
    ],
    [
      'two changes',
      'The p99 latency fell from 2.5 s to 300 ms.',
      'The p99 latency fell from 900 ms to 200 ms.',
      [],
    ],
  ])('%s', (_, one, other, expected) => {
    expect(contradicted(dated('2026-03-01', one), dated('2026-03-01', other))).toEqual(expected);
  });

  it.each([
    [
      'another day',
      dated('2026-03-01', 'Orders failed for 20 minutes in all regions.'),
      dated('2026-03-02', 'Orders failed for 25 minutes in all regions.'),
    ],
    [
      'no day',
      '# A\n\nOrders failed for 20 minutes in all regions.\n',
      '# B\n\nOrders failed for 25 minutes in all regions.\n',
    ],
    [
      'no name in common',
      '---\ndate: 2026-03-01\n---\n\nOrders failed for 20 minutes in all regions.\n',
      '---\ndate: 2026-03-01\n---\n\nOrders failed for 25 minutes in all regions.\n',
    ],
  ])('%s is another incident', (_, one, other) => {
    expect(contradicted(one, other)).toEqual([]);
  });

  it('is told by a retelling, whatever its day', () => {
    const retold = '# B\n\n> Retold from [it](a.star.md).\n\nOrders failed for 25 minutes in all regions.\n';
    expect(contradicted('# A\n\nOrders failed for 20 minutes in all regions.\n', retold)).toEqual([
      '25 minutes',
    ]);
  });

  it('is not to be found among the stories of the corpus and the examples', () => {
    const index = new TwinIndex();
    const files = globSync(['test/corpus/*/stories/*.star.md', 'examples/**/*.star.md']);
    for (const file of files) index.set(uriOf(file), print(readFileSync(file, 'utf8'), uriOf(file)));
    expect(files.filter((file) => index.twinsOf(uriOf(file)).length > 0)).toEqual([]);
  });
});

describe('findings of the library', () => {
  const reviewer = createReviewer(shippedJudge());
  const rules = (text: string, options = defaultOptions): string[] => {
    const index = indexOf({ a: text, b: retitled(original).replace('1,340 customers', '1,430 customers') });
    const review = reviewer.review(parseStory(text), options);
    const complete = reviewWithTwins(review, index.twinsOf(uriOf('a')), options);
    expect(complete.readiness).toBe(review.readiness);
    const before = new Set(review.findings.map(({ rule, span }) => `${rule} ${span.start}`));
    return complete.findings
      .filter(({ rule, span }) => !before.has(`${rule} ${span.start}`))
      .map(({ rule, severity }) => `${rule} ${severity}`);
  };

  it.each([
    ['as they are', original, {}, ['duplicate-story warning', 'inconsistent-figures information']],
    [
      'by the settings',
      original,
      { 'duplicate-story': 'off', 'inconsistent-figures': 'error' },
      ['inconsistent-figures error'],
    ],
    [
      'but where the writer says so',
      original.replace('# Charged', '<!-- star-ignore duplicate-story -->\n# Charged'),
      {},
      ['inconsistent-figures information'],
    ],
  ] as const)('are shown %s', (_, text, severities, expected) => {
    expect(rules(text, { ...defaultOptions, severities })).toEqual(expected);
  });

  it('leave a comment about twins alone where there are none', () => {
    const text = another.replace('status: draft', 'status: draft\nignore: [duplicate-story]');
    expect(reviewer.review(parseStory(text)).findings.map(({ rule }) => rule)).not.toContain(
      'unused-suppression',
    );
  });
});
