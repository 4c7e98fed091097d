import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { setSetting } from './editor';
import { soon } from './outline';

/** The settings that package.json declares. */
function declared(): string[] {
  const manifest = vscode.extensions.getExtension('star-stories.star-stories')?.packageJSON as {
    contributes: { configuration: { properties: Record<string, unknown> }[] };
  };
  return manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
}

suite('the settings in force', () => {
  suiteTeardown(() => setSetting('speakingRate', undefined));

  test('are all shown, each with its place, and follow what is changed', async () => {
    await vscode.commands.executeCommand('starStories.showSettings');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'star-stories-settings');
    const shown = [...document.getText().matchAll(/^ {2}"(starStories\.[^"]+)": /gm)].map(([, name]) => name);
    assert.deepEqual(shown, declared());
    await setSetting('speakingRate', 171);
    await soon(() =>
      assert.match(
        document.getText(),
        /"starStories\.speakingRate": 171, \/\/ from the workspace’s settings/,
      ),
    );
  });
});
