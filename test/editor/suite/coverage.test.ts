import assert from 'node:assert/strict';
import { setup, suite, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { CoverageFromPage } from '../../../client/src/coverage/messages';
import type { Coverage } from '../../../server/src/protocol';
import { findingGone, findingOf, openNew, workspaceFile } from './editor';
import { access } from './outline';

// The panel is driven by the messages that its page sends; the page itself is tested in a browser.

const story = `---
title: Coverage of a queue
company: Initech
principles: [Keep it running, Earn Trust]
---

## Situation

On 3 March our queue lost 4,100 orders in 40 minutes, and 9% of all customers saw an error.

## Action

I rolled the consumer back within six minutes. I compared the offsets of both partitions and found that a retry skipped every second batch.
`;

const principles = `- company: Initech
  title: House rules
  principles:
    - name: Keep it running
      evidence: [mitigation, impact]
    - Spread it
`;

/** Less than a test's own limit, so that a test that waits in vain can say for what. */
const patienceSeconds = 15;

/** Waits until the panel was told a coverage as a test expects it; the panel's own events wake the test. */
async function coverageOnce(isExpected: (coverage: Coverage) => boolean): Promise<Coverage> {
  const panel = (await access()).openPanels.get('coverage');
  assert.ok(panel, 'the panel is not open');
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const message = panel.posted.get('coverage') as { coverage: Coverage } | undefined;
      if (!message || !isExpected(message.coverage)) return;
      subscription.dispose();
      clearTimeout(timer);
      resolve(message.coverage);
    };
    const subscription = panel.onDidPost(look);
    const timer = setTimeout(() => {
      subscription.dispose();
      const last = JSON.stringify(panel.posted.get('coverage') ?? null).slice(0, 2000);
      reject(new Error(`the panel was told nothing that was expected; at last: ${last}`));
    }, patienceSeconds * 1000);
    look();
  });
}

async function send(message: CoverageFromPage): Promise<void> {
  await (await access()).openPanels.get('coverage')?.receive(message);
}

async function showCoverage(): Promise<void> {
  await vscode.commands.executeCommand('starStories.showCoverage');
}

function isInLibrary({ stories }: Coverage, title: string): boolean {
  return stories.some((row) => row.title === title);
}

suite('coverage', () => {
  setup(showCoverage);

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  suiteTeardown(async () => {
    for (const path of ['coverage', '.star-stories'])
      await vscode.workspace.fs
        .delete(workspaceFile(path), { recursive: true })
        .then(undefined, () => undefined);
  });

  test('opens one panel, of which there is only one', async () => {
    await showCoverage();
    const panels = (): vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.endsWith('starStories.coverage'),
        );
    // The editor tells of a new tab after it was asked for.
    if (panels().length === 0)
      await new Promise((resolve) => {
        const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
          if (panels().length === 0) return;
          subscription.dispose();
          resolve(undefined);
        });
      });
    assert.deepEqual(
      panels().map(({ label }) => label),
      ['Coverage'],
    );
  });

  test('knows the companies and the questions, with their sources', async () => {
    const { targets } = await coverageOnce(({ isComplete }) => isComplete);
    for (const [id, firstHand] of [
      ['amazon', true],
      ['google', true],
      ['meta', false],
      ['microsoft', false],
    ] as const) {
      // prettier-ignore
      const target = targets.find((found) => found.id === id);
      assert.equal(target?.firstHand, firstHand);
      assert.ok(target.source && target.checked, `${id} has a source and a date`);
    }
    assert.ok(targets.some(({ id }) => id === 'questions'));
  });

  test('shows another target when one is chosen, and the story that is then written', async () => {
    await send({ type: 'choose', target: 'amazon' });
    const before = await coverageOnce(({ target }) => target.id === 'amazon');
    assert.equal(before.topics.length, 16);
    await openNew('coverage/queue.star.md', story);
    await showCoverage();
    const { stories, topics } = await coverageOnce((coverage) =>
      isInLibrary(coverage, 'Coverage of a queue'),
    );
    const row = stories.find(({ title }) => title === 'Coverage of a queue')!;
    const earnTrust = topics.findIndex(({ name }) => name === 'Earn Trust');
    // It is named, and none of what it asks for is shown.
    assert.equal(row.strengths[earnTrust], 'c');
    assert.deepEqual(row.named, [earnTrust]);
  });

  test('holds stories against a set of the user’s own, whose mistakes are shown in its file', async () => {
    const { document } = await openNew('coverage/queue.star.md', story);
    await findingOf('unknown-value', document.uri);
    // Else the next file would take its place, and its findings would go with it.
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    const file = await openNew('.star-stories/principles.yaml', principles);
    await findingGone('unknown-value', document.uri);
    await showCoverage();
    await send({ type: 'choose', target: 'own/Initech' });
    const { target, topics, stories } = await coverageOnce(
      (coverage) => coverage.target.id === 'own/Initech' && isInLibrary(coverage, 'Coverage of a queue'),
    );
    assert.equal(target.title, 'House rules');
    assert.deepEqual(
      topics.map(({ name }) => name),
      ['Keep it running', 'Spread it'],
    );
    assert.notEqual(stories.find(({ title }) => title === 'Coverage of a queue')!.strengths[0], 'c');
    assert.equal(topics[1]?.gapText, 'Nothing for Spread it.');

    const { uri } = file.document;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, 99, 0), principles.replace('mitigation', 'mitigatio'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await file.document.save();
    const problem = await problemIn(uri);
    assert.match(problem.message, /“evidence” must be one of impact.*Did you mean “mitigation”\?/);
    assert.equal(problem.range.start.line, 4);
  });

  test('opens the story of a cell, and starts one for a gap with its principle and company', async () => {
    await send({ type: 'choose', target: 'amazon' });
    const { stories } = await coverageOnce(
      (coverage) => coverage.target.id === 'amazon' && isInLibrary(coverage, 'Coverage of a queue'),
    );
    await send({ type: 'openStory', uri: stories.find(({ title }) => title === 'Coverage of a queue')!.uri });
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /coverage\/queue\.star\.md$/);

    // The questions that follow are answered as Enter answers them: an untitled story in the first folder.
    const accepting = setInterval(
      () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      300,
    );
    try {
      await send({ type: 'newStory', topic: 'frugality' });
    } finally {
      clearInterval(accepting);
    }
    const started = vscode.window.activeTextEditor?.document;
    assert.match(started?.uri.path ?? '', /untitled-story.*\.star\.md$/);
    assert.match(started?.getText() ?? '', /^company: amazon$/m);
    assert.match(started?.getText() ?? '', /^principles: .*Frugality|^principles:\n\s*- .*Frugality/m);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(started!.uri);
  });
});

/** Waits for the first message of ours in a file that is no story. */
function problemIn(uri: vscode.Uri): Promise<vscode.Diagnostic> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const [found] = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'STAR Stories');
      if (!found) return;
      subscription.dispose();
      clearTimeout(timer);
      resolve(found);
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(look);
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`nothing was said about ${uri.path}`));
    }, patienceSeconds * 1000);
    look();
  });
}
