import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { findingOf, findingsOnce, openNew, quickFixes, setSetting, workspaceFile } from './editor';

const body = `
## Situation

Orders failed for 20 minutes.

## Action

I rolled the release back.

## Result

Errors fell from 4% to 0.1%.
`;

const story = (title: string, keys: string, more = ''): string =>
  `---\ntitle: ${title}\n${keys}\n---\n${body}${more}`;

/** Where some words end in a document. */
function endOf(document: vscode.TextDocument, words: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(words) + words.length);
}

/** Opens a story and waits until the server has read it. */
async function openStory(path: string, text: string): Promise<vscode.TextDocument> {
  const { document } = await openNew(path, text);
  // The next story is not to take the place of this one, which would close it.
  await vscode.window.showTextDocument(document, { preview: false });
  await findingsOnce(document.uri, (all) => all.length > 0);
  return document;
}

const labelOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? label : label.label;

suite('language features', () => {
  test('F2 on a principle renames it in all stories, and Undo brings it back', async () => {
    const one = await openStory('names/one.star.md', story('One', 'principles: [Zeal for tests, Ownership]'));
    const two = await openStory(
      'names/two.star.md',
      story('Two', 'principles:\n  - "Zeal for tests" # ours'),
    );
    const place = endOf(one, '[Zeal');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      one.uri,
      place,
      'Love of tests: all',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(one.getText().includes('principles: ["Love of tests: all", Ownership]'), one.getText());
    assert.ok(two.getText().includes('  - "Love of tests: all" # ours'), two.getText());
  });

  test('what has fixed values is not renamed, and the editor says why', async () => {
    const document = await openStory('names/fixed.star.md', story('Fixed', 'company: amazon'));
    await assert.rejects(
      async () =>
        vscode.commands.executeCommand('vscode.prepareRename', document.uri, endOf(document, 'company: ama')),
      /fixed values/,
    );
  });

  test('Shift+F12 on a tag finds it in all stories', async () => {
    const one = await openStory('tags/one.star.md', story('Tag one', 'tags:\n  - zebra\n  - db'));
    await openStory('tags/two.star.md', story('Tag two', 'tags:\n  - zebra'));
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      one.uri,
      endOf(one, '- zeb'),
    );
    assert.deepEqual(found.map(({ uri }) => uri.path.split('/').at(-1)).sort(), [
      'one.star.md',
      'two.star.md',
    ]);
  });

  test('a story that gets another name keeps the links to it', async () => {
    await openStory('links/target.star.md', story('The target', 'tags: [x]'));
    const document = await openStory(
      'links/source.star.md',
      story('The source', 'tags: [x]', '\nSee [it](target.star.md).\n'),
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.ok(
      links.some(({ tooltip }) => tooltip?.includes('The target')),
      links.map(({ tooltip }) => tooltip).join(' | '),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(workspaceFile('links/target.star.md'), workspaceFile('links/renamed.star.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.getText().includes('See [it](renamed.star.md).'), document.getText());
  });

  test('completion knows values, links and figures', async () => {
    await openStory('complete/other.star.md', story('Other one', 'tags: [quokka]'));
    const document = await openStory(
      'complete/story.star.md',
      story('Completed', 'principles: [Dive De]\ntags: []', '\nSee [Oth\n'),
    );
    const complete = async (words: string): Promise<vscode.CompletionItem[]> =>
      (
        await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          endOf(document, words),
        )
      ).items;
    const principle = (await complete('[Dive De')).find((item) => labelOf(item) === 'Dive Deep');
    assert.ok(principle?.range instanceof vscode.Range);
    assert.equal(document.getText(principle.range), 'Dive De');
    assert.ok((await complete('tags: [')).some((item) => labelOf(item) === 'quokka'));
    assert.ok((await complete('See [Oth')).some((item) => labelOf(item) === 'Other one'));
    assert.ok((await complete('fell from 4%')).some((item) => labelOf(item) === 'to …%'));
  });

  test('hover tells whose a principle is, and works out a change', async () => {
    const document = await openStory('hover.star.md', story('Hovered', 'principles: [Dive Deep]'));
    const hover = async (words: string): Promise<string> => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        endOf(document, words),
      );
      return found
        .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
        .join('\n');
    };
    assert.match(await hover('[Dive'), /Amazon, Leadership Principles/);
    assert.match(await hover('from 4'), /−98 %|−97\.5 %/);
  });

  test('figures and own deeds are coloured, spoken time is shown once switched on', async () => {
    const document = await openStory('colours.star.md', story('Coloured', 'tags: [x]'));
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.equal(tokens.data.length / 5, 4);
    await setSetting('inlayHints.spokenTime', true);
    try {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      assert.equal(hints.length, 3);
    } finally {
      await setSetting('inlayHints.spokenTime', undefined);
    }
  });

  test('a story that is told twice is marked, and the other one opens from the light bulb', async () => {
    const first = await openStory('twice/first.star.md', story('Told over and over', 'tags: [x]'));
    const second = await openStory('twice/second.star.md', story('told OVER and over', 'tags: [y]'));
    const { range, relatedInformation } = await findingOf('duplicate-story', second.uri);
    assert.equal(relatedInformation?.[0]?.location.uri.toString(), first.uri.toString());
    // The first one was read before there was a second.
    await findingOf('duplicate-story', first.uri);
    const open = (await quickFixes(second.uri, range)).find(
      ({ title }) => title === 'Open the other story, first',
    );
    assert.ok(open?.command);
    await vscode.commands.executeCommand(
      open.command.command,
      ...((open.command.arguments ?? []) as unknown[]),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), first.uri.toString());
  });

  test('a host name is confidential once that is switched on', async () => {
    const document = await openStory(
      'secret.star.md',
      story('Secret', 'tags: [x]', '\nI logged into db-prod-03.\n'),
    );
    await setSetting('rules', { confidential: 'warning' });
    try {
      const finding = await findingOf('confidential', document.uri);
      assert.equal(document.getText(finding.range), 'db-prod-03');
    } finally {
      await setSetting('rules', undefined);
    }
  });
});
