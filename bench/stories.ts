/**
 * Stories for measuring: all sentences of a run differ, so that nobody's cache is flattered, and each run makes the same ones.
 */
export interface StoryMaker {
  /** A story of about that many words, no sentence of which was made before. */
  story(words: number): string;
  /** One more sentence that was not made before. */
  sentence(section?: SectionName): string;
}

type SectionName = keyof typeof patterns;

/** How much of a story each section takes. */
const shares: Record<SectionName, number> = {
  Situation: 0.15,
  Task: 0.08,
  Action: 0.5,
  Result: 0.17,
  Reflection: 0.1,
};

/** Words in braces are filled from `words`; `#` is a figure, `@` a clock time. */
const patterns = {
  Situation: [
    'At @ on a {day} the {system} began to {fail}, and about # {things} {stuck} within # minutes.',
    'Our {team} ran the {system} for # {people}, and {share} of them came through the {channel}.',
    'The {system} had been {adverb} {state} since the {event}, which nobody on the {team} had noticed for # days.',
    'By @ the {metric} stood at #% where # was usual, and {people} were calling {department} about lost {things}.',
  ],
  Task: [
    'As the {role} on call it fell to me to {restore} the {system} before the {event} at @.',
    'I was {role} for the {system} then, and my manager asked me to bring the {metric} below # by {day}.',
    'We were supposed to keep the {things} of # {people} safe while the {team} {repaired} the {component}.',
  ],
  Action: [
    'I {looked} the {component} of the {system} first and saw # {things} that had {stuck} since @.',
    'Because the {metric} rose with every {event}, I {contained} the {component} for # of our {people}.',
    'I told {department} every # minutes how many {things} were still {state}, and what I would try next.',
    'We {adverb} {repaired} the {component} and {repaired} the {system} on # hosts, one {channel} after the other.',
    'The {department} {blamed} the {component} of the {system}, so I {looked} its logs for # hours.',
    'Then I wrote a {artefact} that compares the {things} with the {component} every # seconds, and {role} {name} reviewed it.',
    'I chose to {restore} the {system} rather than wait for the {department}, as each minute cost us # {things}.',
    'Mistakes were made with the {component}, and the {artefact} was {adverb} changed by someone on the {team}.',
    'With {name} from {department} I {looked} # {things} by hand, which showed that the {component} was {state} after the {event}.',
  ],
  Result: [
    'The {metric} fell from #% to # within # minutes, and # {things} were delivered by @.',
    'We {repaired} the {system} for # {people} on {day}, and {department} counted # fewer {things} in the next # weeks.',
    'Overall the {system} became {adverb} better, and {people} of the {channel} were much happier than before the {event}.',
    'The new {artefact} has caught # {state} {things} in the {component} since, and it saves the {team} # hours a month.',
  ],
  Reflection: [
    'I learned that a {component} without a {artefact} is {state} long before the {metric} shows it, so I now {restore} it each {day}.',
    'Next time I would tell {department} about the {system} # minutes sooner and leave the {component} to {name}.',
    'Since the {event} every {artefact} of the {team} names a {role}, and # of # {things} have followed it.',
  ],
};

