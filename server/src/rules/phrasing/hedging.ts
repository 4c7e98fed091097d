import { analyseVerb, pastTense } from '../../prose/verbForms';
import type { SectionKind } from '../../rubric/ids';
import { applyEdits } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { editsBetween } from '../rewriting/difference';
import { appendWords, capitalized, deleteWords, quoted, sayRewrite } from '../rewriting/edits';
import { wholeSentence } from '../rewriting/segments';
import type { PhrasingRule } from '../rule';
import { attempt, disclaimer, doubt, doubtFrame, doubtTag, filler, interjection } from '../words/hedges';

const meaningful =
  /\b(?:what|which|this|that|these|those|each|every|any|same|different|new|one|the|such)\s+$/i;

/** The first hedge of a class that carries no meaning of its own, as "what kind of error" does. */
function findHedge(text: string, pattern: RegExp): Span | undefined {
  for (const { 0: words, index } of text.matchAll(pattern)) {
    if (words.trim() === '' || (/kind|sort/i.test(words) && meaningful.test(text.slice(0, index)))) continue;
    const start = index + words.length - words.replace(/^[\s,]+/, '').length;
    return { start, end: index + words.trimEnd().length };
  }
  return undefined;
}

const fillers = [interjection, filler] as const;
const doubts = [doubtTag, doubtFrame, doubt] as const;

function withoutAll(text: string, patterns: readonly RegExp[]): string {
  let rest = text;
  for (let round = 0; round < 30; round++) {
    const found = patterns.map((pattern) => findHedge(rest, pattern)).find((span) => span !== undefined);
    if (!found) return rest;
    rest = applyEdits(rest, deleteWords(rest, found));
  }
  return rest;
}

/** "tried to keep" → "kept", "was just trying to bring" → "brought", "ended up rebuilding" → "rebuilt". */
function deedForAttempt(text: string): string {
  return text.replace(attempt, (words, verb: string) => {
    const lemma = analyseVerb(verb.toLowerCase())?.lemma;
    // Seeing whether something is so is no deed that an attempt could fall short of.
    return lemma === undefined || lemma === 'see' ? words : pastTense(lemma);
  });
}

/** "Might have found it with more experience": what did not come about is no fact. */
const unreal =
  /\b(?:with (?:(?:a (?:bit|little)|some|much|far) )?(?:more|better)|earlier|sooner|otherwise|instead|if|had (?:I|we|they)|without)\b/i;

