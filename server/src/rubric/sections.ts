import type { SectionKind } from './ids';
import { sectionKinds } from './ids';

/** What the rubric knows about one section of a story. */
export interface Section {
  readonly kind: SectionKind;
  /** The heading that our own snippets and fixes write. */
  readonly name: string;
  /** Headings that mean the same, in the singular and in lower case; plurals are understood. */
  readonly synonyms: readonly string[];
  /** One line for hovers and completions. */
  readonly purpose: string;
  /** The share of the spoken time that the section should take; the five add up to 1 (seeds 001 and 004). */
  readonly shareAim: number;
}

export const sections: Readonly<Record<SectionKind, Section>> = {
  situation: {
    kind: 'situation',
    name: 'Situation',
    synonyms: ['situation', 'context', 'background'],
    purpose: 'What broke, for whom and how badly, in two or three sentences.',
    shareAim: 0.1,
  },
  task: {
    kind: 'task',
    name: 'Task',
    synonyms: ['task', 'goal', 'objective', 'my role'],
    purpose: 'Whose job it was, what had to be true again, and why you chose to act.',
    shareAim: 0.05,
  },
  action: {
    kind: 'action',
    name: 'Action',
    synonyms: ['action', 'what i did', 'approach', 'response'],
    purpose: 'What you did, step by step: contain, tell people, find the cause, fix it, check it.',
    shareAim: 0.7,
  },
  result: {
    kind: 'result',
    name: 'Result',
    synonyms: ['result', 'outcome', 'impact'],
    purpose: 'What changed, in figures, and what that was worth.',
    shareAim: 0.08,
  },
  reflection: {
    kind: 'reflection',
    name: 'Reflection',
    synonyms: [
      'reflection',
      'learning',
      'lesson',
      'prevention',
      'long-term fix',
      'retrospective',
      'what i learned',
      'takeaway',
    ],
    purpose: 'What stops it from coming back, and what you would do differently.',
    shareAim: 0.07,
  },
};

/** Budgets of spoken time, as defaults of settings (rubric 3; seeds 001 and 004). */
export const spokenTimeBudgets = {
  /** The speaking rate, in words a minute. */
  wordsPerMinute: 150,
  /** The most that Situation and Task may take together, in seconds. */
  setupSeconds: 50,
  /** The least share of the whole that Action may take. */
  actionShareMinimum: 0.55,
  /** The share of the whole that Action should take. */
  actionShareAim: 0.7,
  /** The most that the whole story may take, in seconds. */
  storySeconds: 240,
} as const;

export type SpokenTimeBudgets = { readonly [Key in keyof typeof spokenTimeBudgets]: number };

/** Spellings of a synonym that its plural does not cover. */
const spellings: Readonly<Record<string, string>> = {
  'long-term fix': 'long[- ]term\\s+fix(?:es)?',
  'what i learned': "what\\s+(?:i|we)(?:[’']ve|\\s+have)?\\s+learn(?:ed|t)",
  'what i did': "what\\s+i(?:[’']ve|\\s+have)?\\s+d(?:id|one)",
  'my role': 'my\\s+roles?',
  approach: 'approach(?:es)?',
  takeaway: 'take-?aways?',
};

/** What may stand before the name: "1)", "Step 2:", "S -", "IV." */
const enumeration =
  /^(?:(?:step|part|section)\s+)?\(?(?:\d+(?:\.\d+)*\s*[.):\-–—]*|(?:[ivx]+|[star])\s*[.):\-–—]+)\s*/iu;

/** Words before the name that leave its meaning as it is: "The situation", "Key learnings", "Final results". */
const determiner = /^(?:the|my|our|this|key|main|final|overall|end)\s+/iu;

/**
 * Words after the name that belong to it. English puts what qualifies a noun behind it as a conjunction, a preposition, a
 * relative clause, a participle or an adverb ("Results and impact", "Outcome for customers", "Actions I took", "Lessons
 * learned"); another noun there makes the name itself a qualifier, and the heading speaks of that noun ("Response time",
 * "Task queue", "Context menu"). So only the former are let through, and the few nouns that mean the section itself.
 */
const qualifier = new RegExp(
  `^(?:${[
    'and|or|plus|with|without|then|but',
    'of|on|in|for|at|to|from|before|after|during|behind|under|over|by|about|around|across|since|until|within|following',
    'i|we|you|it|they|that|which|who|where|when|how|what|why|the|a|an|my|our|this|these|as|so|is|are|was|were',
    'first|last|next|now|later|today|far|again|part|section|phase|steps?|summary|overview|statement|story|details|notes',
    'done|learnt|taken|given|made|seen|known|met|drawn|found|won|kept',
    '\\p{L}*[^e\\W]ed',
    '\\d+',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

const nameOfSection: readonly { kind: SectionKind; pattern: RegExp }[] = sectionKinds.map((kind) => ({
  kind,
  // The longest synonym first, so that "What I did" is never read as a shorter one.
  pattern: new RegExp(
    `^(?:${[...sections[kind].synonyms]
      .sort((one, other) => other.length - one.length)
      .map((synonym) => spellings[synonym] ?? `${synonym}s?`)
      .join('|')})(?![\\p{L}\\p{N}_’'])`,
    'iu',
  ),
}));

/**
 * The section that a heading opens, or undefined when it names none (rubric, "A story"). No regard is paid to case, number,
 * plural, emphasis, emoji or words that qualify the name from behind; a compound such as "Response time" or "Task queue" is
 * no section, and neither is a longer word such as "Actionable items".
 *
 * @param text the heading without its `#` marks (left-over marks do no harm)
 */
export function sectionOfHeading(text: string): SectionKind | undefined {
  let rest = text.replace(/[*_`~]+/gu, '').replace(/^[^\p{L}\p{N}]+/u, '');
  rest = rest.replace(enumeration, '').replace(/^[^\p{L}\p{N}]+/u, '');
  // "My role" is a name in itself, so the bare name is tried before its determiner is taken away.
  return sectionNamedAtStart(rest) ?? sectionNamedAtStart(rest.replace(determiner, ''));
}

function sectionNamedAtStart(text: string): SectionKind | undefined {
  for (const { kind, pattern } of nameOfSection) {
    const name = pattern.exec(text)?.[0];
    if (name !== undefined && leavesMeaningAlone(text.slice(name.length))) return kind;
  }
  return undefined;
}

function leavesMeaningAlone(trailing: string): boolean {
  const text = trailing.trim();
  // A hyphen that touches the name makes a compound ("Action-packed"); any other mark ends the name.
  if (/^[-‐‑](?=[\p{L}\p{N}])/u.test(trailing)) return false;
  return !/^[\p{L}\p{N}]/u.test(text) || qualifier.test(text);
}
