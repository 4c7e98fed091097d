import type { Term, WordClass } from './clause';
import { alwaysTeams, givenNames } from './lexicon/actors';
import { auxiliaryForms, closedWords, nominativePronouns } from './lexicon/closedWords';
import { adjectives, notVerbs, seldomVerbs, timeNouns } from './lexicon/openWords';
import { nounVerbs } from './lexicon/verbs';
import { rememberWords } from './rememberWords';
import type { Token } from './tokens';
import { analyseVerb, verbForm, withoutPrefix, type VerbAnalysis } from './verbForms';

/** What a word can be, before its neighbours are asked. */
export interface Candidate {
  readonly token: Token;
  readonly closed: WordClass | undefined;
  readonly verb: VerbAnalysis | undefined;
  readonly isCapital: boolean;
}

export function candidateOf(token: Token, isOpeningWord: boolean): Candidate {
  if (token.isMark) return { token, closed: 'mark', verb: undefined, isCapital: false };
  const { closed, closedInCapitals, verb, isName } = meaningsOf(token.normal);
  const { hasCapital, isAcronym } = capitalsOf(token.text);
  const isCapital = hasCapital && token.normal !== 'i' && (!isOpeningWord || isAcronym || isName);
  return { token, closed: isAcronym ? closedInCapitals : closed, verb, isCapital };
}

const capitalsOf = rememberWords((text) => ({
  hasCapital: /^\p{Lu}/u.test(text),
  isAcronym: /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(text),
}));

/** What a word can be by its letters alone. */
const meaningsOf = rememberWords((normal) => {
  const closed = closedWords.get(normal);
  const staysClosed = closed === 'negation' || closed === 'conjunction' || normal === 'no';
  return {
    closed,
    /** "IT" and "OR" in capitals are names, "NOT" is not. */
    closedInCapitals: staysClosed ? closed : undefined,
    verb:
      closed === undefined || /^(?:like|back|down|out|up)$/.test(normal)
        ? analyseUnlessCompound(normal)
        : undefined,
    isName: givenNames.has(normal) || alwaysTeams.has(normal),
  };
});

/** Whether a capital here shows nothing: first word of the sentence, or after a colon or an opening quote. */
export function isOpening(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const { text } = tokens[at]!;
    if (text.length > 1 || !'"“”\'‘’(*_`-'.includes(text)) return text.length === 1 && '.?!:…'.includes(text);
  }
  return true;
}

export function candidateIsCapital(candidate: Candidate | undefined): boolean {
  return candidate?.isCapital ?? false;
}

export function auxiliaryBase(candidate: Candidate | undefined): boolean {
  return candidate !== undefined && /^(?:be|have|do)$/.test(candidate.token.normal);
}

export function formsOf(candidate: Candidate): number {
  const auxiliary = auxiliaryForms.get(candidate.token.normal);
  if (auxiliary) {
    return auxiliary.lemma === 'have' && auxiliary.tense === 'past'
      ? verbForm.participle
      : auxiliary.tense === 'participle'
        ? verbForm.participle
        : auxiliary.tense === 'gerund'
          ? verbForm.gerund
          : /^(?:be|have|do)$/.test(candidate.token.normal)
            ? verbForm.base
            : 0;
  }
  return candidate.closed !== undefined || notVerbs.has(candidate.token.normal)
    ? 0
    : (candidate.verb?.forms ?? 0);
}

export function isNounVerb({ token, verb }: Candidate): boolean {
  return verb !== undefined && (isNounByLemma(verb.lemma) || token.normal.includes('-'));
}

const isNounByLemma = rememberWords((lemma) => isAlsoNoun(lemma) || isAlsoNoun(withoutPrefix(lemma) ?? ''));

export function openClass({ token, isCapital, verb }: Candidate): WordClass {
  const { normal, text } = token;
  if (text.startsWith('{{')) return 'noun';
  if (isCapital && !timeNouns.has(normal)) return 'name';
  const byEnding = openClassOf(normal);
  return byEnding === 'adjective by ending' ? (verb ? 'noun' : 'adjective') : byEnding;
}

/** What a word that is no name can be by its letters alone; an ending makes no adjective of a verb. */
const openClassOf = rememberWords((normal): WordClass | 'adjective by ending' => {
  if (adjectives.has(normal) || (notVerbs.has(normal) && normal.endsWith('ed'))) return 'adjective';
  if (
    normal.endsWith('ly') &&
    normal.length > 4 &&
    !/^(?:supply|reply|family|assembly|anomaly|fly|july|monopoly|italy|ally|bully|tally|rally|folly|early|daily|weekly|monthly|hourly|quarterly|yearly|nightly|friendly|costly|ugly|silly|unlikely|likely|lovely|lonely|deadly|orderly|timely)$/.test(
      normal,
    )
  )
    return 'adverb';
  if (
    /(?:able|ible|ful|less|ous|ish|ive|ical|ical|ary|ial|onal|ic|est)$/.test(normal) &&
    normal.length > 5 &&
    !/^(?:metric|logic|traffic|topic|public|music|clinic|archive|drive|executive|initiative|objective|perspective|alternative|variable|table|cable|arrive|summary|library|canary|salary|boundary|dictionary|diary|secretary|january|february|panic|critic|mechanic|statistic|diagnostic|heuristic|characteristic|basic|trial|material|serial|tutorial|credential|potential|testimonial|request|test|guest|forest|interest|manifest|ingest|digest|harvest|arrest|west|representative|native|adjective|motive|narrative|relative|detective|collective|incentive|directive|negative|positive|handful|spoonful|timetable|syllable|vegetable|hive|olive|parish|finish|publish|dish|fish|english|spanish)$/.test(
      normal,
    )
  )
    return 'adjective by ending';
  return 'noun';
});

export function isVerbTag(tag: WordClass): boolean {
  return tag === 'verb' || tag === 'past' || tag === 'participle' || tag === 'gerund';
}

/** Whether a new clause may begin after the term, so that another finite verb is to be expected. */
export function isBoundary(term: Term): boolean {
  return (
    (term.tag === 'mark' && /[,;:.?!—–()…]|--/.test(term.text)) ||
    term.tag === 'conjunction' ||
    term.tag === 'subordinator' ||
    term.tag === 'relative' ||
    nominativePronouns.has(term.normal) ||
    (term.tag === 'preposition' && /^(?:after|before|since|until|till)$/.test(term.normal))
  );
}

export function isAlsoNoun(lemma: string): boolean {
  return nounVerbs.has(lemma) || seldomVerbs.has(lemma);
}

/** "evidence-based" and "test-driven" are adjectives, "rubber-stamped" is a verb. */
function analyseUnlessCompound(word: string): VerbAnalysis | undefined {
  return /-(?:based|driven|related|minded|shaped|sized|led|facing|free|only)$/.test(word)
    ? undefined
    : analyseVerb(word);
}
