import * as vscode from 'vscode';
import {
  ignoreAnotherCommand,
  ignoreEverywhereCommand,
  nextHoleCommand,
  retellCommand,
  type IgnoreAnotherArguments,
} from '../../../server/src/protocol';
import type { StoryLibrary } from '../library';
import { isNode, storyOf } from '../outline/nodes';
import { isEnabled, type Server } from '../server';
import { convertCommand, convertToStory, registerConversionAction } from './convertToStory';
import { fixFinding } from './fixFinding';
import { goToHole } from './goToHole';
import { ignoreAnother } from './ignoreAnother';
import { newStory } from './newStory';
import { findStory, findStoryCommand } from '../questions/findStory';
import { cueSheetCommand, reportCommand, writeCueSheet, writeReport } from '../report';
import { openRule } from './openRule';
import { retell } from './retell';
import { registerSettingsInForce } from './settingsInForce';

/** All commands save those of the view itself. */
export function registerCommands(
  context: vscode.ExtensionContext,
  server: Server,
  library: StoryLibrary,
): vscode.Disposable[] {
  const register = (id: string, run: (...args: unknown[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, run);
  return [
    register('starStories.newStory', (given) => newStory(context, server, library, given)),
    register(reportCommand, (target) => writeReport(server, target)),
    register(cueSheetCommand, (story, target) =>
      writeCueSheet(server, library, uriOf(story) ?? story, target),
    ),
    register(findStoryCommand, (question) => findStory(server, library, question)),
    register(nextHoleCommand, (uri) => goToHole(server, 'next', uri)),
    register('starStories.previousHole', (uri) => goToHole(server, 'previous', uri)),
    register('starStories.openRule', (rule) => openRule(context, ruleOf(rule))),
    register(ignoreEverywhereCommand, (rule, uri) => ignoreEverywhere(ruleOf(rule), uriOf(rule) ?? uri)),
    register(ignoreAnotherCommand, (...args) =>
      ignoreAnother(server, ...(args as unknown as IgnoreAnotherArguments)),
    ),
    register(retellCommand, (uri, kind, id) => retell(server, uriOf(uri) ?? uri, kind, id)),
    register(convertCommand, (uri) => convertToStory(server, uri)),
    registerConversionAction(),
    register('starStories.fixFinding', (node) => isNode(node) && fixFinding(server, node)),
    register('starStories.addEvidence', (node) => isNode(node) && fixFinding(server, node)),
    register('starStories.openToSide', (node) =>
      vscode.commands.executeCommand('vscode.open', storyUri(node), {
        viewColumn: vscode.ViewColumn.Beside,
        preview: false,
      }),
    ),
    register('starStories.revealInExplorer', (node) =>
      vscode.commands.executeCommand('revealInExplorer', storyUri(node)),
    ),
    register('starStories.copyPath', (node, nodes) => copyPaths(Array.isArray(nodes) ? nodes : [node])),
    register('starStories.toggle', () => toggle()),
    register('starStories.restartServer', async () => {
      await server.restart();
      await library.load();
    }),
    register('starStories.showLog', () => server.log.show()),
    registerSettingsInForce(context),
  ];
}

/** Commands take what the tree hands them, or the plain values that a code action holds. */
function ruleOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  return isNode(argument) && argument.type === 'finding' ? argument.finding.rule : undefined;
}

function uriOf(argument: unknown): string | undefined {
  return isNode(argument) ? storyOf(argument)?.story.uri : undefined;
}

function storyUri(argument: unknown): vscode.Uri | undefined {
  const uri = uriOf(argument);
  return uri === undefined ? vscode.window.activeTextEditor?.document.uri : vscode.Uri.parse(uri, true);
}

/** The paths of stories, each on a line; of what has no path on a disk, the address. */
async function copyPaths(nodes: readonly unknown[]): Promise<void> {
  const uris = nodes.flatMap((node) => storyUri(node) ?? []);
  const paths = uris.map((uri) => (uri.scheme === 'file' ? uri.fsPath : uri.toString()));
  await vscode.env.clipboard.writeText([...new Set(paths)].join('\n'));
}

/** Switches a rule off in the settings nearest to the story: those of its folder, the workspace, else the user. */
async function ignoreEverywhere(rule: string | undefined, uri: unknown): Promise<void> {
  if (rule === undefined) return;
  const resource = typeof uri === 'string' ? vscode.Uri.parse(uri, true) : undefined;
  const configuration = vscode.workspace.getConfiguration('starStories', resource);
  const { target, rules } = rulesAt(configuration, resource);
  await configuration.update('rules', { ...rules, [rule]: 'off' }, target);
}

function rulesAt(
  configuration: vscode.WorkspaceConfiguration,
  resource: vscode.Uri | undefined,
): { target: vscode.ConfigurationTarget; rules: Record<string, string> | undefined } {
  const values = configuration.inspect<Record<string, string>>('rules');
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return { target: vscode.ConfigurationTarget.Global, rules: values?.globalValue };
  if (folders.length > 1 && resource && vscode.workspace.getWorkspaceFolder(resource)) {
    return { target: vscode.ConfigurationTarget.WorkspaceFolder, rules: values?.workspaceFolderValue };
  }
  return { target: vscode.ConfigurationTarget.Workspace, rules: values?.workspaceValue };
}

/** Switches all of it on or off: for the workspace where one is open, else for the user. */
async function toggle(): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('starStories').update('enable', !isEnabled(), target);
}
