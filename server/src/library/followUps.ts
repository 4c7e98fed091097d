import type { ProtocolRange, StoryFollowUp } from '../protocol';
import { evidence } from '../rubric/evidence';
import type { EvidenceKind } from '../rubric/ids';
import { probes, probesFor, type Probe } from '../rubric/probes';
import { evidenceAskedFor } from '../rubric/profiles';
import { holeFor } from '../review/retell';
import type { Review } from '../review/review';
import { lineEndOf } from '../rules/structure/anchors';
import { missingLineEnds } from '../rules/structure/missing-section';
import type { Heading, Story } from '../story/story';
import type { Span } from '../text/span';

/** A question that an interviewer is likely to ask after this story, or that its writer wrote down. */
export interface FollowUp {
  /** The probe's id; `own:` and the heading's text for a question of the writer's own. */
  readonly id: string;
  readonly question: string;
  /** What the rubric knows of it; undefined for a question of the writer's own. */
  readonly probe: Probe | undefined;
  /** What in this story invites it, in the user's words. */
  readonly reasons: readonly string[];
  /** The sentence that provokes it, in the document. */
  readonly span: Span;
  /** What stands under `## Follow-ups` for it; undefined where nothing does. */
  readonly answer: FollowUpAnswer | undefined;
}

export interface FollowUpAnswer {
  /** The question's heading. */
  readonly heading: Span;
  /** What stands below it, without white space around it. */
  readonly text: string;
  /** Whether the answer says something and leaves no hole open. */
  readonly isComplete: boolean;
}

/**
 * The likely follow-ups of a story (rubric 6), the most pressing first; then what the writer has put under `## Follow-ups` beside them.
 * A complete story without such a section has none.
 */
export function followUpsOf(review: Review): FollowUp[] {
  const answered = readAnswers(review.story);
  const likely = likelyProbes(review).map((probe): FollowUp => ({
    id: probe.id,
    question: probe.question,
    probe,
    reasons: reasonsFor(probe, review),
    span: provokingSpan(probe, review),
    answer: answered.find(({ asks }) => asks(probe)),
  }));
  const others = answered.filter(({ asks }) => !likely.some(({ probe }) => probe && asks(probe)));
  return [...likely, ...others.map((answer) => writtenDown(answer, review))];
}

/** A follow-up as the client gets it; `rangeOf` turns spans of this version into ranges. */
export function toStoryFollowUp(
  { id, question, probe, reasons, span, answer }: FollowUp,
  rangeOf: (span: Span) => ProtocolRange,
): StoryFollowUp {
  return {
    id,
    question,
    why: probe?.why ?? null,
    weak: probe?.weak ?? null,
    strong: probe?.strong ?? null,
    reasons,
    range: rangeOf(span),
    answer: answer
      ? { range: rangeOf(answer.heading), text: answer.text, isComplete: answer.isComplete }
      : null,
  };
}

/** The probes that a story's gaps choose, the most pressing first. */
export function likelyProbes(review: Review): Probe[] {
  const { target, findings } = review;
  return probesFor(
    missingEvidence(review),
    findings.map(({ rule }) => rule),
    target.company,
  );
}

/**
 * The questions that any story has to stand up to, for a story without gaps: the most pressing of all companies' and the target's own.
 */
export function generalFollowUps(review: Review): FollowUp[] {
  return probes
    .filter(({ company, chosenBy, weight }) => {
      if (chosenBy.missing.length === 0) return false;
      return company === undefined ? weight === 3 : company === review.target.company;
    })
    .map((probe) => ({
      id: probe.id,
      question: probe.question,
      probe,
      reasons: ['The story leaves nothing open here; it is asked all the same.'],
      span: provokingSpan(probe, review),
      answer: undefined,
    }));
}

function missingEvidence({ target, evidence: shown }: Review): EvidenceKind[] {
  return evidenceAskedFor(target.level, target.company)
    .map(({ kind }) => kind)
    .filter((kind) => !shown.has(kind));
}

function reasonsFor({ chosenBy }: Probe, review: Review): string[] {
  const missing = missingEvidence(review).filter((kind) => chosenBy.missing.includes(kind));
  const found = review.findings.filter(({ rule }) => chosenBy.findings.some((id) => id === rule));
  return [
    ...new Set([
      ...found.map(({ message }) => message),
      ...missing.map((kind) => `No sentence says ${evidence[kind].says}.`),
    ]),
  ];
}

