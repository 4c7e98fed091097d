import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingOf, findingsOnce, openNew, ruleOf } from './editor';

const weak = 'We will be more careful next time.';

/** A file as it should not be, and what is still found in it. */
const files: [what: string, content: string | Uint8Array, rule: string][] = [
  [
    'front matter that does not parse',
    `---\ntitle: [\n---\n\n## Reflection\n\n${weak}\n`,
    'invalid-front-matter',
  ],
  ['an unknown level', `---\nlevel: wizard\n---\n\n## Reflection\n\n${weak}\n`, 'unknown-value'],
  ['line ends of Windows', `## Reflection\r\n\r\n${weak}\r\n`, 'vague-prevention'],
  ['a byte order mark', `\uFEFF## Reflection\n\n${weak}\n`, 'vague-prevention'],
  ['emoji before the words', `## Reflection\n\n🔥🔥🔥 👩‍💻 ${weak}\n`, 'vague-prevention'],
  [
    'a megabyte',
    `## Reflection\n\n${weak}\n${'\nThe queue held 40 jobs.\n'.repeat(40_000)}`,
    'vague-prevention',
  ],
];

suite('odd files', () => {
  for (const [what, content, rule] of files) {
    test(`${what}: ${rule} is found`, async () => {
      const { document } = await openNew(`odd ${what}.star.md`, content);
      const { range } = await findingOf(rule, document.uri);
      if (rule === 'vague-prevention')
        assert.ok(weak.includes(document.getText(range)), document.getText(range));
    });
  }

  test('an empty file and no text at all leave the extension at work', async () => {
    await openNew('odd empty.star.md', '');
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 131) % 251);
    // VS Code shows such a file as text or refuses to; either is well.
    await openNew('odd binary.star.md', bytes).catch(() => undefined);
    const { document } = await openNew('odd after.star.md', `## Reflection\n\n${weak}\n`);
    const found = await findingsOnce(document.uri, (all) =>
      all.some((finding) => ruleOf(finding) === 'vague-prevention'),
    );
    assert.ok(found.length > 0);
  });
});
