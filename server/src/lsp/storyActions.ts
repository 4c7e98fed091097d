import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { retellCommand } from '../protocol';
import { existingRetelling, retellSection, retellTargets, type RetellTarget } from '../review/retell';
import { splitIntoSections } from '../rules/structure/splitIntoSections';
import type { Rewrite } from '../text/rewrite';
import { overlaps } from '../text/span';
import { editCapabilities, isWanted } from './codeActionRequest';
import { toSpan, toWorkspaceEdit } from './convert';
import type { OpenStory, Session } from './session';

export const retellKind = `${CodeActionKind.RefactorRewrite}.starStories.retell`;
export const splitKind = `${CodeActionKind.RefactorRewrite}.starStories.split`;
export const storyActionKinds = [retellKind, splitKind];

/** How many retellings are offered by name, before all others in one entry. */
const named = 2;
/** How many are offered to clients that cannot ask. */
const withoutAsking = 5;

/**
 * Actions on the whole story: retelling it, and splitting one without sections. They come when the client asks for refactorings, and at the
 * front matter and the headings, where the story as a whole is meant; within the prose they would be in the way of the rewrites.
 */
export function storyActions(opened: OpenStory, session: Session, params: CodeActionParams): CodeAction[] {
  const { review } = opened;
  if (review.sentences.length === 0 || !(params.context.only || isAboutStory(opened, params))) return [];
  return [
    ...(isWanted(splitKind, params) ? splitActions(opened, session) : []),
    ...(isWanted(retellKind, params) ? retellActions(opened, session) : []),
  ];
}

function isAboutStory({ document, review: { story } }: OpenStory, params: CodeActionParams): boolean {
  const range = toSpan(params.range, document);
  const { span } = story.frontMatter;
  return (
    (span.end > span.start && range.start < span.end) ||
    story.headings.some((heading) => overlaps(heading.span, range))
  );
}

/** A long story without sections has a finding that says so, and this as its fix. */
function splitActions({ document, review }: OpenStory, session: Session): CodeAction[] {
  if (review.story.sections.length > 0 || review.findings.some(({ rule }) => rule === 'unstructured-story'))
    return [];
  const edits = splitIntoSections(review);
  return edits.length === 0
    ? []
    : [refactoring({ title: 'Split into sections', edits, safe: true }, splitKind, document, session)];
}

function retellActions({ document, review }: OpenStory, session: Session): CodeAction[] {
  const targets = retellTargets(review).filter(({ kind }) => kind === 'principle');
  const isAsking = session.options.canUpdateSettings === true;
  const offered = isAsking
    ? targets.filter(({ group }) => group === 'This story').slice(0, named)
    : targets.slice(0, withoutAsking);
  const actions = offered
    .filter((target) => !existingRetelling(review, target))
    .map((target) => refactoring(sectionRewrite(target, review), retellKind, document, session));
  if (!isAsking) return actions;
  const title =
    offered.length === 0
      ? 'Retell for a principle or question…'
      : 'Retell for another principle or question…';
  return [
    ...actions,
    { title, kind: retellKind, command: { title, command: retellCommand, arguments: [document.uri] } },
  ];
}

function sectionRewrite(target: RetellTarget, review: OpenStory['review']): Rewrite {
  const { at, insert } = retellSection(review, target);
  return {
    title: `Retell for ${target.title}`,
    edits: [{ span: { start: at, end: at }, insert }],
    safe: false,
  };
}

function refactoring(
  rewrite: Rewrite,
  kind: string,
  document: OpenStory['document'],
  session: Session,
): CodeAction {
  return {
    title: rewrite.title,
    kind,
    edit: toWorkspaceEdit([rewrite], document, editCapabilities(session)),
  };
}
