import type {
  Coverage,
  CoverageAdvice,
  CoverageStory,
  CoverageTarget,
  CoverageTopic,
  StorySummary,
} from '../protocol';
import { questions } from '../rubric/questions';
import { themes } from '../rubric/themes';
import type { Topic } from './coverageTargets';
import { lowerFirst } from '../text/firstLetter';

/** What makes a bank of stories last through a day of interviews (the practice of those who keep one): see docs/coverage.md. */
const healthy = { stories: 8, ready: 5, readiness: 70, withFigures: 2, failures: 1 } as const;
/** How much a gap matters. */
const gapWeights = { nothing: 3, claimed: 2.5, weak: 2 } as const;
const fitWeights = { often: 3, sometimes: 2, rarely: 1 } as const;
const mostAdvice = 2;

type Health = Coverage['health'];

/** The health of the library in sentences with numbers. */
export function healthOf(
  stories: readonly StorySummary[],
  target: CoverageTarget,
  topics: readonly CoverageTopic[],
  rows: readonly CoverageStory[],
): Health {
  const readable = stories.filter(({ problem }) => problem === null);
  const count = readable.length;
  if (count === 0) return [];
  const ready = readable.filter(({ readiness }) => readiness >= healthy.readiness).length;
  const withFigures = readable.filter((story) => story.evidence.includes('metric')).length;
  const failures = readable.filter(isAboutFailure).length;
  const covered = topics.filter(({ gap }) => gap === null).length;
  const what = target.about;
  return [
    {
      text: `${covered} of ${topics.length} ${what} have a fair or strong story.`,
      isGood: covered === topics.length,
    },
    {
      text: `${counted(count, 'story', 'stories')}${count < healthy.stories ? `: a day of interviews asks for ${healthy.stories} to 12.` : '.'}`,
      isGood: count >= healthy.stories,
    },
    {
      text: `${ready} with a readiness of ${healthy.readiness} or more${ready < healthy.ready ? `: have at least ${healthy.ready}.` : '.'}`,
      isGood: ready >= healthy.ready,
    },
    {
      text: `${withFigures} with a figure for the result${withFigures < healthy.withFigures ? `: have at least ${healthy.withFigures}.` : '.'}`,
      isGood: withFigures >= healthy.withFigures,
    },
    {
      text: `${failures === 0 ? 'None' : failures} about a failure or mistake of your own, as its question or tags say${failures < healthy.failures ? ': nearly every interview asks for one.' : '.'}`,
      isGood: failures >= healthy.failures,
    },
    ...rows
      .filter(({ alone }) => alone.length > 0)
      .map(({ title, alone }) => ({
        text: `“${title}” alone carries ${alone.length} ${what}: have a second story for some of them.`,
        isGood: false,
      })),
  ];
}

function isAboutFailure({ questions: asked, tags }: StorySummary): boolean {
  const failure = themes.find(({ id }) => id === 'failure')!;
  return (
    asked.some((question) => failure.asked.test(question.toLowerCase())) ||
    tags.some((tag) => tag.toLowerCase() === failure.id || failure.tags.includes(tag.toLowerCase()))
  );
}

