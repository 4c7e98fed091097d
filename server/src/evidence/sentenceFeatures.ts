import { readSentenceFigures, type SentenceFigures } from '../figures/changes';
import { isAmount, type Figure } from '../figures/figure';
import type { Judgement } from '../judgement';
import { type Label, labels } from '../judgement/labels';
import { classNames, findMentions } from '../judgement/lexicon/index';
import { tokenize } from '../judgement/tokens';
import type { ActorClass, Clause, DeedClass } from '../prose/clause';
import type { Reading } from '../prose/reading';
import { sectionKinds } from '../rubric/ids';
import { peopleFeatureNames, readPeople } from './people';
import { turns } from './turns';

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
    'words',
  ],
  ...figureKinds.map((kind) => `figure:${kind}`),
  ...['figures', 'changes', 'stated', 'rate', 'people', 'approximate'],
  ...classNames.map((name) => `class:${name}`),
  ...Object.keys(turns).map((name) => `turn:${name}`),
  ...peopleFeatureNames.map((name) => `people:${name}`),
];

const indexOf = new Map(sentenceFeatureNames.map((name, index) => [name, index]));
const firstClass = indexOf.get(`class:${classNames[0]}`)!;

/** Log odds of a certainty, kept within what the model has learnt to tell apart. */
export function logOdds(certainty: number): number {
  const odds = Math.log((certainty + 1e-4) / (1 - certainty + 1e-4));
  return Math.max(-6, Math.min(6, odds));
}

/**
 * What the evidence model sees of one sentence: the judge's certainties, who does what in which voice, the figures, the classes of words,
 * the turns of phrase and the people. It depends on the text and the section alone.
 */
export function sentenceFeatures(
  reading: Reading,
  judgement: Pick<Judgement, 'certainty'>,
  figures = readSentenceFigures(reading.text),
): Float32Array {
  const features = new Float32Array(sentenceFeatureNames.length);
  const set = (name: string, value = 1): void => {
    const index = indexOf.get(name);
    if (index !== undefined) features[index] = value;
  };
  labels.forEach((label: Label, index) => {
    features[index] = (logOdds(judgement.certainty(label)) + 6) / 4;
  });
  if (reading.section) set(`in:${reading.section}`);
  readDeeds(reading.clauses, set);
  readFigures(figures, set);
  readPeople(reading, (name) => set(`people:${name}`));
  const tokens = tokenize(reading.text);
  for (const { kind } of findMentions(tokens)) features[firstClass + kind] = 1;
  set('words', Math.min(4, tokens.length / 12));
  for (const [name, turn] of Object.entries(turns)) if (turn.test(reading.text)) set(`turn:${name}`);
  return features;
}

type Set = (name: string, value?: number) => void;

function readDeeds(clauses: readonly Clause[], set: Set): void {
  set('clauses', Math.min(2, clauses.length / 4));
  let isFirst = true;
  for (const clause of clauses) {
    const { subject, verb, connective } = clause;
    if (connective) set(`connective:${connective}`);
    if (subject) set(`actor:${subject.actorClass}`);
    if (clause.affected?.actorClass === 'party') set('told-party');
    if (!verb) {
      set('no-verb');
      continue;
    }
    if (verb.modal) set(`modal:${verb.modal}`);
    if (verb.tense === 'present' || verb.tense === 'future') set(verb.tense);
    if (verb.isPerfect) set('perfect');
    if (verb.isProgressive) set('progressive');
    if (verb.voice === 'passive') set('passive');
    if (verb.isNegated) set('negated');
    const doer = verb.voice === 'passive' ? clause.agent : subject;
    for (const deed of verb.deeds) {
      set(`deed:${deed}`);
      if (isFirst) set(`first:${deed}`);
      if (verb.isNegated) set(`denied:${deed}`);
      if (verb.voice === 'passive') set(`passive:${deed}`);
      if (doer) set(`${doer.actorClass}:${deed}`);
    }
    isFirst = false;
  }
}

const peopleNoun =
  /^(?:customer|user|client|merchant|seller|shopper|guest|patient|passenger|tenant|reader|viewer|player|rider|driver|student|team|squad|people|person|engineer|developer|colleague|order|ticket|call|complaint|account|member|subscriber|service|store|site)$/;

function readFigures({ figures, changes, stated }: SentenceFigures, set: Set): void {
  for (const { kind } of figures) set(`figure:${kind}`);
  const amounts = figures.filter(isAmount);
  set('figures', Math.min(2, amounts.length / 2));
  if (changes.length > 0) set('changes');
  if (stated.length > 0) set('stated');
  if (amounts.some(({ per }) => per !== undefined)) set('rate');
  if (amounts.some(({ noun }) => noun !== undefined && peopleNoun.test(noun))) set('people');
  if (amounts.some(({ approximation }) => approximation !== 'exact')) set('approximate');
}
