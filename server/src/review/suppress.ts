import { nearest } from '../text/nearest';
import { isRuleId, ruleIds, type RuleId } from '../rubric/ids';
import type { Severity } from '../rules/rule';
import type { Story } from '../story/story';
import type { Suppression } from '../story/suppressions';
import { overlaps, type Span } from '../text/span';
import type { Finding, Review } from './review';

/**
 * Takes away what the writer has suppressed and what the options hide, sets the severities, and adds a finding for each suppression
 * that suppresses nothing. Whether one is of use is judged by all findings, the hidden ones too: a rule that is switched off for a
 * while must not call the comments about it useless.
 */
export function applySuppressions(
  story: Story,
  findings: readonly Finding[],
  isShown: (finding: Finding) => boolean,
  severityFor: (finding: Finding) => Severity,
): Finding[] {
  const used = new Set<Suppression>();
  const isSuppressed = (finding: Finding): boolean => {
    const matching = story.suppressions.filter((suppression) => silences(suppression, finding));
    for (const suppression of matching) used.add(suppression);
    return matching.length > 0;
  };
  const kept = findings.filter((finding) => !isSuppressed(finding));
  const unused = story.suppressions
    .filter((suppression) => !used.has(suppression) && !isForLibrary(suppression))
    .map((suppression) => unusedSuppression(suppression, story))
    .filter((finding) => !isSuppressed(finding));
  return [...kept, ...unused]
    .filter(isShown)
    .map((finding) => ({ ...finding, severity: severityFor(finding) }))
    .sort(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.localeCompare(b.rule, 'en'),
    );
}

/** Whether there are twins depends on the other stories at hand: a comment about them is of use though there is none today. */
function isForLibrary({ rules }: Suppression): boolean {
  return rules.length > 0 && rules.every((rule) => rule === 'duplicate-story');
}

/**
 * A review with findings that only the library can make: as loud as the options say, without those that the writer has suppressed, and
 * without the report that such a suppression suppresses nothing.
 */
export function withFindings(
  review: Review,
  added: readonly Finding[],
  isShown: (finding: Finding) => boolean,
  severityFor: (finding: Finding) => Severity,
): Review {
  const { story } = review;
  const used = story.suppressions.filter((suppression) =>
    added.some((finding) => silences(suppression, finding)),
  );
  const shown = added.filter(
    (finding) => isShown(finding) && !suppressedAt(story, finding.rule, finding.span),
  );
  const isUseful = ({ rule, span }: Finding): boolean =>
    rule === 'unused-suppression' && used.some((suppression) => suppression.span.start === span.start);
  if (shown.length + used.length === 0) return review;
  const findings = [
    ...review.findings.filter((finding) => !isUseful(finding)),
    ...shown.map((finding) => ({ ...finding, severity: severityFor(finding) })),
  ];
  return { ...review, findings: findings.sort(inTextOrder) };
}

function inTextOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || a.rule.localeCompare(b.rule, 'en');
}

/** Whether the writer has suppressed a rule's findings at a place. */
export function suppressedAt(story: Story, rule: RuleId, span: Span): boolean {
  return story.suppressions.some((suppression) => silences(suppression, { rule, span }));
}

function silences(suppression: Suppression, finding: Pick<Finding, 'rule' | 'span'>): boolean {
  if (suppression.rules.length > 0 && !suppression.rules.includes(finding.rule)) return false;
  // "All" in a comment means the findings about the prose; it would be odd for it to silence the report that it is useless.
  if (suppression.rules.length === 0 && finding.rule === 'unused-suppression') return false;
  return overlaps(suppression.scope, finding.span);
}

function unusedSuppression(suppression: Suppression, story: Story): Finding {
  const unknown = suppression.rules.find((rule) => !isRuleId(rule));
  const suggestion = unknown === undefined ? undefined : nearest(unknown, ruleIds);
  const message =
    unknown === undefined
      ? 'Nothing is suppressed here: the findings that this was for are gone. Remove it.'
      : `There is no rule “${unknown}”${suggestion === undefined ? '' : `; did you mean “${suggestion}”?`}`;
  return {
    rule: 'unused-suppression',
    span: suppression.span,
    message,
    severity: 'information',
    certainty: 'sure',
    related: [],
    rewrites: () => removal(suppression, story, unknown, suggestion),
    bestRewrite: () => removal(suppression, story, unknown, suggestion)[0],
  };
}

function removal(
  suppression: Suppression,
  story: Story,
  unknown: string | undefined,
  suggestion: string | undefined,
): ReturnType<Finding['rewrites']> {
  const raw = story.text.slice(suppression.span.start, suppression.span.end);
  if (unknown !== undefined && suggestion !== undefined) {
    const start = suppression.span.start + raw.indexOf(unknown);
    return [
      {
        title: `Change to “${suggestion}”`,
        safe: true,
        edits: [{ span: { start, end: start + unknown.length }, insert: suggestion }],
      },
    ];
  }
  if (suppression.form === 'front-matter' || suppression.form === 'range') return [];
  const before = /[ \t]*$/.exec(story.text.slice(0, suppression.span.start))![0].length;
  const after =
    suppression.form === 'block'
      ? /^[ \t]*\r?\n?/.exec(story.text.slice(suppression.span.end))![0].length
      : 0;
  const span = { start: suppression.span.start - before, end: suppression.span.end + after };
  return [{ title: 'Remove the comment', safe: true, edits: [{ span, insert: '' }] }];
}
