import type {
  Coverage,
  CoverageStory,
  CoverageStrength,
  CoverageTarget,
  CoverageTopic,
  StorySummary,
} from '../protocol';
import { companyOf } from '../rubric/companies';
import { evidence } from '../rubric/evidence';
import { evidenceKinds } from '../rubric/ids';
import { normalisedName } from '../rubric/principles';
import { adviceFor, healthOf } from './coverageAdvice';
import { topicSets, type OwnTopics, type Topic, type TopicSet } from './coverageTargets';

/** From these scores on a story that names a topic is strong, fair or weak for it (docs/coverage.md). */
const bounds = { strong: 70, fair: 45, weak: 25 } as const;
/** How much of the score the proof gives by itself; the rest comes with readiness. */
const shareOfProof = 0.6;
/** A story that alone carries more topics than this is overused: it would have to be told again and again. */
export const mostAlone = 3;

/**
 * Holds the stories against a company's principles, a set of the user's own, or questions: see docs/coverage.md for the formula.
 * Deterministic; stories that could not be read are left out.
 *
 * @param wanted the id of the target; where there is no such, the company that most stories aim at
 */
export function coverageOf(
  stories: readonly StorySummary[],
  own: OwnTopics,
  wanted: string | undefined,
  isComplete = true,
): Coverage {
  const sets = topicSets(own);
  const { target, topics } = chosenSet(sets, stories, wanted);
  const rows = rowsOf(stories, topics);
  const columns = topics.map((topic, index) => columnOf(topic, index, rows));
  return {
    targets: sets.map((set) => set.target),
    target,
    topics: columns,
    stories: rows,
    health: healthOf(stories, target, columns, rows),
    next: adviceFor(topics, columns, rows),
    isComplete,
  };
}

function chosenSet(
  sets: readonly TopicSet[],
  stories: readonly StorySummary[],
  wanted: string | undefined,
): TopicSet {
  const asked = sets.find(({ target }) => target.id === wanted);
  if (asked) return asked;
  const counts = new Map<string, number>();
  for (const { company } of stories)
    if (company !== null) counts.set(company, (counts.get(company) ?? 0) + 1);
  const aimingAt = ({ company }: CoverageTarget): number =>
    company === null
      ? 0
      : [...counts].reduce((sum, [named, count]) => sum + (isCompanyOf(company, named) ? count : 0), 0);
  const ranked = sets.map((set) => ({ set, count: aimingAt(set.target) }));
  return ranked.sort((a, b) => b.count - a.count)[0]!.set;
}

function isCompanyOf(company: string, named: string): boolean {
  return normalisedName(company) === normalisedName(named) || companyOf(named) === company;
}

/** The stories by title, each with how it stands to every topic. */
function rowsOf(stories: readonly StorySummary[], topics: readonly Topic[]): CoverageStory[] {
  const indicesOf = nameIndex(topics);
  const rows = stories
    .filter(({ problem }) => problem === null)
    .map((story): CoverageStory => {
      const named = new Set([...story.principles, ...story.questions].flatMap((name) => indicesOf(name)));
      const scores = topics.map((topic, index) => scoreOf(story, topic, named.has(index)));
      const letters = topics.map(({ incidentFit }, index) =>
        strengthOf(scores[index]!, named.has(index), incidentFit),
      );
      return {
        uri: story.uri,
        title: story.title,
        tags: story.tags,
        company: story.company,
        readiness: story.readiness,
        seconds: story.seconds,
        evidence: story.evidence,
        strengths: letters.join(''),
        scores,
        named: [...named].sort((a, b) => a - b),
        alone: [],
      };
    });
  const keys = new Map(rows.map((row) => [row, row.title.toLowerCase()]));
  rows.sort((a, b) => compare(keys.get(a)!, keys.get(b)!) || compare(a.uri, b.uri));
  return withLoneTopics(rows, topics.length);
}

