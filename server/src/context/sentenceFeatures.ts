import { readSentenceFigures, type SentenceFigures } from '../figures/changes';
import { isAmount, type Figure } from '../figures/figure';
import type { Judgement } from '../judgement';
import { type Label, labels } from '../judgement/labels';
import { classNames, readWords } from '../judgement/lexicon/index';
import type { ActorClass, Clause, DeedClass } from '../prose/clause';
import type { Reading } from '../prose/reading';
import { sectionKinds } from '../rubric/ids';
import { judgedLabels } from '../judgement/labels';
import { peopleFeatureNames, readPeople } from './people';
import { findTurns, turns } from './turns';

const actorClasses: readonly ActorClass[] = [
  'narrator',
  'own-team',
  'party',
  'system',
  'impersonal',
  'unknown',
];
const deedClasses: readonly DeedClass[] = ['harm', 'neglect', 'repair', 'contain', 'investigate', 'build', 'communicate', 'delegate', 'wait', 'prevent', 'measure', 'decide', 'feel', 'learn', 'assume', 'change', 'fail', 'be']; // prettier-ignore
/** Those whose deeds tell what the sentence shows: a repair by another party is a colleague at work, one by the narrator a fix. */
const doers: readonly ActorClass[] = ['narrator', 'own-team', 'party', 'system'];
const connectives = ['because', 'as', 'since', 'so', 'so that', 'after', 'before', 'while', 'when', 'if', 'unless', 'until', 'once', 'who', 'which', 'that', 'to', 'by', 'than', 'although', 'but']; // prettier-ignore
const modals = ['would', 'should', 'could', 'must', 'will', 'can', 'may', 'might'];
const figureKinds: readonly Figure['kind'][] = ['count', 'percent', 'points', 'money', 'duration', 'size', 'measure', 'fraction', 'factor', 'clock', 'date', 'label']; // prettier-ignore

/** What each number says, in their order. A model is made for these names and refuses others. */
export const sentenceFeatureNames: readonly string[] = [
  ...labels.map((label) => `certainty:${label}`),
  ...judgedLabels.map((label) => `strongest:${label}`),
  ...judgedLabels.map((label) => `segments:${label}`),
  ...judgedLabels.map((label) => `wording:${label}`),
  ...sectionKinds.map((kind) => `in:${kind}`),
  ...actorClasses.map((actor) => `actor:${actor}`),
  ...deedClasses.map((deed) => `deed:${deed}`),
  ...deedClasses.map((deed) => `first:${deed}`),
  ...deedClasses.map((deed) => `passive:${deed}`),
  ...deedClasses.map((deed) => `denied:${deed}`),
  ...doers.flatMap((actor) => deedClasses.map((deed) => `${actor}:${deed}`)),
  ...connectives.map((word) => `connective:${word}`),
  ...modals.map((word) => `modal:${word}`),
  ...[
    'present',
    'future',
    'perfect',
    'progressive',
    'passive',
    'negated',
    'told-party',
    'no-verb',
    'clauses',
    'segments',
    'words',
  ],
  ...figureKinds.map((kind) => `figure:${kind}`),
  ...['figures', 'changes', 'stated', 'rate', 'people', 'approximate'],
  ...classNames.map((name) => `class:${name}`),
  ...Object.keys(turns).map((name) => `turn:${name}`),
  ...peopleFeatureNames.map((name) => `people:${name}`),
];

const indexOf = new Map(sentenceFeatureNames.map((name, index) => [name, index]));
const firstStrongest = indexOf.get(`strongest:${judgedLabels[0]}`)!;
const firstWording = indexOf.get(`wording:${judgedLabels[0]}`)!;
const firstClass = indexOf.get(`class:${classNames[0]}`)!;
const firstTurn = indexOf.get(`turn:${Object.keys(turns)[0]!}`)!;

/** The places of the features that begin with a word and a colon, by what stands behind it. */
function placesOf(group: string): ReadonlyMap<string, number> {
  const prefix = `${group}:`;
  const members = [...indexOf].filter(([name]) => name.startsWith(prefix));
  return new Map(members.map(([name, index]) => [name.slice(prefix.length), index]));
}

/** Looked up once, so that reading a sentence joins no names. */
const at = {
  /** Those of no group. */
  plain: new Map([...indexOf].filter(([name]) => !name.includes(':'))),
  in: placesOf('in'),
  actor: placesOf('actor'),
  deed: placesOf('deed'),
  first: placesOf('first'),
  passive: placesOf('passive'),
  denied: placesOf('denied'),
  connective: placesOf('connective'),
  modal: placesOf('modal'),
  figure: placesOf('figure'),
  people: placesOf('people'),
};
const deedsOfDoer = new Map(doers.map((doer) => [doer, placesOf(doer)]));

/** Log odds of a certainty, kept within what the model has learnt to tell apart. */
export function logOdds(certainty: number): number {
  return kept(Math.log((certainty + 1e-4) / (1 - certainty + 1e-4)));
}

