import { evidence } from '../../rubric/evidence';
import { evidenceKinds, sectionKinds, type EvidenceKind } from '../../rubric/ids';
import type { Story } from '../../story/story';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import { contains } from '../../text/span';
import type { ReviewDraft, SentenceFacts } from '../reviewDraft';
import { lineEndOf } from './anchors';
import { markedSpan, startOfMarks } from './markedSpan';
import { missingLineEnds } from './missing-section';

/** What happens after it in an incident: a sentence on it stands before the first of these in its section. */
const comesBefore: Partial<Record<EvidenceKind, readonly EvidenceKind[]>> = {
  mitigation: ['diagnosis', 'root-cause', 'fix'],
  diagnosis: ['root-cause', 'fix'],
  'root-cause': ['fix'],
};

/**
 * Puts a sentence with holes where it happened: before what comes after it in the section that should hold it, else at the end of that
 * section; in a story without headings, after the last sentence that belongs there. Undefined while the sentence stands in the story with
 * its holes: it wants filling in, and not a second one.
 */
export function insertScaffold(kind: EvidenceKind, draft: ReviewDraft): Rewrite | undefined {
  if (standsUnfilled(kind, draft.story)) return undefined;
  const edit = insertedBefore(kind, draft) ?? insertedWithin(kind, draft) ?? insertedAtEnd(kind, draft);
  return { title: `Add a sentence on ${evidence[kind].short}`, edits: [edit], safe: false, preferred: true };
}

/** Whether a hole that only this scaffold has is still open. */
export function standsUnfilled(kind: EvidenceKind, { text }: Story): boolean {
  return holesOf(kind).some(
    (hole) =>
      text.includes(hole) &&
      evidenceKinds.every((other) => other === kind || !evidence[other].scaffold.includes(hole)),
  );
}

function holesOf(kind: EvidenceKind): readonly string[] {
  return evidence[kind].scaffold.match(/\{\{[^{}]*\}\}/g) ?? [];
}

/** The sentence before what happened after it; undefined where there is nothing of the kind, or where it would upset a list's numbers. */
function insertedBefore(kind: EvidenceKind, { story, evidence: found }: ReviewDraft): Edit | undefined {
  const { section, scaffold } = evidence[kind];
  const body = story.sections.find((candidate) => candidate.kind === section)?.bodySpan;
  const [next] = (comesBefore[kind] ?? [])
    .flatMap((later) => found.get(later) ?? [])
    .filter(({ span }) => body === undefined || contains(body, span))
    .sort((a, b) => a.span.start - b.span.start);
  if (!next) return undefined;
  const { block, spanInBlock } = next.sentence;
  if (block.kind === 'list-item') {
    const start = story.text.lastIndexOf('\n', block.span.start - 1) + 1;
    const bullet = /^[ \t]*[-*+][ \t]+/.exec(story.text.slice(start, block.span.start))?.[0];
    if (bullet === undefined || spanInBlock.start > 0) return undefined;
    return { span: { start, end: start }, insert: `${bullet}${scaffold}${lineEndOf(story.text)}` };
  }
  const at = startOfMarks(next.span.start, story);
  return at === undefined ? undefined : { span: { start: at, end: at }, insert: `${scaffold} ` };
}

/** In a story without headings, within the paragraph where the part that it belongs to ends; undefined where that is a block's end. */
function insertedWithin(kind: EvidenceKind, draft: ReviewDraft): Edit | undefined {
  if (draft.story.sections.length > 0) return undefined;
  const last = lastOfPart(kind, draft);
  if (!last || last.sentence.spanInBlock.end === last.sentence.block.plain.text.trimEnd().length)
    return undefined;
  const at = markedSpan(last.span, draft.story)?.end;
  return at === undefined
    ? undefined
    : { span: { start: at, end: at }, insert: ` ${evidence[kind].scaffold}` };
}

/** At the end of its section, of the one before where it is missing, or of the block that holds the part of a story without headings. */
function insertedAtEnd(kind: EvidenceKind, draft: ReviewDraft): Edit {
  const { story, sentences } = draft;
  const { section, scaffold } = evidence[kind];
  const rank = sectionKinds.indexOf(section);
  const found =
    story.sections.find((candidate) => candidate.kind === section) ??
    story.sections.findLast(({ kind: other }) => sectionKinds.indexOf(other) < rank);
  // What is told above the first heading comes before it, where all headings are for later parts.
  const bodyEnd =
    found?.bodySpan.end ??
    story.sections[0]?.heading.span.start ??
    Math.max(
      story.frontMatter.span.end,
      (lastOfPart(kind, draft)?.sentence.block ?? sentences.at(-1))?.span.end ?? story.text.length,
    );
  const at = story.text.slice(0, bodyEnd).trimEnd().length;
  const lineEnd = lineEndOf(story.text);
  const item = nextItem(story, found?.bodySpan.start ?? 0, at);
  const insert =
    item === undefined
      ? `${missingLineEnds(story.text.slice(0, at), lineEnd)}${scaffold}`
      : `${lineEnd}${item}${scaffold}`;
  return { span: { start: at, end: at }, insert };
}

/** The last sentence of the part in which this is told, else of a part before it. */
function lastOfPart(kind: EvidenceKind, { sentences }: ReviewDraft): SentenceFacts | undefined {
  const rank = sectionKinds.indexOf(evidence[kind].section);
  return (
    sentences.findLast(({ section }) => section === evidence[kind].section) ??
    sentences.findLast(({ section }) => section !== undefined && sectionKinds.indexOf(section) < rank)
  );
}

/** The marker of one more item where the text up to `at` ends with a list: the same bullet, or the next number. */
function nextItem({ blocks, text }: Story, from: number, at: number): string | undefined {
  const last = blocks.findLast(({ span }) => span.end <= at && span.start >= from);
  if (last?.kind !== 'list-item' || at - last.span.end >= 3) return undefined;
  const line = text.slice(text.lastIndexOf('\n', last.span.start - 1) + 1);
  const marker = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(line)?.[0] ?? '- ';
  // A list of nothing but ones is numbered by whoever shows it.
  const isCounted = Number(/\d+/.exec(marker)?.[0] ?? 1) > 1;
  return isCounted ? marker.replace(/\d+/, (number) => String(Number(number) + 1)) : marker;
}
