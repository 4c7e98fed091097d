import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  checkRewriteRequest,
  convertRequest,
  holesRequest,
  retellRequest,
  retellTargetsRequest,
  rewriteContextRequest,
  type CheckedRewrite,
  type CheckRewriteParams,
  type ConvertedStory,
  type ConvertParams,
  type ProtocolRange,
  type Retelling,
  type RetellParams,
  type RetellTarget,
  type RewriteContext,
  type RewriteContextParams,
  type StoryParams,
} from '../protocol';
import { findingAt, problemsOfRewrite, type FoundSentence } from '../review/checkRewrite';
import { convertToStory } from '../review/convertToStory';
import { existingRetelling, retellFile, retellSection, retellTarget, retellTargets } from '../review/retell';
import { normalisedName } from '../rubric/principles';
import type { Question } from '../rubric/questions';
import { ruleText } from '../rules';
import { parseStory } from '../story/parseStory';
import { plainInsert } from '../text/holes';
import { toRange } from './convert';
import type { QuestionBank } from './questionBank';
import type { OpenStory, Session } from './session';

/** The requests behind commands that work on a whole story: see protocol.ts. */
export function provideStoryRequests(session: Session, bank: QuestionBank): void {
  const { connection, reviewer } = session;
  const withStory = async <Answer>(
    { uri }: StoryParams,
    answer: (opened: OpenStory) => Answer,
  ): Promise<Answer | null> => {
    const opened = await session.openStory(uri);
    return opened ? answer(opened) : null;
  };
  connection.onRequest(holesRequest, (params: StoryParams) => withStory(params, holes));
  connection.onRequest(retellTargetsRequest, async (params: StoryParams) => {
    const questions = await bank.questions(params.uri);
    return withStory(params, (opened) => targets(opened, questions));
  });
  connection.onRequest(retellRequest, async (params: RetellParams) => {
    const questions = await bank.questions(params.uri);
    return withStory(params, (opened) => retelling(opened, params, questions));
  });
  connection.onRequest(rewriteContextRequest, (params: RewriteContextParams) =>
    withStory(params, (opened) => rewriteContext(opened, params)),
  );
  connection.onRequest(
    checkRewriteRequest,
    async (params: CheckRewriteParams): Promise<CheckedRewrite | null> => {
      const { options } = await session.settingsOf(params.uri);
      return withStory(params, (opened) => {
        const found = foundAt(opened, params);
        if (!found) return { problems: ['The sentence has changed in the meantime.'] };
        return { problems: problemsOfRewrite(found, params.rewrite, opened.review, reviewer, options) };
      });
    },
  );
  connection.onRequest(
    convertRequest,
    async ({ text, name, uri }: ConvertParams): Promise<ConvertedStory> => {
      const { options } = await session.settingsOf(uri);
      const converted = convertToStory(text, name, reviewer, options);
      return { text: converted, title: parseStory(converted).title ?? name };
    },
  );
}

function holes({ document, review }: OpenStory): ProtocolRange[] {
  return review.story.placeholders.map(({ span }) => toRange(span, document));
}

function targets({ review }: OpenStory, questions: readonly Question[]): RetellTarget[] {
  return retellTargets(review, questions).map(({ kind, id, title, group, angle: { lead } }) => ({
    kind,
    id,
    title,
    group,
    lead,
  }));
}

function retelling(
  { document, review }: OpenStory,
  { kind, id }: RetellParams,
  questions: readonly Question[],
): Retelling | null {
  const target = retellTarget(kind, id, questions);
  if (!target) return null;
  const { at, insert } = retellSection(review, target);
  const existing = existingRetelling(review, target);
  return {
    title: `Retell for ${target.title}`,
    version: document.version,
    section: { position: document.positionAt(at), text: plainInsert(insert) },
    existing: existing ? toRange(existing, document) : null,
    file: { suffix: fileSuffix(id), text: plainInsert(retellFile(review, target, fileNameOf(document))) },
  };
}

/** An id, or a question in the user's words, as part of a file's name. */
function fileSuffix(id: string): string {
  return normalisedName(id).replaceAll(' ', '-').slice(0, 40).replace(/-+$/, '');
}

function fileNameOf({ uri }: TextDocument): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function foundAt(
  { document, review }: OpenStory,
  { rule, position }: RewriteContextParams,
): FoundSentence | undefined {
  return findingAt(review, rule, document.offsetAt(position));
}

function rewriteContext(opened: OpenStory, params: RewriteContextParams): RewriteContext | null {
  const found = foundAt(opened, params);
  if (!found) return null;
  const { document, review } = opened;
  const { finding, facts } = found;
  const { title, why, advice } = ruleText(finding.rule);
  const { text, frontMatter } = review.story;
  return {
    version: document.version,
    range: toRange(facts.span, document),
    sentence: text.slice(facts.span.start, facts.span.end),
    section: facts.section ?? null,
    message: finding.message,
    title,
    why,
    advice,
    story: text.slice(frontMatter.span.end).trim(),
  };
}
