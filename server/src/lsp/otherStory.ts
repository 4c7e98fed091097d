import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import { titleFromUri } from '../library/summary';
import type { Finding } from '../review/review';
import { errorText, type Session } from './session';

/** Shows a place in another story; arguments: its URI and the range. The server runs it, so that it works in any editor that can show documents. */
export const openOtherStoryCommand = 'starStories.server.openOtherStory';

export function provideOtherStory({ connection }: Session): void {
  connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
    if (command !== openOtherStoryCommand) return;
    const [uri, selection] = args as [string, Range];
    await connection.window.showDocument({ uri, selection, takeFocus: true }).catch((error: unknown) => {
      connection.console.error(`${uri} could not be shown: ${errorText(error)}`);
    });
  });
}

/** For findings about another story: to open it where it says the same. */
export function otherStoryActions(
  findings: readonly Finding[],
  { capabilities }: Session,
  diagnosticsOf: (finding: Finding) => CodeAction['diagnostics'],
): CodeAction[] {
  if (capabilities.window?.showDocument?.support !== true) return [];
  return findings.flatMap((finding) =>
    finding.related.flatMap(({ elsewhere }): CodeAction[] => {
      if (!elsewhere) return [];
      const title = `Open the other story, ${titleFromUri(elsewhere.uri)}`;
      const diagnostics = diagnosticsOf(finding);
      return [
        {
          title,
          kind: CodeActionKind.QuickFix,
          command: { title, command: openOtherStoryCommand, arguments: [elsewhere.uri, elsewhere.range] },
          ...(diagnostics ? { diagnostics } : {}),
        },
      ];
    }),
  );
}
