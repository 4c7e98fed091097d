import type { Company } from '../ids';
import { amazonPrinciples } from './amazon';
import { googlePrinciples } from './google';
import { metaPrinciples } from './meta';
import { microsoftPrinciples } from './microsoft';
import type { Principle, PrincipleSet } from './principle';

export type { IncidentFit, Principle, PrincipleSet } from './principle';

export const principleSets: Readonly<Record<Company, PrincipleSet>> = {
  amazon: amazonPrinciples,
  google: googlePrinciples,
  meta: metaPrinciples,
  microsoft: microsoftPrinciples,
};

/** Every principle of the four sets. */
export const principles: readonly Principle[] = Object.values(principleSets).flatMap((set) => set.principles);

/** A text as it is compared with names and ids: lower case, words only, so that "Dive-Deep" is "dive deep". */
export function normalisedName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The principle that a text names by id, name or alias, with no regard to case, hyphens or punctuation; undefined when none
 * is known.
 *
 * @param among the principles to choose from: by default all of ours
 */
export function principleOf(text: string, among: readonly Principle[] = principles): Principle | undefined {
  const wanted = normalisedName(text);
  if (wanted === '') return undefined;
  return among.find((principle) =>
    [principle.id, principle.name, ...(principle.aliases ?? [])].some(
      (name) => normalisedName(name) === wanted,
    ),
  );
}
