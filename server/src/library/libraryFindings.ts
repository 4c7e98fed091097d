import type { ProtocolCounts } from '../protocol';
import type { ReviewOptions } from '../review/options';
import type { Finding, Review } from '../review/review';
import { isShown, severityFor } from '../review/reviewStory';
import { withFindings } from '../review/suppress';
import type { Rewrite } from '../text/rewrite';
import { titleSpan, type Fingerprint } from './fingerprint';
import { readStatements } from './statements';
import { titleFromUri } from './summary';
import type { Twin } from './twins';

/** How many twins are named as places to go to. */
const mostNamed = 5;

/** The review of a story with what its twins in the library add to it (rubric 3, `duplicate-story` and `inconsistent-figures`). */
export function reviewWithTwins(review: Review, twins: readonly Twin[], options: ReviewOptions): Review {
  if (twins.length === 0 && review.story.suppressions.length === 0) return review;
  const findings = [...duplicateFindings(review, twins), ...contradictionFindings(review, twins)];
  return withFindings(review, findings, isShown(options), severityFor(options));
}

/** The counts of a story that is not open, which was read before its twins were known. */
export function countsWithTwins(
  counts: ProtocolCounts,
  print: Fingerprint,
  twins: readonly Twin[],
  options: ReviewOptions,
): ProtocolCounts {
  const isDuplicate = !print.isSilent && twins.some(isDuplicateOf);
  const contradicted = new Set(twins.flatMap(({ contradictions }) => contradictions.map(({ key }) => key)));
  const added: Pick<Finding, 'rule' | 'severity'>[] = [
    ...(isDuplicate ? [{ rule: 'duplicate-story', severity: 'warning' } as const] : []),
    ...[...contradicted].map(() => ({ rule: 'inconsistent-figures', severity: 'information' }) as const),
  ];
  const result = { ...counts };
  for (const one of added) {
    const finding = { ...noPlace, ...one };
    if (isShown(options)(finding)) result[severityFor(options)(finding)]++;
  }
  return result;
}

const noPlace = {
  span: { start: 0, end: 0 },
  message: '',
  certainty: 'sure',
  related: [],
  rewrites: (): readonly Rewrite[] => [],
  bestRewrite: () => undefined,
} as const;

function isDuplicateOf({ hasSameTitle, likeness }: Twin): boolean {
  return hasSameTitle || likeness !== undefined;
}

/** One finding for all stories that have the same title or nearly the same text. */
function duplicateFindings({ story }: Review, twins: readonly Twin[]): Finding[] {
  const duplicates = twins.filter(isDuplicateOf).sort((a, b) => (b.likeness ?? 0) - (a.likeness ?? 0));
  const [first, ...others] = duplicates;
  if (!first) return [];
  const span = titleSpan(story);
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return [
    {
      ...noPlace,
      rule: 'duplicate-story',
      severity: 'warning',
      span,
      message: `${sameness(first)} ${nameOf(first)}${more}.`,
      related: duplicates.slice(0, mostNamed).map(({ uri, place, ...twin }) => ({
        span,
        message: `The other story: ${nameOf({ uri, ...twin })}`,
        elsewhere: { uri, range: place },
      })),
    },
  ];
}

function sameness({ hasSameTitle, likeness }: Twin): string {
  if (likeness === undefined) return 'Another story has the same title:';
  return hasSameTitle ? 'This story is told twice, under one title:' : 'Nearly the same text stands in';
}

function nameOf({ uri, title, hasSameTitle }: Pick<Twin, 'uri' | 'title' | 'hasSameTitle'>): string {
  const file = `${titleFromUri(uri)}.star.md`;
  return title === '' || hasSameTitle ? file : `“${title}” (${file})`;
}

/** A figure for which another story of the same incident gives another value. */
function contradictionFindings({ story, sentences }: Review, twins: readonly Twin[]): Finding[] {
  const contradicting = twins.filter(({ contradictions }) => contradictions.length > 0);
  if (contradicting.length === 0) return [];
  const statements = new Map(readStatements(story, sentences).map((statement) => [statement.key, statement]));
  const found = new Map<number, Finding>();
  for (const twin of contradicting) {
    for (const { key, figure, text, place } of twin.contradictions) {
      const here = statements.get(key)?.figures[figure];
      const span = statements.get(key)?.spans[figure];
      if (!here || !span || found.has(span.start)) continue;
      found.set(span.start, {
        ...noPlace,
        rule: 'inconsistent-figures',
        severity: 'information',
        span,
        message: `${here.text} here, but ${text} in ${nameOf(twin)}, which tells of the same incident.`,
        related: [
          { span, message: 'The figure of the other story.', elsewhere: { uri: twin.uri, range: place } },
        ],
      });
    }
  }
  return [...found.values()];
}
