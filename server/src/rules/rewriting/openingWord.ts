import type { Reading } from '../../prose/reading';
import type { Span } from '../../text/span';
import { adjectives, gerundNouns, notVerbs, seldomVerbs, timeNouns } from '../../prose/lexicon/openWords';
import { closedWords, subjectPronouns } from '../../prose/lexicon/closedWords';
import { roleNouns, systemNames, systemNouns, teamNames } from '../../prose/lexicon/actors';
import { analyseVerb } from '../../prose/verbForms';
import { isAtStart, numberWord, uncapitalized } from './edits';

/** Endings that common nouns have and names hardly ever. */
const commonEnding =
  /(?:tion|sion|ment|ness|ity|ship|ware|ance|ence|age|dge|ing|ure|ism|ics|ff|ght|ary|ory|ble|sis|th|ed|nce|cy|al|ive|ic|ful|ous|ly)$/;

/**
 * The words at `span` as they stand inside a sentence: a capital that only the start of the sentence gave goes ("Traffic" → "traffic"),
 * that of a name stays ("Kafka", "Legal and Treasury", "NTP"). Where a single word cannot be told from a name, the capital stays:
 * a lower-case name is a mistake, a capital too many is only ugly.
 */
export function insideWords(reading: Reading, span: Span, isPluralVerb: boolean): string {
  const words = reading.text.slice(span.start, span.end);
  const opens = isAtStart(reading.text, span.start) || reading.text.slice(0, span.start).endsWith(': ');
  if (!opens || !/^\p{Lu}\p{Ll}*(?:['’-]\p{Ll}+)*(?=$|[\s,;:])/u.test(words)) return uncapitalized(words);
  const [first = ''] = /^[^\s,;:]+/.exec(words) ?? [];
  const lower = first.toLowerCase();
  const lowered = lower + words.slice(first.length);
  if (closedWords.has(lower) || subjectPronouns.has(lower) || numberWord.test(words)) return lowered;
  // "Legal and Treasury were informed", "Payments Core was told": what stands beside a name is one.
  if (/^\s+(?:(?:and|or|&)\s+)?\p{Lu}/u.test(words.slice(first.length)) || systemNames.has(lower))
    return words;
  if (teamNames.has(lower) && words.trim() === first && !isPluralVerb) return words;
  const isPlural = lower.endsWith('s') && !lower.endsWith('ss');
  if (isPlural && (isPluralVerb || /^\s*(?:were|are|have)\b/.test(reading.text.slice(span.end))))
    return lowered;
  return isCommonWord(lower) ? lowered : words;
}

function isCommonWord(word: string): boolean {
  const known = [adjectives, seldomVerbs, gerundNouns, notVerbs, timeNouns, systemNouns, roleNouns];
  const singular = word.replace(/s$/, '');
  return (
    known.some((set) => set.has(word) || set.has(singular)) ||
    (analyseVerb(word)?.isKnown ?? false) ||
    commonEnding.test(word)
  );
}
