import type { Actor, Clause, DeedClass } from '../prose/clause';
import { companyNames, groupNouns, teamNames } from '../prose/lexicon/actors';
import type { Reading } from '../prose/reading';
import * as patterns from './peoplePatterns';

/** How a text speaks of others: by name, by a pronoun, as a group, or by their work. */
const references = ['named', 'pronoun', 'group', 'role'] as const;
type Reference = (typeof references)[number];
/** Whether the text makes them the narrator's own people or another team's, or leaves it open. */
const sides = ['own', 'other', 'open'] as const;
type Side = (typeof sides)[number];
/** What they do: work on the trouble, talk and decide, do harm or nothing, or none of these. */
const roles = ['works', 'talks', 'harms', 'is'] as const;
type Role = (typeof roles)[number];

const works: readonly DeedClass[] = ['investigate', 'repair', 'contain', 'build', 'measure', 'prevent'];
const talks: readonly DeedClass[] = ['communicate', 'decide', 'delegate', 'learn', 'assume', 'feel'];
const harms: readonly DeedClass[] = ['harm', 'neglect', 'fail', 'wait'];

/** What each number says, in their order. */
export const peopleFeatureNames: readonly string[] = [
  ...[...references, ...sides].flatMap((who) => roles.map((role) => `${who}:${role}`)),
  ...[...references, ...sides].map((who) => `affected:${who}`),
  ...['works', 'talks'].flatMap((role) => ['group', 'person'].map((whom) => `narrator-${role}:${whom}`)),
  ...['with', 'from', 'to', 'for', 'by', 'of', 'and'].flatMap((word) =>
    ['name', 'group', 'own'].map((whom) => `${word}:${whom}`),
  ),
  ...['introduces-other', 'introduces-own', 'names', 'other-group', 'own-group', 'several'],
];

/**
 * Says by `set` who besides the narrator acts in a sentence, is acted on or told, and whether the words make them another team's: a repair by
 * "an engineer from Payments" is a colleague at work across teams, one by "my mentor" only a colleague's.
 */
export function readPeople({ text, clauses }: Reading, set: (name: string) => void): void {
  const parties = new Set<string>();
  for (const clause of clauses) {
    const role = roleOf(clause);
    const doer = clause.verb?.voice === 'passive' ? clause.agent : clause.subject;
    const reference = doer && referenceOf(doer);
    if (doer && reference) {
      set(`${reference}:${role}`);
      set(`${sideOf(doer)}:${role}`);
      parties.add(doer.text);
    }
    const { affected } = clause;
    const told = affected && referenceOf(affected);
    if (affected && told) {
      set(`affected:${told}`);
      set(`affected:${sideOf(affected)}`);
      parties.add(affected.text);
      if (clause.subject?.actorClass === 'narrator')
        set(`narrator-${role === 'works' ? 'works' : 'talks'}:${told === 'group' ? 'group' : 'person'}`);
    }
  }
  if (parties.size > 1) set('several');
  readMentions(text, set);
}

/** The people whom the text names, wherever they stand in a clause. */
function readMentions(text: string, set: (name: string) => void): void {
  for (const [, preposition, determiner, name] of text.matchAll(patterns.afterPreposition)) {
    set(`${preposition!}:${name ? 'name' : 'group'}`);
    if (determiner && patterns.ownDeterminer.test(determiner)) set(`${preposition!}:own`);
  }
  if (patterns.anyName.test(text)) {
    if (patterns.introducesOther.test(text)) set('introduces-other');
    if (patterns.introducesOwn.test(text)) set('introduces-own');
    if (patterns.innerName.test(text)) set('names');
  }
  if (patterns.otherGroup.test(text)) set('other-group');
  if (patterns.ownGroup.test(text)) set('own-group');
}

/** Undefined where it is no other person. */
function referenceOf({ actorClass, head, text, isPlural }: Actor): Reference | undefined {
  if (actorClass !== 'party') return undefined;
  if (/^(?:they|them|he|him|she|her|who|someone|somebody)$/.test(head)) return 'pronoun';
  if (groupNouns.has(head) || teamNames.has(head) || companyNames.has(head)) return 'group';
  const [first = ''] = text.split(/[\s,]/);
  if (/^(?!(?:The|An?|Our|My|Their|One|Two|Three)$)[A-Z][a-zà-ÿ]+$/.test(first)) return 'named';
  return isPlural ? 'group' : 'role';
}

function sideOf({ text }: Actor): Side {
  if (patterns.ownDeterminer.test(text)) return 'own';
  return patterns.otherDeterminer.test(text) || patterns.otherGroup.test(text) ? 'other' : 'open';
}

function roleOf({ verb }: Clause): Role {
  const does = (deeds: readonly DeedClass[]): boolean =>
    verb !== undefined && deeds.some((deed) => verb.deeds.has(deed));
  if (does(harms)) return 'harms';
  if (does(works)) return 'works';
  return does(talks) ? 'talks' : 'is';
}
