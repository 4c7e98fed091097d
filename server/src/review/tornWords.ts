import { withoutHoles } from '../text/holes';

/** What a careless edit leaves behind, and no sentence has. */
const torn: readonly RegExp[] = [
  // Two words side by side: one waits for more, the other begins something new.
  /\b(?:the|an?|of|with|into|from|by|my|our|and|or|but) (?:because|and|but|so|then|which)\b(?! (?:again|forth|on|only|far)\b)/iu,
  /\b(?:without|if|whether|than|that one|which one) because\b/iu,
  /\b(?:and|but|so|or|because),? (?:and|or|because)\b|, and,? and\b|, and \p{L}+, and \{\{which/iu,
  /\b(?:the|an?|my|our) (?:I|we)\b|\bthe duly\b|\bby quite\W*(?:$|:)|\blet that was\b|\bthey was\b/iu,
  /\bas (?:far|long|much|soon) because\b|\bso that (?:because|is how\b[^.]*\bbecause \{\{)/iu,
  /\b(?:however|here|well|willing), and\b(?! (?:then|so)\b)|\bI (?:ja|na|well),|\bme neither until\b|\bI['’]d if\b/iu,
  /\b(?:nobody|no one|everybody|everyone), I\b|\bmade anyone (?:do|be|have)\W*$/iu,
  // A reason behind what needs none, or behind a reason.
  /\b(?:content|happy|pleased|satisfied|know|knows what|looked for|looking|the point|at the moment|healthy|own|fine|okay|knows) because\b(?= \{\{)/iu,
  /\b(?:because of course|when|as)\b[^.,]*\bbecause \{\{.*because \{\{|, when [^,]* because \{\{|, as [^,]* because \{\{|because of course[^.]*because \{\{/iu,
  /\b(?:healthy|own|fine|okay|knows|content|satisfied|happy|pleased)(?:; at that point|, and \{\{what failed)/iu,
  /\p{L}, \{\{what failed[^{}]*\}\} because/iu,
  /\bbecause\b[^,;.{}]{0,40} because \{\{|, (?:from time to time|now and (?:then|again)|every so often|once in a while) because\b/iu,
  /\bstopped anyone from [^,.;]*, the \p{L}+,|\bquite \p{L}+ of \{\{how|\bwhatsoever because\b|, so was it\b|\b(?:is|was|are|were), (?:my|our|the|an?)\b(?![^.]*,)/iu,
  // A hole where its answer can't stand.
  /\b(?:the|an?|our|my) (?:\p{L}+ ){1,2}nothing in \{\{|\b(?:checked|saw|found|asked|told) nothing in \{\{/iu,
  /\{\{a tool or procedure[^{}]*\}\} that let anyone [^,.;]*\b(?:had|was|were|did)\b/iu,
  /\bat (?:the|our|a|an) [\p{L}-]+(?: [\p{L}-]+)? \{\{how soon|\b(?:at|over) (?:breakfast|lunch|dinner|tea|noon|night|\d[^ ]*)[^,{]* \{\{how soon/iu,
  /\}\} by (?:more|less|far)\b|\bon \{\{how soon|\bhow \{\{how (?:much|many)\}\} |\bthe drivers: \{\{|\bgot with \{\{who/iu,
  /\bit was \{\{[^{}]*\}\} for \p{L}|\{\{[^{}]*\}\} on (?:site|call|shift)\b|, and \{\{metric\}\}[^?]*\?/iu,
  /\{\{which test[^{}]*\}\}[^,;.]* had (?:they|he|she)\b|\bthat covered\b|\bhere, and \{\{|\bthat,? and \{\{/iu,
  /(?<=\p{L})(?<!\b(?:and|but|so|that|because|when|while|then|which|since|as|until|if|\p{Lu}\p{L}+day|morning|evening|night|day|week)) \{\{how many users\}\} could/iu,
  /^\W*(?:(?:and|so|but|then) )+(?:the|my|our) [\p{L} ]+, \{\{/iu,
  /^\W*\{\{[^{}]*\}\} because \{\{[^{}]*\}\},? and [^,]*\b(?:that|this|the other) one\b/iu,
  /^\W*with an? [^,{]*\{\{what broke|\bto be (?:patient|kept|told|informed|quick|careful)\b[^,{]* with \{\{the evidence|\bthat (?:it|they|this)\b[^,{]* with \{\{the evidence/iu,
  /\bI (?:let|made|had|told|asked) me\b|, or\W*$|\b(?:hundreds|thousands|tons|lots|loads) and \{\{/iu,
  /\b(?:during|in|on|for|at|with) ((?:the|that|this) \p{L}+)\b.*\}\} (?:for|on|in) \1\b/iu,
  // A degree, a pronoun or a second word of a pair that lost its partner.
  /\b(?:so|too|very|as|quite) \{\{(?:how|what share)|\bthe \{\{how many\}\}|\b(?:very|quite|such|so) (?:an? )?\p{L}+ of \{\{how|\bquite (?:faster|slower|better|worse|bigger|smaller|easier|higher|lower|cheaper|shorter|longer|by)\b|\bquite\W*$/iu,
  /\{\{how (?:much|many)[^{}]*\}\} (?:what|it|they|them|us|we|money were)\b|\}\}, many\b|\{\{what share\}\} of the [^.]* less\b/iu,
  /\b(?:all|everyone|nobody|anybody) but I\b|\bbut me (?:could|would)\b|\b(?:never|not) or\b|\bonly (?:nothing in|\{\{what failed)|\bnow with \{\{[^{}]*\}\} and then\b/iu,
  /\b(?:what|why|how|where|who|have|has|does) because\b|\bwho knows what;|\b(?:do|does|did|is|are|was|were) would have\b|\bto (?:with \{\{|I \p{L}+ed\b)/iu,
  /\bI (?:might|would|could|should|did|have) in \p{L}+,|, be so\b|^\W*-?ish\b|\bbut\W*$|\btheir\W*$|: –\W*$/iu,
  // Quotation marks, and an article without its noun.
  /['‘’] because \{\{|\}\}['’]\W*$|^\W*an? (?:had|was|were)\b/iu,
  /\bby \{\{whom\}\}.*\bby \{\{whom\}\}|\{\{who\}\} must go\b|\bI must go the\b|\bhave with \{\{who\}\}|^\W*with \{\{who\}\} (?:the|our|an?)\b/iu,
  /\bon \{\{what[^{}]*\}\} (?:is|was|with|from)\b|\{\{what it achieved\}\} (?:then|now|there|by)\b|\{\{what that would have saved\}\} and \p{L}/iu,
  /\blet it (?:happen|through) was \{\{[^{}]*\}\}\?|\bwith \{\{the missing check[^{}]*\}\}\?|\b(?:but|their \p{L}+ and) \{\{the missing check/iu,
  /\bthat \{\{a tool or procedure[^{}]*\}\} that (?:let|made)[^,]*$|\bfrom \p{L}+ing what (?:the|our|my|their) [^,.]*ing\b/iu,
  /\{\{the missing check[^{}]*\}\} (?:lies|lay|rests|sits)\b|\b(?:sort of|kind of|probably|maybe|perhaps|admitting|['’]ll admit it),? and\b/iu,
  /\b(?:was|were|is|are|had|did|could|couldn['’]t|can['’]t)\b[^,;]*, \{\{how many users|^\W*(?:after|once|when) (?:I|\{\{who\}\}) [^,]* and (?:I|\{\{who\}\}) [^,]*$/iu,
  /\{\{what they did\}\}; \p{Ll}+(?:ed|nd|ught)\b|\bno help\b.*with \{\{who|^\W*(?:compared (?:with|to)|considering|given|for an?) [^,]*, and \{\{/iu,
  /\b(?:anyone|me|us|them|him|her|everybody|everyone) nothing in \{\{|\b(?:enormously|extremely|incredibly|terribly|awfully|unbelievably|ridiculously|really|upon) \{\{(?:how|what share)/iu,
  /\b(?:don|isn|doesn|aren)['’]t (?:you|it|they|we), so now|\{\{what they did\}\} and (?:neither|none|nobody)\b|, so at least\b/iu,
  /\bnot \{\{(?:how|what)|\bI was, and\b|^\W*in fact nothing\b[^,]*, and \{\{how many/iu,
  /\bthe (?:everybody|everyone|nobody|anybody)\b|\b(?:anything|everything|something|whatever) I took on\b|\bstill\b[^.]* until I \{\{|\bexcept me, with\b/iu,
  /\b(?:no|any|further|another) \{\{which (?:metric|test)|\bwhen(?: even)?, with \{\{who/iu,
  // A condition, an aside or an infinitive without the sentence that it belongs to.
  /^[^{}]*\bif \{\{[^{}]*\}\} had been in place\W*$(?<!\b(?:would|could|might)\b.*)/isu,
  /^\W*to say that\b[^,]*$|\bGod willing\W*$/iu,
  /\{\{who\}\} had ruled out \{\{what[^{}]*\}\}, (?:I['’](?:d|ve)|(?!I\b|and\b|but\b|so\b|then\b|until\b|while\b|before\b|when\b|it\b|my\b|we\b)\p{L}+ed)\b/iu,
];

/** Whether the words of a result no longer hold together, where those of the sentence did. */
export function isTorn(result: string, sentence: string): boolean {
  return (
    torn.some((pattern) => pattern.test(result) && !pattern.test(sentence)) ||
    (!isClosed(withoutHoles(result, '…')) && isClosed(sentence))
  );
}

/** "Someone (the policy was set": what is opened is closed. */
function isClosed(text: string): boolean {
  return (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0);
}
