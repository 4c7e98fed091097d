import type { WordClass } from '../clause';
import { phraseList } from './wordSet';

const classes: readonly (readonly [WordClass, string])[] = [
  [
    'determiner',
    'the a an this these those every each no any some all both half either neither such my your his our their its whose another enough several many few more most much less fewer little own same other next last first second third previous',
  ],
  [
    'pronoun',
    `i me myself mine you yourself yourselves yours he him himself she her herself hers it itself we us ourselves ours they them themselves theirs
    someone somebody something everyone everybody everything anyone anybody anything nobody nothing none one ones there who whom whoever another
    others y'all folks- noone oneself thou ya`,
  ],
  ['modal', `can could will would shall should may might must ought cannot gonna gotta wanna`],
  [
    'preposition',
    `of in on at by for with from into onto to- about against among amongst around behind below beneath beside besides between beyond during
    except inside like near off outside over past per plus through throughout toward towards under underneath up upon via within without across
    along alongside above despite amid opposite versus vs minus down out unlike save- regarding concerning following- notwithstanding courtesy-
    pending- until till after before since than as because- aboard atop barring`,
  ],
  ['conjunction', 'and or but nor yet- & plus-'],
  [
    'subordinator',
    `because if when while whilst whenever although though unless whereas wherever where why how once lest whether so- cos cuz 'cause`,
  ],
  ['relative', 'which what whatever whichever'],
  ['negation', "not n't never"],
  [
    'adverb',
    `again ago ahead almost alone already also altogether always anyway apart apparently aside away back barely basically best better down
    early else elsewhere enough even eventually ever everywhere far fast first forward forever frankly further furthermore hard hardly hence here
    home however indeed instead just kinda sorta late later least long longer maybe meanwhile merely more most much nearly nevertheless next
    nonetheless nope now nowadays nowhere off often okay once only otherwise out overnight perhaps please pretty quite rather really
    right sadly scarcely seldom simply since so somehow sometimes somewhat somewhere soon sooner still straight together tomorrow tonight too
    today twice thrice up upstairs downstairs upstream downstream usually very well worse yes no yesterday yet then therefore thereafter thereby thus though
    afterwards afterward abroad alike aloud anymore asap backwards forwards clockwise inside outside halfway straightaway someday sideways
    beforehand behind besides by-the-way i.e e.g etc live-`,
  ],
  ['interjection', 'oh hey wow yeah yep ok ouch oops alas hmm well- ugh ah'],
  [
    'number',
    `zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
    fifty sixty seventy eighty ninety hundred thousand million billion dozen hundreds thousands millions dozens`,
  ],
];

/** Words of the classes that take no new members, with the class that they mostly have. */
export const closedWords: ReadonlyMap<string, WordClass> = new Map(
  classes
    .flatMap(([tag, words]) =>
      words
        .split(/\s+/)
        .filter((word) => word !== '' && !word.endsWith('-'))
        .map((word) => [word, tag] as const),
    )
    .reverse(),
);

/** Forms of the verbs that also serve as auxiliaries. */
export const auxiliaryForms: ReadonlyMap<
  string,
  { readonly lemma: string; readonly tense: 'past' | 'present' | 'participle' | 'gerund' | 'base' }
> = new Map([
  ...forms('be', { present: 'am is are', past: 'was were', participle: 'been', gerund: 'being', base: 'be' }),
  ...forms('have', { present: 'have has', past: 'had', gerund: 'having' }),
  ...forms('do', { present: 'do does', past: 'did', participle: 'done', gerund: 'doing' }),
]);

function forms(
  lemma: string,
  byTense: Partial<Record<'past' | 'present' | 'participle' | 'gerund' | 'base', string>>,
) {
  return Object.entries(byTense).flatMap(([tense, words]) =>
    words
      .split(' ')
      .map(
        (word) =>
          [word, { lemma, tense: tense as 'past' | 'present' | 'participle' | 'gerund' | 'base' }] as const,
      ),
  );
}

/** Pronouns that can only be subjects. */
export const nominativePronouns: ReadonlySet<string> = new Set([
  'i',
  'he',
  'she',
  'we',
  'they',
  'who',
  'whoever',
]);

/** Pronouns that can be subjects. */
export const subjectPronouns: ReadonlySet<string> = new Set(
  `i he she we they it you who whoever there this that these those which what one everyone everybody everything someone somebody something
  nobody nothing none anyone anybody anything neither each`.split(/\s+/),
);

/** Words that are prepositions before a noun phrase and open a clause before a subject and a verb. */
export const clauseOpeningPrepositions: ReadonlySet<string> = new Set([
  'after',
  'before',
  'since',
  'until',
  'till',
  'than',
  'as',
  'like',
]);

/** Prepositions and adverbs that can belong to a verb as its particle. */
export const particles: ReadonlySet<string> = new Set(
  'up down out off over in on away back through around along by forward together aside apart ahead about across behind under at into for after to with'.split(
    ' ',
  ),
);

/** Adverbs of degree and focus, which can stand before a noun phrase or adjective. */
export const degreeAdverbs: ReadonlySet<string> = new Set(
  phraseList(
    'just,only,even,almost,nearly,about,roughly,around,over,under,some,very,too,so,quite,rather,really,pretty,exactly,barely,hardly,mostly,fully',
  ),
);
