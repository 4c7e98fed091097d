import type { Clause, Term } from './clause';
import type { Span } from '../text/span';
import { irregularPluralOf } from './nouns';
import { participle, pastTense } from './verbForms';

/** Turns words of "we" into words of "I"; what is none of them comes back as it is. Keeps a capital. */
export function singularNarrator(word: string): string {
  const single = (
    {
      we: 'I',
      us: 'me',
      our: 'my',
      ours: 'mine',
      ourselves: 'myself',
      "we're": "I'm",
      "we've": "I've",
      "we'd": "I'd",
      "we'll": "I'll",
    } as Record<string, string>
  )[word.toLowerCase().replace(/’/g, "'")];
  if (single === undefined) return word;
  return /^\p{Lu}/u.test(word) ? capitalize(single) : single;
}

/** The case of a personal pronoun before a verb: "me" → "I", "them" → "they"; other words stay. */
export function subjectCase(pronoun: string): string {
  return (
    (
      {
        me: 'I',
        us: 'we',
        him: 'he',
        her: 'she',
        them: 'they',
        whom: 'who',
        myself: 'I',
        ourselves: 'we',
      } as Record<string, string>
    )[pronoun.toLowerCase()] ?? pronoun
  );
}

/** The case of a personal pronoun after a verb or preposition: "I" → "me", "they" → "them"; other words stay. */
export function objectCase(pronoun: string): string {
  return (
    ({ i: 'me', we: 'us', he: 'him', she: 'her', they: 'them', who: 'whom' } as Record<string, string>)[
      pronoun.toLowerCase()
    ] ?? pronoun
  );
}

/** "Payments" → "Payments'", "Ravi" → "Ravi's", "they" → "their". */
export function possessive(name: string): string {
  const pronoun = (
    {
      i: 'my',
      we: 'our',
      you: 'your',
      he: 'his',
      she: 'her',
      it: 'its',
      they: 'their',
      who: 'whose',
    } as Record<string, string>
  )[name.toLowerCase()];
  if (pronoun !== undefined) return pronoun;
  return /s$/i.test(name) ? `${name}'` : `${name}'s`;
}

// A written vowel that is spoken as a consonant, and the other way round.
const consonantSound =
  /^(?:eu|ew|one\b|once\b|uni(?!m|n)|us(?:e|ab|er|ual|ing)|ut(?:il|f)|ubiq|url|uuid|u-|u\d)/i;
const vowelSound = /^(?:hour|honest|honou?r|heir|x-ray|8\d*|11\b|18\b|11[.,]|18[.,]|80)/i;
const vowelLetters = /^[AEFHILMNORSX](?:[A-Z\d]|$|-)/;
/** Acronyms that are said as words. */
const spoken =
  /^(?:NASA|RAM|RAID|LAN|SAN|SAML|SOC|REST|LIFO|FIFO|NAT|MAC|SIM|SQL|RADIUS|LED|NOC|ROM|SLO|SLA|SLI)\b/;

