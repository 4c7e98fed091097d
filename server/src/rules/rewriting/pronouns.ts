import type { Clause, Term } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import { wordTable } from '../../text/wordTable';

/** Finite forms that change with "I" as the subject, from "we" or "the team". */
const narratorForms = wordTable({
  are: 'am',
  were: 'was',
  is: 'am',
  "'re": "'m",
  "'s": "'m",
  has: 'have',
  does: 'do',
  "aren't": 'am not',
  "weren't": "wasn't",
  "isn't": 'am not',
});

/** Deeds and words that need several people: one person cannot split into groups. */
const severalPeople =
  /\b(?:t(?:ake|ook) (?:it in )?turns|ourselves|each other|one another|themselves|in(?:to)? (?:(?:two|three|four)(?! (?:steps|waves|batches|stages|phases|hours|days|minutes|weeks|parts|passes|rounds|goes|attempts|runs|sprints|months|years|places|regions))|pairs|halves|groups|turns|shifts)|(?:our|their|its) (?:heads?|sleeves|forces|minds|ranks)|heads together|half of us|some of us|one of us|(?:most|each|none|both) of us)\b/i;
const severalPeopleVerbs = new Set([
  'split', 'divide', 'gather', 'swarm', 'huddle', 'meet', 'muck', 'pitch', 'pull', 'debate', 'vote', 'agree', 'assemble', 'convene',
  'brainstorm', 'rally', 'collaborate', 'cooperate', 'co-operate', 'disagree', 'unite', 'team',
]); // prettier-ignore

/** Whether the deed of the clause cannot be told of one person. */
export function needsSeveral(reading: Reading, clause: Clause): boolean {
  const verb = clause.verb?.lemma.split(' ')[0] ?? '';
  return (
    severalPeopleVerbs.has(verb) || severalPeople.test(reading.text.slice(clause.span.start, clause.span.end))
  );
}

/**
 * The edit that makes a finite verb agree with "I": "were" → "was", "decides" → "decide", "'ve" as it is. Undefined where the form
 * is right already.
 */
export function agreeWithNarrator(reading: Reading, clause: Clause): Edit | undefined {
  const { verb } = clause;
  if (!verb) return undefined;
  const first = reading.terms.find(
    ({ span, tag }) => span.start >= verb.span.start && span.end <= verb.span.end && isFinite(tag),
  );
  if (!first) return undefined;
  const fitting = narratorForm(first);
  return fitting === undefined || fitting === first.text.toLowerCase()
    ? undefined
    : { span: first.span, insert: fitting };
}

function isFinite(tag: Term['tag']): boolean {
  return tag === 'auxiliary' || tag === 'verb' || tag === 'past' || tag === 'modal';
}

function narratorForm(term: Term): string | undefined {
  const form = term.text.toLowerCase().replace('’', "'");

  const fixed = narratorForms[form];
  if (fixed !== undefined) return fixed;
  if (term.tag === 'verb' && form !== term.lemma && form.endsWith('s')) return term.lemma;
  return undefined;
}

/** Third-person pronouns as they stand when the person is "anyone": "he'd" → "they'd", "his" → "their", "himself" → "themselves". */
const unnamed = wordTable({
  he: 'they',
  she: 'they',
  him: 'them',
  his: 'their',
  hers: 'theirs',
  himself: 'themselves',
  herself: 'themselves',
});
const pluralForms = wordTable({
  was: 'were',
  is: 'are',
  has: 'have',
  does: 'do',
  "'s": "'re",
});

/**
 * Edits that turn the pronouns within `span` from one person to nobody in particular, verbs along with them: "when he was on leave" →
 * "when they were on leave". "I", "we" and "it" stay.
 */
export function asAnyone(reading: Reading, span: Span): Edit[] {
  const edits: Edit[] = [];
  const terms = reading.terms.filter((term) => term.span.start >= span.start && term.span.end <= span.end);
  terms.forEach((term, index) => {
    const next = terms[index + 1];
    const plain = term.normal === 'her' ? (isNominal(next) ? 'their' : 'them') : unnamed[term.normal];
    if (plain === undefined) return;
    edits.push({ span: term.span, insert: plain });
    if (term.normal !== 'he' && term.normal !== 'she') return;
    const verb = terms.slice(index + 1, index + 4).find(({ tag }) => isFinite(tag));
    const form = verb?.text.toLowerCase().replace('’', "'");
    if (!verb || form === undefined) return;
    // "he'd" and a past tense fit both numbers; "he's" is "he has" before a participle.
    const isPerfect = form === "'s" && terms[terms.indexOf(verb) + 1]?.tag === 'participle';
    const plural = isPerfect ? "'ve" : (pluralForms[form] ?? (verb.tag === 'verb' && form !== verb.lemma ? verb.lemma : undefined)); // prettier-ignore
    if (plural !== undefined && plural !== form) edits.push({ span: verb.span, insert: plural });
  });
  return edits;
}

function isNominal(term: Term | undefined): boolean {
  return term !== undefined && /^(?:noun|name|adjective|number|gerund|participle)$/.test(term.tag);
}
