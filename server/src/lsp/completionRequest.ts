import { CompletionTriggerKind, type CompletionItem, type CompletionParams } from 'vscode-languageserver';
import { completionsAt } from './completion';
import type { LibraryService } from './library';
import { linkCompletions } from './links';
import type { QuestionBank } from './questionBank';
import type { Session } from './session';

/** Gathers what completions are made from: the story, the settings, the library and the questions. */
export async function provideCompletions(
  session: Session,
  library: LibraryService,
  bank: QuestionBank,
  { textDocument, position, context }: CompletionParams,
): Promise<CompletionItem[] | null> {
  const { options } = await session.settingsOf(textDocument.uri);
  const questions = await bank.questions(textDocument.uri);
  const { stories } = await library.stories();
  const opened = await session.openStory(textDocument.uri);
  if (!opened) return null;
  const tags = [...new Set(stories.flatMap((story) => story.tags))].sort((a, b) => a.localeCompare(b));
  const items = completionsAt(
    opened,
    position,
    { ...options, questions, tags },
    {
      isByHand: context?.triggerKind !== CompletionTriggerKind.TriggerCharacter,
      client: {
        takesSnippets: session.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
        asksAgain: session.options.canUpdateSettings === true,
      },
    },
  );
  const isInFrontMatter = opened.document.offsetAt(position) < opened.review.story.frontMatter.span.end;
  return isInFrontMatter ? items : [...items, ...linkCompletions(opened, position, stories)];
}