/** "a" or "an" for what follows: by sound, acronyms by the name of their first letter. */
export function indefiniteArticle(next: string): 'a' | 'an' {
  const word = next.replace(/^["“'‘(*_`]+/, '');
  if (vowelSound.test(word)) return 'an';
  if (/^[A-Z][A-Z\d]/.test(word)) {
    const isWord = /^(?:NASA|RAM|RAID|LAN|SAML|REST|LIFO|NAT|MAC|SIM|RADIUS|ROM|NOC)\b/.test(word);
    if (isWord || !spoken.test(word)) return isWord ? 'a' : vowelLetters.test(word) ? 'an' : 'a';
    return /^(?:LED|SLO|SLA|SLI|SQL|SAN|SOC)\b/.test(word) ? 'an' : 'a';
  }
  if (consonantSound.test(word)) return 'a';
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}

/** A capital at the start of a sentence. Code ("eBPF", "pg_dump", "`x`"), figures and holes stay as they are. */
export function capitalize(text: string): string {
  const match = /^(["“'‘(*_]*)(\p{Ll})([\p{L}\p{N}_./-]*)/u.exec(text);
  if (!match) return text;
  const [whole, opening = '', first = '', rest = ''] = match;
  if (/[\p{Lu}_/]|\.\p{L}|\d/u.test(rest)) return text;
  return opening + first.toUpperCase() + rest + text.slice(whole.length);
}

/** Takes the capital of a sentence start away, as where words are put before it. "I", names, acronyms and code keep theirs. */
export function decapitalize(text: string, terms?: readonly Term[]): string {
  const match = /^(\p{Lu})(\p{Ll}*)(?![\p{L}\p{N}_])/u.exec(text);
  if (!match || match[0] === 'I' || /^I['’]/.test(text)) return text;
  const term = terms?.find(({ text: word }) => word === match[0]);
  if (term?.tag === 'name' || (terms === undefined && isLikelyName(match[0]))) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function isLikelyName(word: string): boolean {
  return /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Payments|DevOps|Ops)$/.test(
    word,
  );
}

/** "was" or "were", as the subject asks. */
export function wasOrWere(subject: { readonly text: string; readonly isPlural: boolean }): 'was' | 'were' {
  return subject.isPlural || subject.text.toLowerCase() === 'you' ? 'were' : 'was';
}

/** "has" or "have", as the subject asks. */
export function hasOrHave(subject: { readonly text: string; readonly isPlural: boolean }): 'has' | 'have' {
  return subject.isPlural || /^(?:i|you)$/i.test(subject.text) ? 'have' : 'has';
}

/** "is", "are" or "am", as the subject asks. */
export function presentOfBe(subject: {
  readonly text: string;
  readonly isPlural: boolean;
}): 'is' | 'are' | 'am' {
  if (/^i$/i.test(subject.text)) return 'am';
  return subject.isPlural || /^you$/i.test(subject.text) ? 'are' : 'is';
}

/** The plural of a noun in the singular: "query" → "queries", "person" → "people". */
export function plural(noun: string): string {
  const irregular = irregularPluralOf(noun);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

/** What a passive clause gives for an active one. */
export interface PassiveParts {
  /** What was done to: the passive's subject. */
  readonly patient: Span;
  /** The words from the first auxiliary to the main verb with its particle. */
  readonly verb: Span;
  /** "by the DBA", with "by", where the agent is named. */
  readonly agent: Span | undefined;
  /** The verb that the active clause needs after "I": "rolled back", "had rolled back", "should have rolled back", "didn't roll back", "roll back". */
  readonly activeVerb: string;
}

/**
 * The pieces with which a passive clause is told actively in the first person: `I ${activeVerb} ${patient}`. `undefined` where the clause is not passive,
 * its subject is not spoken in it, or is no thing that can be an object ("it was decided that").
 */
export function passiveParts(clause: Clause, text: string): PassiveParts | undefined {
  const { verb, subject } = clause;
  if (
    verb?.voice !== 'passive' ||
    !subject ||
    !clause.hasOwnSubject ||
    subject.span.end > verb.span.start ||
    verb.tense === 'participle'
  )
    return undefined;
  if (subject.actorClass === 'impersonal' && /^(?:it|there)$/i.test(subject.text)) return undefined;
  const by = clause.agent === undefined ? undefined : text.lastIndexOf('by', clause.agent.span.start);
  return {
    patient: subject.span,
    verb: verb.span,
    agent:
      clause.agent === undefined || by === undefined || by < 0
        ? undefined
        : { start: by, end: clause.agent.span.end },
    activeVerb: activeVerb(clause),
  };
}

function activeVerb({ verb }: Clause): string {
  if (!verb) return '';
  const not = verb.isNegated ? ' not' : '';
  if (verb.modal !== undefined && verb.modal !== 'have to')
    return verb.isPerfect
      ? `${verb.modal}${not} have ${participle(verb.lemma)}`
      : `${verb.modal}${not} ${verb.lemma}`;
  if (verb.modal === 'have to')
    return verb.tense === 'past'
      ? verb.isNegated
        ? `did not have to ${verb.lemma}`
        : `had to ${verb.lemma}`
      : `have to ${verb.lemma}`;
  if (verb.tense === 'past') {
    if (verb.isPerfect) return `had${not} ${participle(verb.lemma)}`;
    return verb.isNegated ? `did not ${verb.lemma}` : pastTense(verb.lemma);
  }
  if (verb.tense === 'future') return `will${not} ${verb.lemma}`;
  return verb.isNegated ? `do not ${verb.lemma}` : verb.lemma;
}