/** "may have saved" → "saved", "might have been" → "was". */
function factForChance(text: string): string {
  if (unreal.test(text)) return text;
  return text.replace(
    /\b(I|my \w+|we) (?:may or may not|may|might)(?:(?: \w+ly)? have|['’]ve) (\w+)\b/gi,
    (words, subject: string, verb: string) => {
      const lemma = analyseVerb(verb.toLowerCase())?.lemma;
      if (lemma === undefined) return words;
      return `${subject} ${lemma === 'be' ? (/^we$/i.test(subject) ? 'were' : 'was') : pastTense(lemma)}`;
    },
  );
}

function tidy(text: string, original: string): string {
  const clean = text
    .replace(
      /\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred)-?ish\b/gi,
      'about $1',
    )
    .replace(/(\w)-?ish\b(?=[\s,.;]|$)/g, (words, letter: string) =>
      /\b(?:publ|fin|establ|pol|Engl|fam|van|dimin|accompl|w|d|f)$/i.test(
        text.slice(0, text.indexOf(words) + 1),
      )
        ? words
        : letter,
    ) // prettier-ignore
    .replace(/\b(?:a (?:little )?bit|something) of (?=an? )/gi, '')
    .replace(/\b(?:one|you) (?:could|might|may) (?:\w+ )?call it\b/gi, 'it was')
    .replace(/\bI was the (?:one|person) (?:who|that) (?=\w+ed\b|[a-z]+\b)/g, 'I ')
    .replace(/\bit was me,? who\b/gi, 'I')
    .replace(/\bI,? I\b/g, 'I')
    .replace(/^I['’]m not (?:gonna|going to) lie,? /i, '')
    .replace(/\bI (?:ja|na|well), /g, 'I ')
    .replace(/\bwhat I did was,? I\b/gi, 'I')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,\s*(?=[:;])/g, '')
    .replace(/^[\s,;]+/, '')
    .replace(/,? (?:so|or)(?=[.!]?$)/, '')
    .replace(/[,;]\s*(?=[.!?]?$)/, '')
    .replace(/\b(I|is|are|am|was|were|been|be|did|to|a|the|my|had),\s+(?![^,.]{1,45},)/g, '$1 ')
    // "A hand in saving, I'd guess, most of it": with the aside both its commas go.
    .replace(
      /\b(\p{L}+ing), (most|all|some|half|the|an?|my|our)\b/giu,
      (words: string, verb: string, next: string) => (original.includes(words) ? words : `${verb} ${next}`),
    )
    .replace(/(\p{L}+), (to \p{Ll}+)/gu, (words: string, before: string, after: string) =>
      original.includes(words) ? words : `${before} ${after}`,
    )
    // "It was in its way, a good outcome": an aside has two commas.
    .replace(/\b(was|is|were) ((?:in|for|on|by|at) [^,.]{2,20}), (?=(?:an?|the)\b)/g, '$1, $2, ')
    .replace(/\s{2,}/g, ' ');
  const opened = /^\W*(?:but|and|so)\b/i.test(original) ? clean : clean.replace(/^(?:but|and)\s+/i, '');
  return /^\p{Lu}/u.test(original) ? capitalized(opened) : opened;
}

/** Function words and openings without which no sentence hedges; what is left after a rewrite has none of them. */
const anyHedge =
  /\b(?:could|might|may|would|tr(?:ied|ying)|attempt\w*|somehow|something|some|hand in|sorts?|say|put it|call|seem\w*|think|thought|guess|suppose|presum\w*|probab\w*|perhaps|maybe|possib\w*|believe|arguabl\w*|well|like|degree|sense|manner|way|if|bit|kinda?|less|pretty|almost|nearly|quite|rather|somewhat|mostly|partly|more or|modest|honest\w*|frank\w*|actual\w*|basic\w*|literal\w*|dare|mistaken|recall|remember|expert|judge|sure|feel|felt|whatever|stuff|such|principle|effect|quote|you know|yeah|just|only|little|slightly|worth|mean|claim|fair|as it were|so to)\b|ish\b/i;

const twice = /(?<![\p{L}\d])(\p{L}+) \1(?![\p{L}\d])/iu;

/** A new clause without the comma that parted it: "the decoder I'm not explaining". */
const joinedTwo = /\p{Ll} I['’](?:m|ve|d|ll)\b|\bI \p{Ll}+(?:ed|t) I \p{Ll}+/u;

interface Plain {
  readonly text: string;
  /** Whether nothing but filler went, so that the meaning is the same. */
  readonly isSame: boolean;
}

/** "I guess that was it": there the word is the subject, and stays when the doubt goes. */
function withPronounThat(text: string): string {
  return text.replace(/,? I think so(?:,? at least)?(?=[.,!]|$)/i, '').replace(/\b(I (?:guess|suppose|think|believe|reckon|figure)) that (?=(?:was|is|had|has|did|would|could|worked|helped|made|fixed|solved)\b)/gi, '$1 that that '); // prettier-ignore
}

function plainly(text: string): Plain {
  const bare = withoutAll(withPronounThat(text.replace(disclaimer, '')), fillers);
  const filled = tidy(bare, text);
  const certain = factForChance(withoutAll(deedForAttempt(bare), doubts));
  const sure = tidy(certain, text);
  return { text: sure, isSame: sure === filled && !disclaimer.test(text) };
}

/** What backs a claim, by what its section tells. */
function proof(text: string, section: SectionKind | undefined): string {
  const mark = /[:;]/.test(text) ? ';' : ':';
  if (section === 'action' || section === 'task') return `${mark} {{what you did, step by step}}`;
  return section === 'reflection' ? `${mark} {{what showed you that}}` : `${mark} {{how you know it}}`;
}

function hedgesIn(text: string): Span | undefined {
  const opening = disclaimer.exec(text);
  if (opening)
    return { start: text.search(/[\p{L}]/u), end: opening[0].replace(/,? but(?: then)?,? $/i, '').length };
  const found = [...fillers, ...doubts]
    .map((pattern) => findHedge(text, pattern))
    .filter((span) => span !== undefined);
  const tried = [...text.matchAll(attempt)][0];
  if (tried) found.push({ start: tried.index, end: tried.index + tried[0].length });
  return found.sort((a, b) => a.start - b.start)[0];
}

export const hedging: PhrasingRule = {
  kind: 'phrasing',
  id: 'hedging',
  title: 'Hedged claim',
  summary: 'Takes the narrator’s own claim half back with filler or doubt.',
  why: 'An interviewer takes you at your word. When you doubt your own part, it counts for less, and the filler hides the deed.',
  advice: 'State the deed as fact. Where you estimate, give the figure and call it an estimate.',
  source: ['delivery'],
  severity: 'information',
  vetoes: ({ text }) => !anyHedge.test(text),
  locate: ({ text }) => {
    const span = hedgesIn(text) ?? wholeSentence(text);
    return { span, message: `${quoted(text.slice(span.start, span.end), 60)} weakens your own claim.` };
  },
  rewrite: ({ text, section }): Rewrite[] => {
    const plain = plainly(text);
    const rewrites: Rewrite[] = [];
    const words = plain.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    // What is left of a repetition ("me, well, sort of me") is no sentence.
    const isTwice = [twice, joinedTwo].some((pattern) => pattern.test(plain.text) && !pattern.test(text));
    if (plain.text !== text && words >= 2 && !isTwice) {
      rewrites.push(
        sayRewrite(text, editsBetween(text, plain.text), { safe: plain.isSame, preferred: true }),
      );
    }
    // Where words of doubt are left or the claim is a result, the plain words alone may still sound hedged.
    if (rewrites.length > 0 && (!plain.isSame || section === 'result' || anyHedge.test(plain.text))) {
      const backed = applyEdits(plain.text, [appendWords(plain.text, proof(plain.text, section))]);
      rewrites.push(sayRewrite(text, editsBetween(text, backed)));
    }
    if (rewrites.length === 0)
      rewrites.push(
        sayRewrite(text, [appendWords(text, '; what I did was {{what you did}}')], { preferred: true }),
      );
    return rewrites;
  },
  examples: {
    weak: [
      {
        text: '«Basically», I rewrote the retry handler that night.',
        section: 'action',
        rewritten: 'I rewrote the retry handler that night.',
      },
      {
        text: 'I «kind of» took over the incident call, so to speak.',
        section: 'action',
        rewritten: 'I took over the incident call.',
      },
      {
        text: '«I guess» I sort of designed the new cache.',
        section: 'action',
        rewritten: 'I designed the new cache.',
      },
      {
        text: 'I «tried to more or less keep» the support desk in the loop.',
        section: 'action',
        rewritten: 'I kept the support desk in the loop.',
      },
      {
        text: '«To be honest», I probably should have looked at the journal first, I think.',
        section: 'reflection',
        rewritten: 'I should have looked at the journal first.',
      },
    ],
    strong: [
      { text: 'I asked what kind of error the clients saw.', section: 'action' },
      {
        text: 'I guessed that the shard key was hot and tested it with a replay of one hour.',
        section: 'action',
      },
      { text: 'About 400 requests failed, an estimate from the proxy log.', section: 'situation' },
      { text: 'I rewrote the retry handler that night.', section: 'action' },
    ],
  },
};
