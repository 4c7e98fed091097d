import type { Actor, ActorClass, Term } from './clause';
import {
  companyNames,
  givenNames,
  groupNouns,
  roleNouns,
  systemNames,
  systemNouns,
  teamNames,
} from './lexicon/actors';
import { timeNouns } from './lexicon/openWords';
import { singular } from './nouns';
import { rememberWords } from './rememberWords';

const narrators = new Set(['i', 'me', 'myself', 'mine']);
const ownTeam = new Set(['we', 'us', 'ourselves', 'ours', "y'all"]);
const parties = new Set(
  `no-one they them themselves theirs he him himself his she her herself hers someone somebody everyone everybody anyone anybody nobody no-one none others
  who whoever people folks another`.split(/\s+/),
);
const impersonal = new Set(
  'it itself there this that these those one what which something everything nothing anything you yourself yours each both all some any either neither much many most more whatever'.split(
    ' ',
  ),
);
const ownDeterminers = new Set(['our', 'ours']);

/** The class, number and words of a noun phrase that acts. `from` and `to` bound the whole phrase, `phrases` its noun phrases with their heads. */
export function readActor(
  terms: readonly Term[],
  text: string,
  from: number,
  to: number,
  phrases: readonly { from: number; to: number; head: number }[],
): Actor | undefined {
  const first = terms[from];
  const last = terms[to - 1];
  const [phrase] = phrases;
  if (!first || !last || !phrase) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  const classes = phrases.map(({ from: start, to: end, head }) =>
    classify(terms.slice(start, end), head - start),
  );
  const head = terms[phrase.head]?.normal ?? '';
  return {
    span,
    text: text.slice(span.start, span.end),
    head,
    actorClass: joined(classes),
    isPlural: phrases.length > 1 || isPlural(terms.slice(phrase.from, phrase.to), phrase.head - phrase.from),
  };
}

/** Of several actors the narrator counts first: "my pair and I". */
function joined(classes: readonly ActorClass[]): ActorClass {
  const order: readonly ActorClass[] = ['narrator', 'own-team', 'party', 'system', 'impersonal', 'unknown'];
  return order.find((actorClass) => classes.includes(actorClass)) ?? 'unknown';
}

function classify(words: readonly Term[], headIndex: number): ActorClass {
  const head = words[headIndex];
  if (!head) return 'unknown';
  const { normal } = head;
  if (normal === 'one' && words[headIndex - 1]?.normal === 'no') return 'party';
  if (head.tag === 'pronoun' || words.length === 1 || head.tag === 'determiner') {
    if (narrators.has(normal)) return 'narrator';
    if (ownTeam.has(normal)) return 'own-team';
    if (head.tag === 'pronoun' && parties.has(normal)) return 'party';
    if (head.tag === 'pronoun' && words.length > 1 && /^ones?$/.test(normal)) return 'unknown';
    if (impersonal.has(normal)) return 'impersonal';
  }
  if (head.tag === 'number') return 'unknown';
  return classifyNoun(words, headIndex, normal);
}

function classifyNoun(words: readonly Term[], headIndex: number, normal: string): ActorClass {
  const noun = singular(normal);
  const before = words.slice(0, headIndex);
  const determiner = before[0]?.normal;
  const isOwned = before.some((term) => term.tag === 'possessive');
  if (groupNouns.has(noun) || groupNouns.has(normal)) {
    return isOwnGroup(noun, before, isOwned, determiner)
      ? 'own-team'
      : isAbstractGroup(noun, before)
        ? 'system'
        : 'party';
  }
  if (noun === 'master' && words[headIndex - 1]?.normal === 'scrum') return 'party';
  const last = words[headIndex];
  if (last?.tag === 'name') return classifyName(words, headIndex, normal);
  if (isPersonNoun(noun))
    return ownDeterminers.has(determiner ?? '') && /^(?:rest|half|whole)$/.test(noun) ? 'own-team' : 'party';
  if (noun === 'rest' || noun === 'half' || noun === 'whole')
    return ownDeterminers.has(determiner ?? '') ? 'own-team' : 'unknown';
  if (
    teamNames.has(normal) &&
    before.every((term) => (term.tag === 'determiner' ? /^(?:our|their|the)$/.test(term.normal) : true)) &&
    isBareTeam(normal, before)
  )
    return 'party';
  if (timeNouns.has(normal) && !before.some((term) => term.tag === 'noun')) return 'impersonal';
  return 'system';
}

/** "ops", "devops", "legal", "marketing" without determiner are teams; "the network", "support for X" are things. */
function isBareTeam(normal: string, before: readonly Term[]): boolean {
  const always =
    /^(?:ops|devops|sres?|qa|dbas?|devs|netops|secops|infosec|appsec|legal|marketing|sales|procurement|hr|noc|pmo|it|finance|management|treasury|leadership|helpdesk|engineering|operations)$/;
  if (always.test(normal)) return !before.some((term) => term.tag === 'adjective' || term.tag === 'noun');
  return false;
}

