import type {
  CoverageStory,
  CoverageStrength,
  CoverageTarget,
  CoverageTopic,
} from '../../../server/src/protocol';
import type { CoverageOrder } from './messages';

/** The strengths from the best to none, as the legend lists them. */
export const strengths = ['s', 'f', 'w', 'c', 'n'] as const satisfies readonly CoverageStrength[];

export const strengthNames: Readonly<Record<CoverageStrength, string>> = {
  s: 'strong',
  f: 'fair',
  w: 'weak',
  c: 'claimed only',
  n: 'nothing',
};

/** What each strength means: for the legend. */
export const strengthMeanings: Readonly<Record<CoverageStrength, string>> = {
  s: 'named in its front matter, and proved',
  f: 'could be told for it',
  w: 'proves some of it',
  c: 'named in its front matter, not proved',
  n: 'no use for it',
};

export function strengthAt({ strengths: letters }: CoverageStory, topic: number): CoverageStrength {
  return letters[topic] as CoverageStrength;
}

/** Why a story stands as it does to a topic, in sentences. */
export function cellReasons(story: CoverageStory, topic: CoverageTopic, index: number): string {
  const { asks } = topic;
  const shown = asks.filter(({ kind }) => story.evidence.includes(kind));
  const missing = asks.filter(({ kind }) => !story.evidence.includes(kind));
  const isNamed = story.named.includes(index);
  const sentences = [
    asks.length === 0 ? 'Nobody has said what proves it.' : '',
    shown.length > 0 ? `Shows ${listed(shown)}.` : '',
    missing.length > 0 ? `Lacks ${listed(missing)}.` : '',
    isNamed ? 'Its front matter names it.' : 'Its front matter does not name it.',
    `Readiness ${story.readiness}, score ${story.scores[index] ?? 0}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** What a screen reader says of a cell; the names of the story and the topic are said by their headers. */
export function cellLabel(story: CoverageStory, topic: CoverageTopic, index: number): string {
  return `${topic.name}: ${strengthNames[strengthAt(story, index)]}. ${cellReasons(story, topic, index)}`;
}

/** What a topic asks for and how the library stands to it. */
export function topicReasons(topic: CoverageTopic): string {
  const { asks, counts, meaning, gapText, incidentFit } = topic;
  const told = strengths
    .filter((strength) => strength !== 'n' && counts[strength] > 0)
    .map((strength) => `${counts[strength]} ${strengthNames[strength]}`);
  const fit = {
    often: '',
    sometimes: 'Stories of incidents sometimes carry it.',
    rarely: 'Stories of incidents rarely carry it.',
  }[incidentFit];
  const sentences = [
    meaning,
    asks.length > 0 ? `Asks for ${listed(asks)}.` : '',
    fit,
    gapText ?? '',
    told.length > 0 ? `Stories: ${told.join(', ')}.` : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

/** What a story is worth to the library. */
export function storyReasons(story: CoverageStory, topics: readonly CoverageTopic[]): string {
  const counts = strengths
    .filter((strength) => strength !== 'n')
    .map((strength) => ({
      strength,
      count: topics.filter((_, index) => strengthAt(story, index) === strength).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ strength, count }) => `${strengthNames[strength]} for ${count}`);
  const alone = story.alone.flatMap((index) => topics[index]?.name ?? []);
  const sentences = [
    `Readiness ${story.readiness} of 100, ${clockTime(story.seconds)} to say.`,
    counts.length > 0 ? `${capital(counts.join(', '))}.` : 'It carries none of these yet.',
    alone.length > 0 ? `It alone carries ${alone.join(', ')}: it would have to be told too often.` : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

/** How far the names of a target can be trusted: when they took this form, when we looked, and where. Empty for questions. */
export function sourceText({ title, name, kind, asOf, checked, source, firstHand }: CoverageTarget): string {
  if (kind === 'questions') return '';
  const own = kind === 'own' ? 'a set of your own' : '';
  const hand =
    source === null || firstHand === null
      ? ''
      : firstHand
        ? 'from the company’s own page'
        : 'second-hand: not the company’s own page';
  const parts = [
    own,
    asOf === null ? '' : `as of ${asOf}`,
    checked === null ? '' : `checked ${checked}`,
    hand,
  ].filter(Boolean);
  return `${name}, ${title}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}

/** How many stories are shown, out of how many. */
export function countText(shown: number, all: number): string {
  const stories = all === 1 ? '1 story' : `${all} stories`;
  return shown === all ? stories : `${shown} of ${stories}`;
}

/** The stories whose title, tags or company hold every word of the filter, in the order. */
export function arranged(
  stories: readonly CoverageStory[],
  filter: string,
  order: CoverageOrder,
): readonly CoverageStory[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? stories
      : stories.filter(({ title, tags, company }) => {
          const text = [title, ...tags, company ?? ''].join('\n').toLowerCase();
          return words.every((word) => text.includes(word));
        });
  // They come by title, and sorting keeps that among equals.
  if (order === 'readiness') return [...found].sort((a, b) => b.readiness - a.readiness);
  if (order === 'strength') return [...found].sort((a, b) => weightOf(b) - weightOf(a));
  return found;
}

function weightOf({ strengths: letters }: CoverageStory): number {
  const weights: Readonly<Record<string, number>> = { s: 4, f: 2, w: 1 };
  return Array.from(letters).reduce((sum, letter) => sum + (weights[letter] ?? 0), 0);
}

function listed(kinds: readonly { readonly title: string }[]): string {
  const names = kinds.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1));
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function clockTime(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
