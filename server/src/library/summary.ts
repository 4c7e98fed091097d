import { evidence } from '../rubric/evidence';
import { evidenceKinds } from '../rubric/ids';
import { severityOf } from '../rubric/profiles';
import type {
  ProtocolCounts,
  ProtocolRange,
  StoryDetails,
  StoryFinding,
  StorySection,
  StorySummary,
} from '../protocol';
import type { Review } from '../review/review';
import type { Target } from '../rules/reviewDraft';
import type { Story } from '../story/story';
import type { Span } from '../text/span';
import { followUpsOf, toStoryFollowUp } from './followUps';

/** The name of a story that has no title: that of its file. */
export function titleFromUri(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.star\.md$/i, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** What lists and trees show of a story before it is opened. */
export function summarise(uri: string, review: Review): StorySummary {
  return {
    ...head(uri, review.story, review.target),
    isReviewed: true,
    seconds: review.timing.total,
    sections: sectionTimes(review.story, review.sentences, review.timing.total),
    evidence: evidenceKinds.filter((kind) => (review.evidence.get(kind) ?? []).length > 0),
    readiness: review.readiness.score,
    counts: countsOf(review),
  };
}

/** A piece of a story's text with what it takes to say it: a sentence, or a whole block. */
export interface SpokenPiece {
  readonly span: Span;
  readonly spokenWords: number;
}

/** The summary of a story that was not reviewed: what can be told without judging it. `told` is all that counts as told. */
export function summariseUnreviewed(
  uri: string,
  story: Story,
  target: Target,
  told: readonly SpokenPiece[],
  wordsPerMinute: number,
): StorySummary {
  const seconds = told.reduce((sum, { spokenWords }) => sum + (spokenWords * 60) / wordsPerMinute, 0);
  return {
    ...head(uri, story, target),
    isReviewed: false,
    seconds,
    sections: sectionTimes(story, told, seconds),
    evidence: [],
    readiness: 0,
    counts: { error: 0, warning: 0, information: 0, hint: 0 },
  };
}

/** What a story says of itself. */
function head(
  uri: string,
  story: Story,
  target: Target,
): Omit<StorySummary, 'isReviewed' | 'seconds' | 'sections' | 'evidence' | 'readiness' | 'counts'> {
  const { values } = story.frontMatter;
  const question = values.question ?? [];
  const title = story.title?.trim();
  return {
    uri,
    title: title === undefined || title === '' ? titleFromUri(uri) : title,
    company: values.company ?? target.company ?? null,
    level: target.level,
    principles: values.principles ?? [],
    questions: typeof question === 'string' ? [question] : question,
    tags: values.tags ?? [],
    status: values.status ?? null,
    date: values.date ?? null,
    asked: evidenceKinds.filter((kind) => severityOf(kind, target.level, target.company)),
    holes: story.placeholders.length,
    problem: story.isBinary ? 'This is not a text file; a story is Markdown in UTF-8.' : null,
  };
}

/** A story that could not be read. */
export function unreadable(uri: string, problem: string): StorySummary {
  return {
    uri,
    title: titleFromUri(uri),
    isReviewed: true,
    company: null,
    level: '',
    principles: [],
    questions: [],
    tags: [],
    status: null,
    date: null,
    seconds: 0,
    sections: [],
    evidence: [],
    asked: [],
    readiness: 0,
    counts: { error: 0, warning: 0, information: 0, hint: 0 },
    holes: 0,
    problem,
  };
}

function countsOf({ findings }: Review): ProtocolCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What a tree shows below a story; `rangeOf` turns spans of this version into ranges. */
export function detail(uri: string, review: Review, rangeOf: (span: Span) => ProtocolRange): StoryDetails {
  const { level, company } = review.target;
  return {
    summary: summarise(uri, review),
    followUps: followUpsOf(review).map((followUp) => toStoryFollowUp(followUp, rangeOf)),
    sections: sectionsOf(review, rangeOf),
    evidence: evidenceKinds.map((kind) => ({
      kind,
      title: evidence[kind].title,
      short: evidence[kind].short,
      asked: severityOf(kind, level, company) ?? null,
      ranges: (review.evidence.get(kind) ?? []).map(({ span }) => rangeOf(span)),
    })),
    readinessTerms: review.readiness.terms,
  };
}

/** The spoken time of what stands between two offsets, in seconds; `total` is that of all pieces. */
function secondsWithin(pieces: readonly SpokenPiece[], total: number, start: number, end: number): number {
  let all = 0;
  let inside = 0;
  for (const { span, spokenWords } of pieces) {
    all += spokenWords;
    if (span.start >= start && span.start < end) inside += spokenWords;
  }
  return all === 0 ? 0 : (total * inside) / all;
}

/** The spoken time of each section, to a tenth of a second; first, where there is any, that of what stands outside of all sections. */
function sectionTimes(story: Story, pieces: readonly SpokenPiece[], total: number): StorySummary['sections'] {
  const listed = story.sections.map(({ kind, heading, bodySpan }) => ({
    kind,
    seconds: secondsWithin(pieces, total, heading.span.start, bodySpan.end),
  }));
  const outside = total - listed.reduce((sum, { seconds }) => sum + seconds, 0);
  const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
  return [...(rounded(outside) > 0 ? [{ kind: null, seconds: outside }] : []), ...listed].map(
    ({ kind, seconds }) => ({ kind, seconds: rounded(seconds) }),
  );
}

/** The sections in the order of the text; before them, where there is any, what stands outside of all sections. */
function sectionsOf(review: Review, rangeOf: (span: Span) => ProtocolRange): StorySection[] {
  const { story, findings, timing } = review;
  const toFinding = ({ rule, severity, message, span }: Review['findings'][number]): StoryFinding => ({
    rule,
    severity,
    message,
    range: rangeOf(span),
  });
  const extents = story.sections.map((section) => ({
    section,
    start: section.heading.span.start,
    end: section.bodySpan.end,
  }));
  const isOutside = (offset: number): boolean =>
    !extents.some(({ start, end }) => start <= offset && offset < end);
  const outside = findings.filter(({ span }) => isOutside(span.start));
  const listed = extents.map(({ section, start, end }) => ({
    kind: section.kind,
    name: section.heading.text,
    range: rangeOf(section.heading.span),
    seconds: secondsWithin(review.sentences, timing.total, start, end),
    findings: findings.filter(({ span }) => span.start >= start && span.start < end).map(toFinding),
  }));
  const outsideSeconds = timing.total - listed.reduce((sum, { seconds }) => sum + seconds, 0);
  if (outside.length === 0 && listed.length > 0) return listed;
  const name = listed.length === 0 ? 'Story' : 'Story as a whole';
  const start = outside[0]?.span ?? { start: 0, end: 0 };
  return [
    {
      kind: null,
      name,
      range: rangeOf(start),
      seconds: Math.max(0, outsideSeconds),
      findings: outside.map(toFinding),
    },
    ...listed,
  ];
}