function kept(odds: number): number {
  return Math.max(-6, Math.min(6, odds));
}

/** What the network hears of a judgement. */
export type HeardJudgement = Pick<Judgement, 'certainty' | 'segments' | 'wording'>;

/**
 * What the network hears of one sentence: the judges' certainties, who does what in which voice, the figures, the classes of words,
 * the turns of phrase and the people. It depends on the text and the section alone.
 */
export function sentenceFeatures(
  reading: Reading,
  judgement: HeardJudgement,
  figures = readSentenceFigures(reading.text),
): Float32Array {
  const features = new Float32Array(sentenceFeatureNames.length);
  labels.forEach((label: Label, index) => {
    features[index] = scaled(logOdds(judgement.certainty(label)));
  });
  markSegments(judgement, features);
  judgement.wording().forEach((odds, label) => {
    features[firstWording + label] = scaled(kept(odds));
  });
  if (reading.section) features[at.in.get(reading.section)!] = 1;
  readDeeds(reading.clauses, features);
  readFigures(figures, features);
  readPeople(reading, (name) => {
    const index = at.people.get(name);
    if (index !== undefined) features[index] = 1;
  });
  const { tokens, mentions } = readWords(reading.text);
  for (const { kind } of mentions) features[firstClass + kind] = 1;
  features[at.plain.get('words')!] = Math.min(4, tokens.length / 12);
  findTurns(reading.text, (turn) => (features[firstTurn + turn] = 1));
  return features;
}

function scaled(odds: number): number {
  return (odds + 6) / 4;
}

/** The odds of the strongest segment, and of all of them on average: of a sentence of one, its own. */
function markSegments(judgement: HeardJudgement, features: Float32Array): void {
  const segments = judgement.segments();
  const judged = segments.length > 0 ? segments : [judgement];
  judgedLabels.forEach((label, index) => {
    let strongest = -6;
    let sum = 0;
    for (const segment of judged) {
      const odds = logOdds(segment.certainty(label));
      strongest = Math.max(strongest, odds);
      sum += odds;
    }
    features[firstStrongest + index] = scaled(strongest);
    features[firstStrongest + judgedLabels.length + index] = scaled(sum / judged.length);
  });
  features[at.plain.get('segments')!] = Math.min(8, segments.length) / 4;
}

function readDeeds(clauses: readonly Clause[], features: Float32Array): void {
  const mark = (index: number | undefined): void => {
    if (index !== undefined) features[index] = 1;
  };
  features[at.plain.get('clauses')!] = Math.min(2, clauses.length / 4);
  let isFirst = true;
  for (const clause of clauses) {
    const { subject, verb, connective } = clause;
    if (connective) mark(at.connective.get(connective));
    if (subject) mark(at.actor.get(subject.actorClass));
    if (clause.affected?.actorClass === 'party') mark(at.plain.get('told-party'));
    if (!verb) {
      mark(at.plain.get('no-verb'));
      continue;
    }
    const isPassive = verb.voice === 'passive';
    if (verb.modal) mark(at.modal.get(verb.modal));
    if (verb.tense === 'present' || verb.tense === 'future') mark(at.plain.get(verb.tense));
    if (verb.isPerfect) mark(at.plain.get('perfect'));
    if (verb.isProgressive) mark(at.plain.get('progressive'));
    if (isPassive) mark(at.plain.get('passive'));
    if (verb.isNegated) mark(at.plain.get('negated'));
    const doer = isPassive ? clause.agent : subject;
    for (const deed of verb.deeds) {
      mark(at.deed.get(deed));
      if (isFirst) mark(at.first.get(deed));
      if (verb.isNegated) mark(at.denied.get(deed));
      if (isPassive) mark(at.passive.get(deed));
      if (doer) mark(deedsOfDoer.get(doer.actorClass)?.get(deed));
    }
    isFirst = false;
  }
}

const peopleNoun =
  /^(?:customer|user|client|merchant|seller|shopper|guest|patient|passenger|tenant|reader|viewer|player|rider|driver|student|team|squad|people|person|engineer|developer|colleague|order|ticket|call|complaint|account|member|subscriber|service|store|site)$/;

function readFigures({ figures, changes, stated }: SentenceFigures, features: Float32Array): void {
  if (figures.length === 0 && stated.length === 0) return;
  const set = (name: string, value = 1): void => {
    features[at.plain.get(name)!] = value;
  };
  for (const { kind } of figures) features[at.figure.get(kind)!] = 1;
  const amounts = figures.filter(isAmount);
  set('figures', Math.min(2, amounts.length / 2));
  if (changes.length > 0) set('changes');
  if (stated.length > 0) set('stated');
  if (amounts.some(({ per }) => per !== undefined)) set('rate');
  if (amounts.some(({ noun }) => noun !== undefined && peopleNoun.test(noun))) set('people');
  if (amounts.some(({ approximation }) => approximation !== 'exact')) set('approximate');
}