/** The topics that a name in front matter stands for. Many stories hold the same names: each is looked up once. */
function nameIndex(topics: readonly Topic[]): (name: string) => readonly number[] {
  const names = topics.map((topic) => new Set(topic.names.map(normalisedName)));
  const known = new Map<string, readonly number[]>();
  return (name) => {
    let found = known.get(name);
    if (!found) {
      const wanted = normalisedName(name);
      found = names.flatMap((ofTopic, index) => (ofTopic.has(wanted) ? [index] : []));
      known.set(name, found);
    }
    return found;
  };
}

/** How well a story proves a topic, 0 to 100: the share of the evidence asked for that it shows, less what its readiness lacks. */
export function scoreOf(
  story: Pick<StorySummary, 'evidence' | 'readiness'>,
  topic: Pick<Topic, 'evidence'>,
  isNamed: boolean,
): number {
  let asked = 0;
  let shown = 0;
  for (const kind of evidenceKinds) {
    const weight = topic.evidence[kind];
    if (weight === undefined) continue;
    asked += weight;
    if (story.evidence.includes(kind)) shown += weight;
  }
  // Where nobody has said what proves it, the writer's word is taken for it.
  if (asked === 0) return isNamed ? Math.round(story.readiness) : 0;
  const told = shareOfProof + (1 - shareOfProof) * (story.readiness / 100);
  return Math.round(100 * (shown / asked) * told);
}

/**
 * A story that does not name the topic stands one step lower: it could serve, but is not told for it. For topics that stories of incidents
 * carry only sometimes it is weak at best, and nothing for those that they carry rarely.
 */
export function strengthOf(
  score: number,
  isNamed: boolean,
  incidentFit: Topic['incidentFit'],
): CoverageStrength {
  if (isNamed) {
    if (score >= bounds.strong) return 's';
    if (score >= bounds.fair) return 'f';
    return score >= bounds.weak ? 'w' : 'c';
  }
  if (incidentFit === 'rarely') return 'n';
  if (score >= bounds.strong) return incidentFit === 'often' ? 'f' : 'w';
  return score >= bounds.fair ? 'w' : 'n';
}

/** Whether a story can be told for a topic. */
export function carries(strength: string | undefined): boolean {
  return strength === 'f' || strength === 's';
}

/** Marks the stories that alone carry too many topics. */
function withLoneTopics(rows: readonly CoverageStory[], topicCount: number): CoverageStory[] {
  const lone = new Map<CoverageStory, number[]>();
  for (let index = 0; index < topicCount; index++) {
    const carriers = rows.filter(({ strengths }) => carries(strengths[index]));
    if (carriers.length === 1) lone.set(carriers[0]!, [...(lone.get(carriers[0]!) ?? []), index]);
  }
  return rows.map((row) => {
    const alone = lone.get(row) ?? [];
    return alone.length > mostAlone ? { ...row, alone } : row;
  });
}

function columnOf(topic: Topic, index: number, rows: readonly CoverageStory[]): CoverageTopic {
  const counts = { n: 0, c: 0, w: 0, f: 0, s: 0 };
  for (const { strengths } of rows) counts[strengths[index] as CoverageStrength]++;
  const gap = gapOf(counts);
  const name = topic.namedIn === 'principles' ? topic.name : `“${topic.name}”`;
  const gapTexts = {
    nothing: `Nothing for ${name}.`,
    claimed: `${name} is claimed, but no story proves it.`,
    weak: `Only weak stories for ${name}.`,
  };
  return {
    id: topic.id,
    name: topic.name,
    meaning: topic.meaning,
    asks: evidenceKinds
      .flatMap((kind) => {
        const weight = topic.evidence[kind];
        return weight === undefined ? [] : [{ kind, title: evidence[kind].title, weight }];
      })
      .sort((a, b) => b.weight - a.weight),
    incidentFit: topic.incidentFit,
    counts,
    gap,
    gapText: gap && gapTexts[gap],
  };
}

function gapOf({ c, w, f, s }: CoverageTopic['counts']): CoverageTopic['gap'] {
  if (f + s > 0) return null;
  if (w > 0) return 'weak';
  return c > 0 ? 'claimed' : 'nothing';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