/** What is found wrong provokes the question most; else the sentence that it follows from, else the end of where the answer would stand. */
function provokingSpan({ chosenBy, invitedBy, evidence: kinds }: Probe, review: Review): Span {
  const { findings, sentences, story } = review;
  const found = findings.find(
    ({ rule, span }) => span.end > span.start && chosenBy.findings.some((id) => id === rule),
  );
  if (found) return found.span;
  const inviting = invitedBy.flatMap((kind) => review.evidence.get(kind)?.[0] ?? [])[0];
  const section = kinds[0] && evidence[kinds[0]].section;
  const sentence = inviting ?? sentences.findLast((facts) => facts.section === section) ?? sentences.at(-1);
  const end = story.frontMatter.span.end;
  return sentence?.span ?? { start: end, end };
}

interface WrittenAnswer extends FollowUpAnswer {
  readonly question: string;
  readonly asks: (probe: Probe) => boolean;
}

function writtenDown(answer: WrittenAnswer, review: Review): FollowUp {
  const probe = probes.find((candidate) => answer.asks(candidate));
  return {
    id: probe?.id ?? `own:${answer.question}`,
    question: probe?.question ?? answer.question,
    probe,
    reasons: ['You wrote it down under Follow-ups.'],
    span: probe ? provokingSpan(probe, review) : answer.heading,
    answer,
  };
}

/** The questions under the heading “Follow-ups” with what stands below each; a deeper heading belongs to its answer. */
function readAnswers(story: Story): WrittenAnswer[] {
  const section = followUpsHeading(story);
  if (!section) return [];
  let end = 0;
  return story.headings.flatMap((heading): WrittenAnswer[] => {
    const isInside = heading.span.start > section.span.start && heading.span.start < section.contentEnd;
    if (!isInside || heading.span.start < end || heading.text === '') return [];
    end = heading.contentEnd;
    return [readAnswer(heading, story)];
  });
}

function readAnswer({ text: question, span, contentEnd }: Heading, story: Story): WrittenAnswer {
  const holes = story.placeholders.filter(
    (hole) => hole.span.start >= span.end && hole.span.end <= contentEnd,
  );
  const text = story.text.slice(span.end, contentEnd).trim();
  const said = text.replace(/<!--[^]*?-->/g, '');
  const asked = comparable(question);
  return {
    question,
    heading: span,
    text,
    isComplete: holes.length === 0 && /[\p{L}\d]/u.test(said),
    asks: (probe) => comparable(probe.question) === asked,
  };
}

function followUpsHeading({ headings }: Story): Heading | undefined {
  return headings.find(({ text, isAside }) => isAside && /^follow-?\s?ups?\b/i.test(text));
}

/** A question without what writers change in it without a thought: case, marks, numbers before it, “that”. */
function comparable(question: string): string {
  return question
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/^\W*\d+[.):]\s*/, '')
    .replace(/\bthat\b/g, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/**
 * Where an answer to the question goes in and what with: its heading and a hole for the answer, under “Follow-ups”, which is made where
 * it is not there. Undefined where the question stands there already, and where it is unknown.
 */
export function answerScaffold(id: string, { story }: Review): { at: number; insert: string } | undefined {
  const probe = probes.find((candidate) => candidate.id === id);
  if (!probe || readAnswers(story).some(({ asks }) => asks(probe))) return undefined;
  const lineEnd = lineEndOf(story.text);
  const section = followUpsHeading(story);
  const level = Math.min(5, section?.level ?? story.sections[0]?.heading.level ?? 2);
  const scaffold = [`${'#'.repeat(level + 1)} ${probe.question}`, '', holeFor(probe.strong)];
  const lines = section ? scaffold : [`${'#'.repeat(level)} Follow-ups`, '', ...scaffold];
  const before = story.text.slice(0, section?.contentEnd ?? story.text.length).trimEnd();
  const rest = story.text.slice(before.length);
  // What follows stands off already, save for the last line of a file without a line end.
  const after = rest.trim() === '' && !/[\r\n]/.test(rest) ? lineEnd : '';
  const gap = before === '' ? '' : missingLineEnds(before, lineEnd);
  return { at: before.length, insert: gap + lines.join(lineEnd) + after };
}
