import * as vscode from 'vscode';

const scheme = 'star-stories-rewrite';

/** Shows a document beside what it would be after a change, before anybody decides on it. */
export interface Preview {
  /** Opens the difference; the function that comes back closes it. */
  open(
    document: vscode.TextDocument,
    range: vscode.Range,
    insert: string,
    title: string,
  ): Promise<() => Promise<void>>;
  dispose(): void;
}

export function createPreview(): Preview {
  const texts = new Map<string, string>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  let number = 0;
  return {
    open: async (document, range, insert, title) => {
      const changed = vscode.Uri.from({ scheme, path: document.uri.path, query: String(++number) });
      const text = document.getText();
      texts.set(
        changed.toString(),
        text.slice(0, document.offsetAt(range.start)) + insert + text.slice(document.offsetAt(range.end)),
      );
      await vscode.commands.executeCommand('vscode.diff', document.uri, changed, title, { preview: true });
      return async () => {
        texts.delete(changed.toString());
        await closeTabOf(changed);
      };
    },
    dispose: () => {
      registration.dispose();
    },
  };
}

async function closeTabOf(uri: vscode.Uri): Promise<void> {
  const isShown = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString();
  await vscode.window.tabGroups.close(
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isShown),
  );
}
