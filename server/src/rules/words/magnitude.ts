/** The words with which people say how much, how many and how far without a figure, by what they do in the sentence. */

function oneOf(words: string): string {
  return `(?:${words
    .trim()
    .split(/\s*\|\s*/)
    .join('|')})`;
}

/** How far something changed: "dropped sharply". */
export const degreeAdverb = oneOf(
  `significantly|dramatically|drastically|massively|hugely|substantially|considerably|markedly|noticeably|vastly|greatly|enormously|
   immensely|tremendously|radically|sharply|steeply|incomparably|exponentially|measurably|appreciably|remarkably|visibly|notably`,
);

/** Verbs of change in a measure, in the forms that tell of the past: "complaints fell", "we cut the noise". */
export const changeVerb = oneOf(
  `improv(?:ed|ing)|increas(?:ed|ing)|decreas(?:ed|ing)|reduc(?:ed|ing)|dropp(?:ed|ing)|f[ae]ll(?:en|ing)?|ris(?:en|ing)|rose|gr[eo]wn?|growing|shr[aiu]nk|
   sped|climb(?:ed|ing)|slid(?:ing)?|declin(?:ed|ing)|degraded|worsened|deteriorated|recover(?:ed|ing)|(?:went|gone|go|goes|going|came|come|crept|eased|is|are|was|were) (?:up|down|off)|brought .{1,40} (?:up|down)|cut .{1,40}`,
);

/** What stands before a comparative: "way quicker", "far fewer". */
const intensifier = oneOf(`much|far|way|a lot|lots|a good deal|a great deal|a whole lot|loads|tons|heaps|miles|so much|that much|quite a bit|a bit|a little|${degreeAdverb}`); // prettier-ignore

/** "faster", "more stable"; words in -er that compare nothing are left out. */
const comparative = `(?:(?:more|less)(?! (?:than|and|or|careful|carefully|attention|important|discipline))|fewer|better|worse|[a-z]{3,}ier|(?!${oneOf('over|under|after|further|never|ever|other|rather|whether|either|together|number|order|server|user|customer|power|computer|paper|water|manager|engineer|developer|partner|later|matter|longer|consider|weather|remember|discover|deliver|offer|answer|trigger|enter|suffer|differ|cover|cluster|buffer|worker|broker|router|counter|parser|driver|header|letter|member|owner|leader|timer|helper|loader|container|controller|scheduler|consumer|producer|writer|reader|checker')}\\b)[a-z]{3,}er)`; // prettier-ignore

/** Adjectives of size, where they stand before what they measure. */
const sizeAdjective = oneOf(
  `massive|huge|enormous|substantial|significant|considerable|healthy|handsome|dramatic|drastic|sizeable|sizable|noticeable|marked|
   tremendous|immense|vast|giant|gigantic|crazy|insane|ridiculous|frightening|spectacular|alarming|hefty|meaningful|material|remarkable|serious|
   big|large|great|good|fair|decent`,
);

/** Nouns that say by how much or how long: what an adjective of size measures. */
const measureNoun = oneOf(
  `delays?|backlogs?|lift|gains?|improvements?|reductions?|savings?|drops?|increases?|decreases?|spikes?|loss(?:es)?|jumps?|boosts?|
   difference|sums?|bills?|queues?|efficiencies|impact|uplift|cuts?|pace|tempo|speed|size|scale|volumes?|declines?|rise|growth`,
);

/** Nouns that count or share out what follows them: "a huge number of people". */
const amountNoun = oneOf('number|amount|load|bunch|ton|host|slew|raft|lot|heap|pile|mass');
const shareNoun = oneOf('share|part|chunk|proportion|portion|swathe|section|fraction|majority');

