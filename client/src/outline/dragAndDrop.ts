import * as vscode from 'vscode';
import type { StoryLibrary } from '../library';
import type { Server } from '../server';
import { exists, isStoryUri } from '../storyFiles';
import { writeFrontMatter, type FrontMatterChange } from '../storyEdits';
import { tell } from '../tell';
import { dropMeaning } from './dropTarget';
import { counted } from './labels';
import type { GroupNode, OutlineNode } from './nodes';
import { storyOf } from './nodes';
import type { OutlineProvider } from './provider';

/** The editor makes the name of a tree's own type from the view's. */
const ownType = 'application/vnd.code.tree.starstories.library';
const uriType = 'text/uri-list';

/** Stories are dragged onto a group to be filed there: it is written into their front matter, or they move to another folder. */
export function createDragAndDrop(
  server: Server,
  library: StoryLibrary,
  provider: OutlineProvider,
): vscode.TreeDragAndDropController<OutlineNode> {
  return {
    dragMimeTypes: [uriType],
    dropMimeTypes: [ownType, uriType],
    handleDrag: (nodes, transfer) => {
      const uris = [...new Set(nodes.flatMap((node) => storyOf(node)?.story.uri ?? []))];
      if (uris.length === 0) return;
      // As a list of addresses they can be dropped on an editor, too.
      transfer.set(uriType, new vscode.DataTransferItem(uris.join('\r\n')));
      transfer.set(ownType, new vscode.DataTransferItem(uris.join('\r\n')));
    },
    handleDrop: async (target, transfer) => {
      const item = transfer.get(ownType) ?? transfer.get(uriType);
      const uris = ((await item?.asString()) ?? '').split(/\r?\n/).filter((line) => line !== '');
      const stories = uris.map((uri) => vscode.Uri.parse(uri)).filter(isStoryUri);
      if (stories.length === 0)
        tell('Only stories can be dropped here: files whose names end in “.star.md”.');
      else await drop(server, library, provider, groupOf(target), stories.map(String));
    },
  };
}

/** A story stands for its group. */
function groupOf(target: OutlineNode | undefined): GroupNode | undefined {
  return target?.type === 'group' ? target : target && storyOf(target)?.parent;
}

async function drop(
  server: Server,
  library: StoryLibrary,
  provider: OutlineProvider,
  group: GroupNode | undefined,
  uris: readonly string[],
): Promise<void> {
  const meaning = dropMeaning(group, group ? provider.model.valueOf(group) : '');
  if (meaning.type === 'refused') {
    tell(meaning.reason);
    return;
  }
  const nameOf = (uri: string): string =>
    library.story(uri)?.title ?? vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const { changed, problems } =
    meaning.type === 'move'
      ? await move(uris, provider.model.urisIn(group!))
      : await writeFrontMatter(server, uris, meaning.change);
  for (const [uri, problem] of problems) tell(`“${nameOf(uri)}” stays as it is: ${problem}.`);
  if (problems.size > 0) return;
  const stories =
    changed.length === 1 ? `“${nameOf(changed[0]!)}”` : counted(changed.length, 'story', 'stories');
  const label = group?.label ?? '';
  vscode.window.setStatusBarMessage(
    changed.length === 0
      ? `There already: ${label}`
      : meaning.type === 'move'
        ? `Moved ${stories} to ${label}`
        : doneText(meaning.change, stories, label),
    5000,
  );
}

function doneText({ as, key }: FrontMatterChange, stories: string, label: string): string {
  return as === 'item' ? `Tagged ${stories} with “${label}”` : `Set the ${key} of ${stories} to “${label}”`;
}

/** Moves files to the folder that the stories of a group are in. */
async function move(
  uris: readonly string[],
  neighbours: readonly string[],
): Promise<{ changed: readonly string[]; problems: ReadonlyMap<string, string> }> {
  const problems = new Map<string, string>();
  const folders = new Set(
    neighbours.map((uri) => vscode.Uri.joinPath(vscode.Uri.parse(uri, true), '..').toString()),
  );
  const folder = vscode.Uri.parse([...folders][0] ?? '');
  const edit = new vscode.WorkspaceEdit();
  const changed: string[] = [];
  /** Two stories of different folders may have the same name: one step can't move both. */
  const targets = new Set<string>();
  for (const uri of uris) {
    const from = vscode.Uri.parse(uri, true);
    const to = vscode.Uri.joinPath(folder, from.path.slice(from.path.lastIndexOf('/') + 1));
    if (folders.size !== 1 || folder.scheme === 'untitled')
      problems.set(uri, 'this group is no single folder');
    else if (from.scheme === 'untitled') problems.set(uri, 'save it first');
    else if (from.toString() === to.toString()) continue;
    else if (targets.has(to.toString())) problems.set(uri, 'another of these stories has the same file name');
    else if (await exists(to)) problems.set(uri, 'there is a file of that name already');
    else {
      edit.renameFile(from, to, { overwrite: false });
      changed.push(uri);
      targets.add(to.toString());
    }
  }
  if (problems.size > 0 || changed.length === 0) return { changed: [], problems };
  if (await vscode.workspace.applyEdit(edit)) return { changed, problems };
  return { changed: [], problems: new Map(changed.map((uri) => [uri, 'it cannot be moved'])) };
}
