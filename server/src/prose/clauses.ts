import type { Clause, Term } from './clause';

export function readClauses(text: string): { terms: readonly Term[]; clauses: readonly Clause[] } {
  return { terms: [], clauses: [] };
}