export const magnitude = {
  /** "much faster": degree (if any) and comparative are groups 1 and 2. */
  comparison: new RegExp(
    `\\b(?:(${intensifier}) )(${comparative})\\b(?!(?: \\w+)? than (?:I|we|he|she|they|you|any\\w+) (?:do|does|did|can|could|am|knows?)\\b)`,
    'i',
  ),
  /** "more stable", with no word of degree before it. */
  bareComparison: /\b(?:more|less) (?:stable|reliable|efficient|responsive|often|predictable|accurate|productive)\b|\b(?:faster|quicker|snappier|smoother|cheaper|lighter|fewer)\b/i, // prettier-ignore
  degree: new RegExp(`(?<!^)(?:\\b(?:very|quite|so) )?\\b${degreeAdverb}\\b|(?<=\\b${changeVerb}(?: (?:up|down|back|off))? )(?:(?:very|quite|so|pretty|rather|really) )?(?:nicely|steadily|heavily|badly|well|quickly)\\b|\\bby (?:a|an|quite(?: an?| some)?) (?:\\w+ )?(?:margin|lot|ton|mile|deal|amount|stretch)\\b|\\b(?:a lot|a great deal|a good deal|big time|quite a bit|a ton)(?=[.,;!]|$| (?:after|since|once|when|over|in|on|for|during)\\b)`, 'i'), // prettier-ignore
  count: new RegExp(`\\b(?:(?<!how |too )(?:so |very |really |quite |a great |surprisingly )?many(?! times| years| as\\b|-)|(?:not|quite) a few|(?:quite )?a (?:lot of|good many|great many)|lots of|tons of|loads of|heaps of|masses of|plenty of|piles of|countless|umpteen|numerous|scores of|hordes of|dozens of|hundreds of|thousands of|(?:quite )?an? (?:${sizeAdjective} |whole )?${amountNoun} of)\\b(?! (?:relief|pride|joy|pressure|confusion|panic|stress|praise|thanks|fun|trial|care|attention|things|stuff))`, 'i'), // prettier-ignore
  share: new RegExp(`\\ban? (?:${sizeAdjective} )${shareNoun} of\\b`, 'i'),
  money: /\b(?:an? (?:absolute|real|small|substantial|considerable|hefty|tidy|handsome) (?:amount|sum) of money|(?:serious|real|big|good|crazy|silly|much|lots of|tons of|a lot of|a ton of|loads of) money|an? (?:small |real |absolute |whole )?fortune|an? pretty penny|money hand over fist|a bomb|an arm and a leg)\b/i, // prettier-ignore
  sized: new RegExp(`\\b(?:(an?) )?(${sizeAdjective}) ((?:[\\w-]+ ){0,2}?${measureNoun})\\b`, 'i'),
  /** Verbs that say by themselves that something changed a lot. */
  leap: /(?<!\b(?:morale|mood|spirits|confidence).{0,15})\b(?:ballooned|skyrocketed|plummeted|tanked|soared|shot up|dwindled|mushroomed|nosedived|plunged|rocketed|snowballed)\b/i,
  /** Pictures for a big change or a big number. */
  picture: /\b(?:all but (?:dis)?\w+ed|night[- ]and[- ]day|chalk and cheese|heaven and earth|streets ahead|(?:another|different) (?:class|league|world)|unrecogni[sz]able|nowhere near as \w+|not nearly as \w+|several times as \w+|next to (?:nothing|no time|none)|a rarity|a thing of the past|dried up|melted (?:away|like)|tailed (?:off|away)|thinned (?:right )?out|through the (?:floor|roof)|crept up|in droves|(?:in|with) (?:almost |hardly |practically )?no time|for ages|hardly any(?: time)?|many times over|the right direction|half the (?:internet|company|country|world|town|city))\b/i, // prettier-ignore
} as const;

const numberWord =
  /\b(?:half|halved|doubled|tripled|quadrupled|zero|nil|hundred|thousand|million|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|dozen|percent|per cent|thirds?|quarters?|twice|one in|every single)\b/i;

const measured =
  /\d\s*(?:%|percent\b|per cent\b|ms\b|s\b|sec|min|hours?\b|h\b|x\b|times\b|k\b|users?\b|customers?\b|orders?\b)|[$€£]\s*\d|\d,\d{3}|\d\s+(?:out of|of|instead of)\b|(?:instead of|against)\s+\d|\d.*\bagainst\b|\d\s+(?:a|an|per)\s+\w|down from|\b(?:to|by) (?:a|one) (?:half|third|quarter|fifth|tenth)\b|\bfrom\s+\S*\d.*\bto\b|\b(?:halved|doubled|tripled|zero)\b/i;

/** Whether the text holds a figure of a result: a share, a time, a factor, a sum, a count of those it struck, "from … to …". */
export function holdsMeasure(text: string): boolean {
  return measured.test(text);
}

const versionNumber = /\bv?\d+\.\d+\.\d+\b/g;

/** Whether the text holds a figure in digits or words, or a hole for one. */
export function holdsFigure(text: string): boolean {
  return /\d|\{\{/.test(text.replace(versionNumber, '')) || numberWord.test(text);
}
