import type { SectionKind } from '../rubric/ids';
import type { Clause, Term } from './clause';
import { readClauses } from './clauses';

/** A sentence as the rules read it: its words, and on demand its grammar. */
export interface Reading {
  readonly text: string;
  readonly section: SectionKind | undefined;
  /** Parsed when first asked for, and once. */
  readonly terms: readonly Term[];
  readonly clauses: readonly Clause[];
}

/** A sentence ready to be read; nothing is parsed before `terms` or `clauses` are looked at. */
export function createReading(text: string, section: SectionKind | undefined): Reading {
  let parsed: { terms: readonly Term[]; clauses: readonly Clause[] } | undefined;
  const parse = (): { terms: readonly Term[]; clauses: readonly Clause[] } => (parsed ??= readClauses(text));
  return {
    text,
    section,
    get terms() {
      return parse().terms;
    },
    get clauses() {
      return parse().clauses;
    },
  };
}
