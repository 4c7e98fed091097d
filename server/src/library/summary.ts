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
  const { values } = review.story.frontMatter;
  const question = values.question ?? [];
  const title = review.story.title?.trim();
  return {
    uri,
    title: title === undefined || title === '' ? titleFromUri(uri) : title,
    company: values.company ?? review.target.company ?? null,
    level: review.target.level,
    principles: values.principles ?? [],
    questions: typeof question === 'string' ? [question] : question,
    tags: values.tags ?? [],
    status: values.status ?? null,
    date: values.date ?? null,
    seconds: review.timing.total,
    sections: sectionTimes(review),
    evidence: evidenceKinds.filter((kind) => (review.evidence.get(kind) ?? []).length > 0),
    asked: evidenceKinds.filter((kind) => severityOf(kind, review.target.level, review.target.company)),
    readiness: review.readiness.score,
    counts: countsOf(review),
    holes: review.story.placeholders.length,
    problem: review.story.isBinary ? 'This is not a text file; a story is Markdown in UTF-8.' : null,
  };
}

/** A story that could not be read. */
export function unreadable(uri: string, problem: string): StorySummary {
  return {
    uri,
    title: titleFromUri(uri),
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

/** The spoken time of what stands between two offsets, in seconds. */
function secondsWithin({ sentences, timing }: Review, start: number, end: number): number {
  let all = 0;
  let inside = 0;
  for (const { span, spokenWords } of sentences) {
    all += spokenWords;
    if (span.start >= start && span.start < end) inside += spokenWords;
  }
  return all === 0 ? 0 : (timing.total * inside) / all;
}

/** The spoken time of each section, to a tenth of a second; first, where there is any, that of what stands outside of all sections. */
function sectionTimes(review: Review): StorySummary['sections'] {
  const listed = review.story.sections.map(({ kind, heading, bodySpan }) => ({
    kind,
    seconds: secondsWithin(review, heading.span.start, bodySpan.end),
  }));
  const outside = review.timing.total - listed.reduce((sum, { seconds }) => sum + seconds, 0);
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
    seconds: secondsWithin(review, start, end),
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