function isOwnGroup(
  noun: string,
  before: readonly Term[],
  isOwned: boolean,
  determiner: string | undefined,
): boolean {
  if (
    isOwned ||
    before.some((term) => term.normal === 'other' || term.normal === 'previous' || term.tag === 'name')
  )
    return false;
  const isOwnKind =
    /^(?:team|squad|crew|group|department|pod|guild|tribe|office|staff|shift|company|organisation|organization|org|startup|bunch|lot|department|dept)$/.test(
      noun,
    );
  if (!isOwnKind) return false;
  const modifiers = before.filter(
    (term) =>
      term.tag === 'noun' ||
      (term.tag === 'adjective' && /^(?:other|new|previous|old|former|last)$/.test(term.normal)),
  );
  if (determiner === 'our' || determiner === 'my')
    return modifiers.every((term) => !isForeignModifier(term.normal));
  return (
    (determiner === 'the' || determiner === 'whole' || determiner === 'entire') &&
    modifiers.length === 0 &&
    noun !== 'company' &&
    noun !== 'office' &&
    noun !== 'staff' &&
    noun !== 'group' &&
    noun !== 'department'
  );
}

function isForeignModifier(word: string): boolean {
  return /^(?:vendor|partner|outsourcing|offshore|legal|sales|marketing|finance|support|other|previous|old|former|last|management|leadership)$/.test(
    word,
  );
}

/** "the support", "the security", "a bank of sensors", "the operations": a thing where a determiner stands before a field's name. */
function isAbstractGroup(noun: string, before: readonly Term[]): boolean {
  const isField =
    /^(?:support|security|legal|finance|marketing|compliance|engineering|operations|ops|branch|unit|board|chapter|pod|desk|office|bank|lot|shift|division|lab|studio|house|union|factory|business|public|press|audience|management|bunch)$/.test(
      noun,
    );
  return (
    isField &&
    before.some((term) => term.tag === 'determiner' || term.tag === 'adjective' || term.tag === 'number') &&
    !/^(?:management|board|office|bank|lab|press|public|desk|audience|business|studio)$/.test(noun)
  );
}

function classifyName(words: readonly Term[], headIndex: number, normal: string): ActorClass {
  const head = words[headIndex];
  const before = words[headIndex - 1];
  const noun = singular(normal);
  if (timeNouns.has(normal)) return 'impersonal';
  if (systemNames.has(normal) || systemNames.has(noun)) return 'system';
  if (isPersonNoun(noun) || roleNouns.has(normal)) return 'party';
  if (teamNames.has(normal) || companyNames.has(normal) || givenNames.has(normal))
    return before?.normal === 'the' &&
      normal !== 'dba' &&
      teamNames.has(normal) &&
      /^(?:platform|storage|network|search|data|product|identity|support)$/.test(normal)
      ? 'system'
      : 'party';
  if (before && roleNouns.has(before.normal)) return 'party';
  if (/\d|[-_/.]/.test(normal) || (head && /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(head.text))) return 'system';
  return words.some((term) => term.tag === 'determiner') ? 'system' : 'unknown';
}

/**
 * Whether a noun in the singular names a person by role, work or kin. Most unknown words in -er and -or of technical prose are
 * things ("fuzzer", "recloser", "prefetcher"), so these endings count only behind a known stem ("caretaker").
 */
export const isPersonNoun = rememberWords((noun): boolean => {
  if (roleNouns.has(noun)) return true;
  const tail = noun.slice(noun.lastIndexOf('-') + 1);
  if (tail !== noun && roleNouns.has(tail)) return true;
  if (systemNouns.has(noun) || /^(?:one|two|three|four|five|six|single|multi)-/.test(noun)) return false;
  if (
    /[a-z]{3}(?:keeper|maker|taker|owner|worker|holder|fighter|dealer|seller|buyer|trotter)$/.test(noun) &&
    noun !== 'placeholder' &&
    noun !== 'bestseller'
  )
    return true;
  return (
    /(?:[a-z]{3}(?:eer|ician|ologist|grapher|smith|ster)|[a-z]{2}(?:woman|man|person|people|women|men)|[a-z]{4}(?:ian|yst)|(?<!l|p|ex|f|tw|w|ch|cons|enl)ist)$/.test(
      noun,
    ) &&
    !/^(?:wrist|semester|trimester|dumpster|hamster|lobster|raman|register|cluster|roster|poster|bolster|disaster|plaster|blister|monster|median|list|wishlist|checklist|allowlist|blocklist|denylist|whitelist|blacklist|shortlist|playlist|twist|mist|catalyst|specimen|regimen|acumen|career|meridian|sheer|obsidian|talisman|human)$/.test(
      noun,
    )
  );
});

/** Whether the noun phrase takes "were". */
function isPlural(words: readonly Term[], headIndex: number): boolean {
  const head = words[headIndex];
  if (!head) return false;
  const { normal } = head;
  if (
    /^(?:we|us|they|them|these|those|people|folks|others|both|many|few|several|men|women|children|data|criteria|you|all)$/.test(
      normal,
    )
  )
    return true;
  if (head.tag === 'pronoun' || head.tag === 'determiner') return false;
  if (head.tag === 'number') return normal !== 'one' && normal !== '1';
  if (head.tag === 'name') return /[a-z]s$/.test(head.text) && /^\p{Lu}+s$/u.test(head.text);
  return singular(normal) !== normal;
}
