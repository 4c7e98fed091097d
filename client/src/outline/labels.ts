import type {
  ProtocolCounts,
  StoryDetails,
  StoryEvidence,
  StoryFollowUp,
  StorySection,
  StorySummary,
} from '../../../server/src/protocol';

/** How far a story is from being told; the icons of tree and status bar stand for these. */
export type ReadinessStage = 'started' | 'halfway' | 'nearly' | 'ready';

/** The stage of a readiness from 0 to 100. */
export function readinessStage(readiness: number): ReadinessStage {
  if (readiness >= 85) return 'ready';
  if (readiness >= 70) return 'nearly';
  return readiness >= 40 ? 'halfway' : 'started';
}

/** Seconds as they are read from a clock: "2:05". */
export function clockTime(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** "1 story", "2 stories". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

const severityWords = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['information', 'note', 'notes'],
  ['hint', 'hint', 'hints'],
] as const;

/** All counts that are not zero, the loudest first: "1 error, 3 warnings". Empty where there is nothing. */
export function countsText(counts: ProtocolCounts): string {
  return severityWords
    .filter(([severity]) => counts[severity] > 0)
    .map(([severity, singular, plural]) => counted(counts[severity], singular, plural))
    .join(', ');
}

/** The loudest count: what a line of the tree has room for. */
export function loudestCount(counts: ProtocolCounts): string {
  return countsText(counts).split(', ')[0] ?? '';
}

/** What stands behind a story's title, the most telling first: "86 · 2:24 · 3 warnings · 2026-04-24"; last its workspace folder where there are several. */
export function storyDescription(story: StorySummary, root = ''): string {
  if (story.problem !== null) return joined(['cannot be read', root]);
  const { isReviewed, readiness, seconds, counts, date } = story;
  // What was not reviewed yet has no readiness; nothing stands for it, not even a nought.
  return joined([
    isReviewed ? String(readiness) : '',
    clockTime(seconds),
    loudestCount(counts),
    date ?? '',
    root,
  ]);
}

/** What stands behind a section's name. */
export function sectionDescription({ seconds, findings }: StorySection): string {
  return joined([clockTime(seconds), loudestCount(countFindings(findings))]);
}

export function countFindings(findings: StorySection['findings']): ProtocolCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The evidence that a story's checklist shows: what is asked for, and what is there without being asked for. */
export function checklist(evidence: readonly StoryEvidence[]): StoryEvidence[] {
  return evidence.filter(({ asked, ranges }) => asked !== null || ranges.length > 0);
}

/** "9 of 12", of the evidence that is asked for. */
export function evidenceDescription(evidence: readonly StoryEvidence[]): string {
  const asked = evidence.filter((item) => item.asked !== null);
  return `${asked.filter(({ ranges }) => ranges.length > 0).length} of ${asked.length}`;
}

/** "4 questions", "4 questions, 1 answered". */
export function followUpsDescription(followUps: StoryDetails['followUps']): string {
  const answered = followUps.filter(({ answer }) => answer?.isComplete).length;
  return joined([counted(followUps.length, 'question'), answered === 0 ? '' : `${answered} answered`], ', ');
}

/** What a follow-up tells when the pointer rests on it, as Markdown. */
export function followUpTooltip({ question, why, weak, strong, reasons, answer }: StoryFollowUp): string {
  return joined(
    [
      `**${escaped(question)}**`,
      ...reasons.map(escaped),
      why === null ? '' : `_Why it is asked:_ ${escaped(why)}`,
      weak === null ? '' : `_A weak reply:_ ${escaped(weak)}`,
      strong === null ? '' : `_A strong one holds:_ ${escaped(strong)}`,
      answer === null ? '' : answer.isComplete ? 'Answered in the story' : 'The answer is begun in the story',
    ],
    '\n\n',
  );
}

/** A story for people who hear the tree instead of seeing it. */
export function storyAccessibleName(story: StorySummary): string {
  if (story.problem !== null) return joined([story.title, 'cannot be read'], ', ');
  const minutes = Math.floor(Math.round(story.seconds) / 60);
  const seconds = Math.round(story.seconds) % 60;
  const time = joined([minutes > 0 ? counted(minutes, 'minute') : '', counted(seconds, 'second')], ' ');
  const readiness = story.isReviewed ? `readiness ${story.readiness} of 100` : 'not read yet';
  return joined([story.title, readiness, time, countsText(story.counts)], ', ');
}

/** The tooltip of a story, as Markdown; with the terms of its readiness once they are known, and its path where that is given. */
export function storyTooltip(story: StorySummary, terms?: StoryDetails['readinessTerms'], path = ''): string {
  if (story.problem !== null)
    return joined([`**${escaped(story.title)}**`, escaped(story.problem), escaped(path)], '\n\n');
  return joined(
    [
      `**${escaped(story.title)}**`,
      story.isReviewed
        ? `Readiness **${story.readiness}** of 100, ${clockTime(story.seconds)} to say`
        : `Not read yet, ${clockTime(story.seconds)} to say`,
      terms === undefined ? '' : termsList(terms),
      joined([
        story.company === null ? '' : companyName(story.company),
        levelName(story.level),
        story.status ?? '',
        story.date ?? '',
      ]),
      listed('Principles', story.principles.map(readableName)),
      listed('Questions', story.questions),
      listed('Tags', story.tags),
      story.holes > 0 ? `${counted(story.holes, 'hole')} to fill` : '',
      countsText(story.counts),
      escaped(path),
    ],
    '\n\n',
  );
}

function termsList(terms: StoryDetails['readinessTerms']): string {
  return terms
    .map(
      ({ name, points, outOf, reason }) =>
        `- ${capitalized(name)} ${Math.round(points)} of ${outOf}: ${escaped(reason)}`,
    )
    .join('\n');
}

function listed(name: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `${name}: ${values.map(escaped).join(', ')}`;
}

/** "amazon" as it is written. Names that are not among the rubric's stay as they are, save for a capital. */
export function companyName(company: string): string {
  return capitalized(company);
}

export function levelName(level: string): string {
  return /^sde\d$/.test(level) ? `SDE ${level.slice(3)}` : capitalized(level);
}

/** The id of a principle or question as words: "bias-for-action" is "Bias for action". What already has spaces is left alone. */
export function readableName(id: string): string {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? capitalized(id.replaceAll('-', ' ')) : id;
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#!~]/g, '\\$&').replace(/\s+/g, ' ');
}

function joined(parts: readonly string[], separator = ' · '): string {
  return parts.filter((part) => part !== '').join(separator);
}
