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

/** A reading whose grammar can be let go. */
export interface KeptReading extends Reading {
  /** Lets the grammar go, which takes most of the room: whoever asks for it again has the sentence read again. */
  forgetGrammar(): void;
}

/** A sentence ready to be read; nothing is parsed before `terms` or `clauses` are looked at. */
export function createReading(text: string, section: SectionKind | undefined): KeptReading {
  return new LazyReading(text, section);
}

class LazyReading implements KeptReading {
  private parsed: { readonly terms: readonly Term[]; readonly clauses: readonly Clause[] } | undefined;

  constructor(
    readonly text: string,
    readonly section: SectionKind | undefined,
  ) {}

  get terms(): readonly Term[] {
    return (this.parsed ??= readClauses(this.text)).terms;
  }

  get clauses(): readonly Clause[] {
    return (this.parsed ??= readClauses(this.text)).clauses;
  }

  forgetGrammar(): void {
    this.parsed = undefined;
  }
}
