import * as v from 'valibot';
import { evidenceKinds, type EvidenceKind } from '../rubric/ids';
import { normalisedName, principles as builtInPrinciples, type Principle } from '../rubric/principles';
import type { ReviewOptions } from '../review/options';
import { readUserFile, type UserFile } from './userFiles';

/** A set of principles that a user keeps in the workspace. */
export interface OwnPrincipleSet {
  /** The company, or any name for the set. */
  readonly company: string;
  /** What the company calls its principles. */
  readonly title: string;
  readonly asOf?: string;
  readonly checked?: string;
  readonly source?: string;
  /** Whether the source is the company's own word; undefined where the file does not say. */
  readonly firstHand?: boolean;
  readonly principles: readonly Principle[];
}

const text = (message: string) => v.pipe(v.string(message), v.trim(), v.nonEmpty(message));
/** YAML reads "2026" as a number. */
const time = v.pipe(
  v.union([v.string(), v.number()], 'a year and month such as 2026-11'),
  v.transform((value) => String(value)),
);
const kind = v.picklist(evidenceKinds, `one of ${evidenceKinds.join(', ')}`);
const weight = v.pipe(
  v.number('a weight of 1, 2 or 3'),
  v.picklist([1, 2, 3] as const, 'a weight of 1, 2 or 3'),
);

type Weights = Principle['evidence'];

const evidenceList = v.pipe(
  v.array(kind, 'a list of kinds of evidence'),
  v.transform((kinds) => weightsInOrder(kinds)),
);
const evidenceWeights = v.pipe(
  v.record(kind, weight, 'a list of kinds of evidence, or kinds with weights'),
  v.transform((weights): Weights => weights),
);

const principleSchema = v.strictObject(
  {
    name: text('the name of a principle'),
    id: v.optional(text('a short id')),
    meaning: v.optional(text('a text')),
    aliases: v.optional(v.array(text('another name'), 'a list of names')),
    evidence: v.optional(
      v.lazy((input): v.GenericSchema<unknown, Weights> =>
        Array.isArray(input) ? evidenceList : evidenceWeights,
      ),
    ),
  },
  'a name, or keys with values',
);
/** A principle that is a mere name. */
const nameSchema = v.pipe(
  text('the name of a principle'),
  v.transform((name): v.InferOutput<typeof principleSchema> => ({ name })),
);

const setSchema = v.strictObject(
  {
    company: text('the name of a company, or of your set'),
    title: v.optional(text('what the company calls its principles')),
    source: v.optional(text('where the principles are written down')),
    asOf: v.optional(time),
    checked: v.optional(time),
    firstHand: v.optional(v.boolean('true or false')),
    principles: v.pipe(
      v.array(
        v.lazy((input) => (typeof input === 'string' ? nameSchema : principleSchema)),
        'a list of principles',
      ),
      v.minLength(1, 'a list of at least one principle'),
    ),
  },
  'a company with a list of principles',
);

/**
 * Reads the user's own principle sets: see docs/coverage.md for the form. Never throws; what does not fit is left out and told.
 */
export function readOwnPrinciples(file: string): UserFile<OwnPrincipleSet> {
  const { entries, problems } = readUserFile(file, setSchema, 'a set of principles');
  const sets = entries.map(({ value, span }) => ({
    span,
    value: {
      ...value,
      title: value.title ?? 'Principles',
      principles: value.principles.map((principle) => toPrinciple(value.company, principle)),
    },
  }));
  return { entries: sets, problems };
}

/** Where users keep principle sets of their own, and how they are read. */
export const ownPrinciples = { name: 'principles.yaml', read: readOwnPrinciples } as const;

/** The options of a review for which the user's own sets are known values of the front matter. */
export function withPrincipleSets(options: ReviewOptions, sets: readonly OwnPrincipleSet[]): ReviewOptions {
  const names = sets.flatMap(({ principles }) =>
    principles.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
  );
  return {
    ...options,
    knownPrinciples: [...new Set([...options.knownPrinciples, ...names])],
    knownCompanies: [...new Set([...options.knownCompanies, ...sets.map(({ company }) => company)])],
  };
}

/** Ids of one's own never meet those of the companies, even where the names are the same. */
function toPrinciple(
  company: string,
  { name, id, meaning, aliases, evidence }: v.InferOutput<typeof principleSchema>,
): Principle {
  const known = builtInPrinciples.find(
    (principle) => normalisedName(principle.name) === normalisedName(name),
  );
  return {
    id: `${slug(company)}/${slug(id ?? name)}`,
    name,
    aliases: [...(id === undefined ? [] : [id]), ...(aliases ?? [])].map((alias) => alias.toLowerCase()),
    meaning: meaning ?? '',
    // A principle that we know by the same name is proved by the same things, as long as the user says nothing else.
    evidence: evidence ?? known?.evidence ?? {},
    incidentFit: known?.incidentFit ?? 'often',
  };
}

/** A plain list puts the foremost first: two that carry the principle, two that support it, and what rounds it off. */
function weightsInOrder(kinds: readonly EvidenceKind[]): Weights {
  return Object.fromEntries(kinds.map((name, index) => [name, index < 2 ? 3 : index < 4 ? 2 : 1]));
}

function slug(name: string): string {
  return normalisedName(name).replaceAll(' ', '-');
}