const words: Record<string, readonly string[]> = {
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  system: ['checkout', 'ledger', 'booking engine', 'label printer service', 'pricing feed', 'identity gateway', 'sample tracker', 'route planner', 'claims portal', 'payout job', 'search index', 'meter reader'],
  component: ['queue', 'connection pool', 'retry loop', 'cache', 'feature flag', 'certificate', 'replica', 'migration', 'cron job', 'rate limiter', 'load balancer', 'schema', 'shard', 'consumer group'],
  fail: ['refuse writes', 'time out', 'return stale answers', 'drop messages', 'answer with error 500', 'lose sessions'],
  stuck: ['hung', 'failed', 'went missing', 'arrived twice', 'expired', 'stalled'],
  things: ['orders', 'payments', 'invoices', 'samples', 'bookings', 'parcels', 'alerts', 'readings', 'tickets', 'claims'],
  people: ['customers', 'couriers', 'nurses', 'merchants', 'drivers', 'students', 'clerks', 'subscribers'],
  team: ['platform team', 'payments team', 'night shift', 'storage squad', 'mobile crew', 'data team'],
  department: ['Support', 'Finance', 'Legal', 'the vendor', 'Sales', 'the database team', 'Security', 'Logistics'],
  share: ['half', 'a third', 'most', 'a tenth', 'nearly all', 'two fifths'],
  channel: ['web shop', 'partner API', 'mobile app', 'nightly batch', 'call centre', 'kiosk', 'German site', 'warehouse scanner'],
  adverb: ['quietly', 'slowly', 'basically', 'carefully', 'more or less', 'repeatedly', 'somehow', 'finally'],
  state: ['half empty', 'out of date', 'overloaded', 'misconfigured', 'unmonitored', 'locked', 'corrupt', 'incomplete'],
  event: ['last release', 'storage upgrade', 'spring sale', 'failover', 'audit', 'price change', 'clock change', 'merger', 'data centre move'],
  metric: ['error rate', 'p99 latency', 'backlog', 'abandon rate', 'lag', 'page load', 'duplicate rate', 'CPU load'],
  role: ['engineer', 'incident lead', 'technical lead', 'analyst', 'release manager', 'database administrator'],
  restore: ['restore', 'stabilise', 'fail over', 'drain', 'rebuild', 'rehearse', 'check'],
  repaired: ['rolled back', 'patched', 'rebuilt', 'restarted', 'rewrote', 'replaced', 'resized', 'reloaded'],
  looked: ['traced', 'read', 'compared', 'sampled', 'profiled', 'replayed', 'searched'],
  contained: ['switched off', 'throttled', 'bypassed', 'paused', 'isolated', 'capped'],
  blamed: ['had broken', 'had ignored', 'never tested', 'forgot', 'had misread', 'kept changing'],
  artefact: ['runbook', 'alarm', 'dashboard', 'contract test', 'checklist', 'canary', 'reconciliation job', 'load test'],
  name: ['Amara', 'Jonas', 'Priya', 'Mateo', 'Ingrid', 'Kenji', 'Leila', 'Tomasz', 'Wanjiru'],
}; // prettier-ignore

export function createStoryMaker(seed = 1): StoryMaker {
  const random = createRandom(seed);
  const made = new Set<number>();
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <Item>(list: readonly Item[]): Item => list[below(list.length)]!;
  const fill = (pattern: string): string =>
    pattern
      .replace(/\{(\w+)\}/g, (_, kind: string) => pick(words[kind]!))
      .replace(/#/g, () => String(2 + below(random() < 0.5 ? 90 : 9000)))
      .replace(/@/g, () => `${String(below(24)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}`);
  const sentence = (section: SectionName = 'Action'): string => {
    const text = fill(pick(patterns[section]));
    const hash = hashOf(text);
    // A clash of hashes costs one more try and nothing else.
    if (made.has(hash)) return sentence(section);
    made.add(hash);
    return text;
  };
  const section = (name: SectionName, length: number): string => {
    const sentences: string[] = [];
    for (let count = 0; count < length; count += countWords(sentences.at(-1)!))
      sentences.push(sentence(name));
    const isList = name === 'Action' && random() < 0.3;
    return `## ${name}\n\n${isList ? sentences.map((text) => `- ${text}`).join('\n') : paragraphs(sentences)}\n`;
  };
  return {
    sentence,
    story: (length) => {
      const title = `The ${pick(words.event!)} and the ${pick(words.system!)}`;
      const head = `---\ntitle: ${title}\nlevel: ${pick(['sde2', 'senior'])}\ntags: [${pick(words.component!)}, ${pick(words.metric!)}]\n---\n`;
      const names = Object.keys(shares) as SectionName[];
      return `${head}\n${names.map((name) => section(name, shares[name] * length)).join('\n')}`;
    },
  };
}

function paragraphs(sentences: readonly string[]): string {
  const groups: string[] = [];
  for (let at = 0; at < sentences.length; at += 5) groups.push(sentences.slice(at, at + 5).join(' '));
  return groups.join('\n\n');
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** FNV-1a to 52 bits or so, which is enough to tell half a million sentences apart without keeping them. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x5bd1e995);
  }
  return (low >>> 0) * 2 ** 20 + (high >>> 12);
}

/** Mulberry32: the same numbers in each run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