/** What to write next: the gaps by weight, or where there is none the topics that hang on one overused story. */
export function adviceFor(
  topics: readonly Topic[],
  columns: readonly CoverageTopic[],
  rows: readonly CoverageStory[],
): CoverageAdvice[] {
  const gaps = columns
    .map((column, topic) => ({ column, topic, weight: weightOf(column) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || askedBy(topics[b.topic]!) - askedBy(topics[a.topic]!));
  if (gaps.length > 0) {
    // One story is not to carry all that is missing: each is advised once, as long as there are others.
    const taken = new Set<string>();
    return gaps.slice(0, mostAdvice).map(({ topic }) => {
      const advice = adviceOnGap(topics[topic]!, topic, columns, rows, taken);
      if (advice.uri !== null) taken.add(advice.uri);
      return advice;
    });
  }
  const overused = rows.filter(({ alone }) => alone.length > 0);
  return overused
    .flatMap(({ title, alone }) =>
      alone.map((topic) => ({
        action: 'write' as const,
        topic,
        uri: null,
        text: `Write a second story for ${endingName(topics[topic]!)}`,
        reason: `Only “${title}” carries it, and ${alone.length - 1} others with it.`,
      })),
    )
    .slice(0, mostAdvice);
}

function weightOf({ gap, incidentFit }: CoverageTopic): number {
  return gap === null ? 0 : gapWeights[gap] * fitWeights[incidentFit];
}

function adviceOnGap(
  topic: Topic,
  index: number,
  columns: readonly CoverageTopic[],
  rows: readonly CoverageStory[],
  taken: ReadonlySet<string>,
): CoverageAdvice {
  const column = columns[index]!;
  const nearest = nearestStory(index, rows, taken);
  if (nearest && column.gap !== 'nothing') return adviceOnStory(nearest, topic, index, column);
  const asking = askedBy(topic);
  const fits = { often: 'stories of incidents often can', sometimes: 'stories of incidents sometimes can', rarely: 'look beyond incidents for it' }; // prettier-ignore
  const asked = asking === 0 ? '' : `, and ${counted(asking, 'question asks', 'questions ask')} for it`;
  const tell = column.asks.length === 0 ? '' : ` Tell ${listed(column.asks.slice(0, 3))}.`;
  return {
    action: 'write',
    topic: index,
    uri: null,
    text: `Write a story for ${endingName(topic)}`,
    reason: `No story carries it; ${fits[column.incidentFit]}${asked}.${tell}`,
  };
}

function adviceOnStory(
  { uri, title, evidence, scores }: CoverageStory,
  topic: Topic,
  index: number,
  { asks }: CoverageTopic,
): CoverageAdvice {
  const advice = { topic: index, uri };
  const missing = asks.filter(({ kind }) => !evidence.includes(kind));
  const shown = asks.filter(({ kind }) => evidence.includes(kind));
  if (missing.length === 0 && scores[index]! >= healthy.readiness)
    return {
      ...advice,
      action: 'retell',
      text: `Retell “${title}” for ${endingName(topic)}`,
      reason: `It shows all that is asked for, but is not told for it: name it in its front matter.`,
    };
  if (missing.length === 0)
    return {
      ...advice,
      action: 'strengthen',
      text: `Polish “${title}” for ${endingName(topic)}`,
      reason: `It shows all that is asked for; its readiness holds it back.`,
    };
  const shows = shown.length === 0 ? '' : `It shows ${listed(shown)}. `;
  return {
    ...advice,
    action: 'strengthen',
    text: `Make “${title}” prove ${endingName(topic)}`,
    reason: `${shows}It still lacks ${listed(missing)}.`,
  };
}

/** The story that comes nearest to carrying a topic; one that names it before one that does not. */
function nearestStory(
  topic: number,
  rows: readonly CoverageStory[],
  taken: ReadonlySet<string>,
): CoverageStory | undefined {
  const rank = ({ uri, scores, named }: CoverageStory): number =>
    scores[topic]! + (named.includes(topic) ? 1000 : 0) - (taken.has(uri) ? 50 : 0);
  return rows.reduce<CoverageStory | undefined>(
    (best, row) => (!best || rank(row) > rank(best) ? row : best),
    undefined,
  );
}

/** How many questions of the bank probe a principle. */
function askedBy({ namedIn, id }: Topic): number {
  return namedIn === 'principles' ? questions.filter(({ principles }) => principles.includes(id)).length : 0;
}

/** The name of a topic at the end of a sentence. */
function endingName({ namedIn, name }: Topic): string {
  if (namedIn === 'principles') return `${name}.`;
  return /[.?!]$/.test(name) ? `“${name}”` : `“${name}”.`;
}

function listed(kinds: readonly { readonly title: string }[]): string {
  const names = kinds.map(({ title }) => lowerFirst(title));
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
