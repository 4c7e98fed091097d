import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { applyFix, findingGone, findingOf, openNew, quickFixes } from './editor';

const story = `## Situation

Search took 9 seconds for a tenth of our users. DevOps pushed a bad config to the payment gateway.

## Action

I compared two traces.

## Result

It took 0.4 seconds again.

## Reflection

We made sure that it never happens again by being more careful.
`;

suite('quick fixes', () => {
  test('a rewrite takes the finding away and leaves the rest as it was', async () => {
    const { document } = await openNew('rewrite.star.md', story);
    const { range } = await findingOf('blame', document.uri);
    const fixes = await quickFixes(document.uri, range);
    const rewrite = fixes.find(({ edit, title }) => edit && !title.startsWith('Ignore'));
    assert.ok(rewrite?.edit, `no rewrite among: ${fixes.map(({ title }) => title).join(' | ')}`);
    await vscode.workspace.applyEdit(rewrite.edit);
    await findingGone('blame', document.uri);
    assert.ok(
      document.getText().startsWith('## Situation\n\nSearch took 9 seconds for a tenth of our users. '),
    );
    assert.ok(document.getText().endsWith(story.slice(story.indexOf('\n\n## Action'))));
  });

  test('a missing section is put where it belongs', async () => {
    const { document } = await openNew('section.star.md', story);
    const { range } = await findingOf('missing-section', document.uri);
    await applyFix(document.uri, range, /^Insert “## Task”/);
    await findingGone('missing-section', document.uri);
    assert.match(document.getText(), /## Situation[^]*## Task[^]*## Action/);
  });

  for (const [words, comment] of [
    ['here', '<!-- star-ignore vague-prevention -->'],
    ['in this file', 'ignore: [vague-prevention]'],
  ] as const) {
    test(`a finding is ignored ${words}, in words that stand in the file`, async () => {
      const { document } = await openNew(`ignore ${words}.star.md`, story);
      const { range } = await findingOf('vague-prevention', document.uri);
      await applyFix(document.uri, range, new RegExp(`^Ignore .* ${words}$`));
      await findingGone('vague-prevention', document.uri);
      assert.ok(document.getText().includes(comment), document.getText());
    });
  }
});
