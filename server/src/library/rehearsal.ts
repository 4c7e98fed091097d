import type { RehearsalSection } from '../protocol';
import { sectionKinds, type SectionKind } from '../rubric/ids';
import { sections, type SpokenTimeBudgets } from '../rubric/sections';
import type { Review } from '../review/review';
import type { SentenceFacts } from '../rules/reviewDraft';
import { cuesOf } from './cues';

/**
 * A story for saying it aloud: its sections in the order of the text, each with cues, full text, spoken time and budget. What is not told,
 * such as follow-ups, is left out; a section without a sentence too.
 */
export function scriptOf(review: Review, budgets: SpokenTimeBudgets): RehearsalSection[] {
  const parts = new Map<SectionKind | null, SentenceFacts[]>();
  for (const facts of review.sentences) {
    const part = parts.get(facts.section ?? null);
    if (part) part.push(facts);
    else parts.set(facts.section ?? null, [facts]);
  }
  const secondsOf = ({ spokenWords }: SentenceFacts): number => (spokenWords * 60) / budgets.wordsPerMinute;
  const budgetOf = sectionBudgets(
    [...parts.keys()].filter((kind) => kind !== null),
    budgets,
  );
  return [...parts].map(([kind, told]): RehearsalSection => {
    const seconds = told.reduce((sum, facts) => sum + secondsOf(facts), 0);
    return {
      kind,
      name: nameOf(kind, parts.size, review),
      seconds,
      budgetSeconds: kind === null ? budgetOutside(seconds, parts.size, budgets) : budgetOf[kind],
      cues: cuesOf(told, kind ?? undefined),
      paragraphs: paragraphsOf(told, secondsOf),
    };
  });
}

/**
 * How long each of the sections may take, in seconds: what keeps a story within the limits of its settings. Situation and Task share the
 * budget of the setup, Action has its least share of the whole, Result and Reflection what is left; within these, in proportion to the
 * rubric's shares. What the story lacks leaves its time to the others, so that the budgets add up to the whole.
 */
export function sectionBudgets(
  present: readonly SectionKind[],
  { setupSeconds, storySeconds, actionShareMinimum }: SpokenTimeBudgets,
): Readonly<Record<SectionKind, number>> {
  // Whatever the least share of the Action: it takes some time, and so does what is said before and after it.
  const aroundAction = storySeconds * Math.min(0.8, Math.max(0.2, 1 - actionShareMinimum));
  const setup = Math.min(setupSeconds, 0.75 * aroundAction);
  const groups = [
    { kinds: ['situation', 'task'], seconds: setup },
    { kinds: ['action'], seconds: storySeconds - aroundAction },
    { kinds: ['result', 'reflection'], seconds: aroundAction - setup },
  ] satisfies { kinds: SectionKind[]; seconds: number }[];
  const told = groups
    .map(({ kinds, seconds }) => ({ kinds: kinds.filter((kind) => present.includes(kind)), seconds }))
    .filter(({ kinds }) => kinds.length > 0);
  const planned = told.reduce((sum, { seconds }) => sum + seconds, 0);
  const budgets = Object.fromEntries(sectionKinds.map((kind) => [kind, 0])) as Record<SectionKind, number>;
  for (const { kinds, seconds } of told) {
    const shares = kinds.reduce((sum, kind) => sum + sections[kind].shareAim, 0);
    for (const kind of kinds)
      budgets[kind] = (((seconds * storySeconds) / planned) * sections[kind].shareAim) / shares;
  }
  return budgets;
}

/** What stands outside of the sections may take as long as it takes; where there are no sections it has the whole time. */
function budgetOutside(seconds: number, parts: number, { storySeconds }: SpokenTimeBudgets): number {
  return parts === 1 ? storySeconds : seconds;
}

function nameOf(kind: SectionKind | null, parts: number, { story }: Review): string {
  if (kind === null) return parts === 1 ? 'Story' : 'Outside the sections';
  return story.sections.find((section) => section.kind === kind)?.heading.text ?? sections[kind].name;
}

function paragraphsOf(
  told: readonly SentenceFacts[],
  secondsOf: (facts: SentenceFacts) => number,
): RehearsalSection['paragraphs'] {
  const blocks = new Map(told.map(({ sentence: { block } }) => [block, [] as SentenceFacts[]]));
  for (const facts of told) blocks.get(facts.sentence.block)?.push(facts);
  return [...blocks].map(([{ kind }, facts]) => ({
    isItem: kind === 'list-item',
    sentences: facts.map((each) => ({ text: each.sentence.text, seconds: secondsOf(each) })),
  }));
}
