import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';

export function isHandOver({ verb }: Clause): boolean {
  return verb !== undefined && (verb.deeds.has('delegate') || verb.deeds.has('communicate'));
}

export function isWait({ verb }: Clause): boolean {
  return verb !== undefined && (verb.deeds.has('wait') || withdrawal.test(verb.lemma));
}

/** Verbs by which the narrator leaves the stage. */
export const withdrawal =
  /^(?:leave|go back|return|go on|carry on|move on|get on|step back|sit|stand|await|stay|trust|rely|refresh|twiddle|consider|bide|wait)\b/;

/** The clauses that make the hand-over: what the narrator passed on, what others then did, and the wait. */
export interface HandOver {
  readonly told: Clause | undefined;
  readonly others: Clause | undefined;
  readonly wait: Clause | undefined;
}

export function readHandOver({ clauses }: Reading): HandOver {
  const isMine = ({ subject }: Clause): boolean => subject === undefined || subject.actorClass === 'narrator';
  const told = clauses.find(
    (clause) => isMine(clause) && clause.verb?.tense !== 'infinitive' && isHandOver(clause),
  );
  const from = told ? clauses.indexOf(told) + 1 : 0;
  const after = clauses.slice(from);
  return {
    told,
    wait: after.find((clause) => isMine(clause) && clause.verb?.tense !== 'infinitive' && isWait(clause)),
    others: after.find(
      ({ subject, verb }) =>
        subject !== undefined &&
        /^(?:party|unknown)$/.test(subject.actorClass) &&
        verb !== undefined &&
        !verb.deeds.has('be'),
    ),
  };
}
