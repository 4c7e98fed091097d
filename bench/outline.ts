import { groupings, type Arrangement, type Grouping } from '../client/src/outline/grouping';
import { OutlineModel } from '../client/src/outline/model';
import type { GroupNode } from '../client/src/outline/nodes';
import type { StorySummary } from '../server/src/protocol';
import { elapsed, summarise, type Summary } from './statistics';

/** What the tree does with a library of so many stories, in milliseconds. */
export interface OutlineFigures {
  /** From summaries to the first lines, and the largest group opened, by grouping. */
  readonly opened: Readonly<Record<string, Summary>>;
  /** One more letter in the filter, up to the first lines, all groups opened. */
  readonly filtered: Summary;
  /** The same, for another order, without groups. */
  readonly sorted: Summary;
  /** One story changed where all groups are open: it moves within its group. */
  readonly changed: Summary;
  /** All summaries as the server sends them, in kilobytes. */
  readonly traffic: number;
}

const companies = ['amazon', 'google', 'meta', 'microsoft', null];
const levels = ['sde1', 'sde2', 'senior', 'staff'];
const words = [
  'rollback',
  'certificate',
  'queue',
  'backlog',
  'checkout',
  'region',
  'cache',
  'index',
  'vendor',
];
const principles = [
  'Ownership',
  'Dive Deep',
  'Earn Trust',
  'Bias for Action',
  'Frugality',
  'Deliver Results',
];

export async function measureOutline(count: number, runs: number): Promise<OutlineFigures> {
  const stories = Array.from({ length: count }, (_, number) => story(number));
  const opened: Record<string, Summary> = {};
  for (const grouping of groupings)
    opened[grouping] = await repeat(runs, () => openLargest(modelOf(copies(stories), { grouping })));
  const filters = ['c', 'ch', 'che', 'chec', 'check', 'checko', 'checkou', 'checkout'];
  const filtered = modelOf(stories, { grouping: 'principle' });
  const flat = modelOf(stories, { grouping: 'none' });
  const open = modelOf(stories, { grouping: 'company' });
  openAll(open);
  return {
    opened,
    filtered: await repeat(runs * filters.length, (run) => {
      filtered.arrange({ ...plain, grouping: 'principle', filter: filters[run % filters.length]! });
      openAll(filtered);
    }),
    sorted: await repeat(runs, (run) => {
      flat.arrange({ ...plain, grouping: 'none', sorting: run % 2 === 0 ? 'readiness' : 'title' });
      flat.roots();
    }),
    changed: await repeat(runs * 10, (run) => {
      const changed = story((run * 7919) % count);
      open.update([[changed.uri, { ...changed, title: `${words[run % words.length]!} again ${run}` }]]);
      openAll(open);
    }),
    traffic: Buffer.byteLength(JSON.stringify(stories)) / 1024,
  };
}

const plain: Arrangement = { grouping: 'company', sorting: 'title', filter: '' };

function modelOf(stories: readonly StorySummary[], change: { grouping: Grouping }): OutlineModel {
  const model = new OutlineModel({ ...plain, ...change }, folderOf);
  model.replace(stories);
  return model;
}

function openLargest(model: OutlineModel): void {
  const groups = model.roots().filter((node): node is GroupNode => node.type === 'group');
  const [largest] = [...groups].sort((a, b) => b.count - a.count);
  if (largest) model.childrenOf(largest);
}

function openAll(model: OutlineModel): void {
  for (const node of model.roots()) if (node.type === 'group') model.childrenOf(node);
}

/** New objects, so that nothing is remembered of them. */
function copies(stories: readonly StorySummary[]): StorySummary[] {
  return stories.map((one) => ({ ...one }));
}

async function repeat(runs: number, run: (number: number) => void): Promise<Summary> {
  const times: number[] = [];
  run(0);
  for (let number = 0; number < runs; number++)
    times.push(
      await elapsed(() => {
        run(number);
      }),
    );
  return summarise(times);
}

function folderOf(uri: string): string {
  return uri.split('/').slice(4, -1).join('/');
}

/** A story like no other, and the same one in each run. */
function story(number: number): StorySummary {
  const pick = <Value>(values: readonly Value[], step: number): Value =>
    values[(number * step) % values.length]!;
  return {
    uri: `file:///stories/team-${number % 50}/${number}.star.md`,
    title: `The ${pick(words, 7)} that met a ${pick(words, 5)}, ${number}`,
    isReviewed: true,
    company: pick(companies, 3),
    level: pick(levels, 1),
    principles: [pick(principles, 1), pick(principles, 5)],
    questions: [`Tell me about a time when a ${pick(words, 11)} failed, and what you did.`],
    tags: ['incident', pick(words, 2)],
    status: number % 3 === 0 ? 'ready' : 'draft',
    date: `2026-0${1 + (number % 9)}-1${number % 10}`,
    seconds: 60 + ((number * 37) % 240),
    sections: ['situation', 'task', 'action', 'result', 'reflection'].map((kind) => ({ kind, seconds: 30 })),
    evidence: ['impact', 'mitigation', 'diagnosis', 'root-cause', 'fix', 'metric'],
    asked: ['impact', 'mitigation', 'diagnosis', 'root-cause', 'fix', 'metric', 'prevention', 'reflection'],
    readiness: (number * 53) % 101,
    counts: { error: 0, warning: number % 5, information: number % 3, hint: number % 2 },
    holes: 0,
    problem: null,
  };
}
