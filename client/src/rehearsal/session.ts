/**
 * One take of a rehearsal as a state that only the functions here change. There is no clock in it: the time is handed in as milliseconds of
 * any clock that never runs backwards.
 */
export interface RehearsalSession {
  readonly phase: RehearsalPhase;
  /** Which section is being told, from 0. */
  readonly section: number;
  /** What was spent on each section before `since`, in milliseconds. */
  readonly spent: readonly number[];
  /** When the clock was started last; null unless running. */
  readonly since: number | null;
  /** The id of the probe that was drawn at the end. */
  readonly probe: string | null;
  /** 1 to 5; null where the speaker gave none. */
  readonly rating: number | null;
}

/**
 * `ready` → `running` ⇄ `paused` → `probe` (a question is asked) → `rating` (it was answered) → `done`. Where there is no question, the
 * rating follows at once.
 */
export type RehearsalPhase = 'ready' | 'running' | 'paused' | 'probe' | 'rating' | 'done';

const phases: readonly RehearsalPhase[] = ['ready', 'running', 'paused', 'probe', 'rating', 'done'];

/** A take that has not begun, of a story with so many sections (at least one). */
export function newSession(sections: number): RehearsalSession {
  const spent = Array.from({ length: Math.max(1, sections) }, () => 0);
  return { phase: 'ready', section: 0, spent, since: null, probe: null, rating: null };
}

/** Starts the clock, pauses it, or starts it again. After the end it does nothing. */
export function startOrPause(session: RehearsalSession, now: number): RehearsalSession {
  if (session.phase === 'running') return { ...settled(session, now), phase: 'paused', since: null };
  if (session.phase === 'ready' || session.phase === 'paused')
    return { ...session, phase: 'running', since: now };
  return session;
}

/** Goes on to the next section. In the last one there is none: `isLast` says so, and `stop` ends the take. */
export function next(session: RehearsalSession, now: number): RehearsalSession {
  return isLast(session) ? session : goTo(session, session.section + 1, now);
}

/** Goes back to the section before; what was spent on either stays theirs. */
export function back(session: RehearsalSession, now: number): RehearsalSession {
  return goTo(session, session.section - 1, now);
}

export function isLast({ section, spent }: RehearsalSession): boolean {
  return section === spent.length - 1;
}

function goTo(session: RehearsalSession, section: number, now: number): RehearsalSession {
  const isTelling = session.phase === 'running' || session.phase === 'paused' || session.phase === 'ready';
  if (!isTelling || section < 0 || section >= session.spent.length) return session;
  return { ...settled(session, now), section };
}

/** Ends the telling and asks the probe, if there is one. A take that has not begun is not ended. */
export function stop(session: RehearsalSession, now: number, probe: string | null): RehearsalSession {
  if (session.phase !== 'running' && session.phase !== 'paused') return session;
  return { ...settled(session, now), since: null, phase: probe === null ? 'rating' : 'probe', probe };
}

/** The probe has been answered aloud. */
export function answered(session: RehearsalSession): RehearsalSession {
  return session.phase === 'probe' ? { ...session, phase: 'rating' } : session;
}

/** Rates the take from 1 to 5, or leaves it without a rating, and ends it. Any other number is ignored. */
export function rate(session: RehearsalSession, rating: number | null): RehearsalSession {
  if (session.phase !== 'rating') return session;
  if (rating !== null && ![1, 2, 3, 4, 5].includes(rating)) return session;
  return { ...session, phase: 'done', rating };
}

/** The session with all time up to now counted: what is kept against a reload. */
export function settled(session: RehearsalSession, now: number): RehearsalSession {
  if (session.since === null) return session;
  return { ...session, spent: elapsed(session, now), since: now };
}

/** What each section has taken by now, in milliseconds. */
export function elapsed({ spent, section, since }: RehearsalSession, now: number): number[] {
  const running = since === null ? 0 : Math.max(0, now - since);
  return spent.map((time, index) => (index === section ? time + running : time));
}

export function total(session: RehearsalSession, now: number): number {
  return elapsed(session, now).reduce((sum, time) => sum + time, 0);
}

/**
 * A session as it was kept, whatever that is: undefined where it is none, or one of a story with other sections. One that was running comes
 * back paused, with the time up to when it was kept.
 */
export function restored(kept: unknown, sections: number): RehearsalSession | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { phase, section, spent, probe, rating } = kept as Partial<Record<keyof RehearsalSession, unknown>>;
  const known = phases.find((candidate) => candidate === phase);
  if (!known || !Array.isArray(spent) || spent.length !== sections || sections === 0) return undefined;
  const times = spent.map(Number);
  if (times.some((time) => !Number.isFinite(time) || time < 0)) return undefined;
  if (!Number.isInteger(section) || !(Number(section) in times)) return undefined;
  return {
    phase: known === 'running' ? 'paused' : known,
    section: Number(section),
    spent: times,
    since: null,
    probe: typeof probe === 'string' ? probe : null,
    rating: typeof rating === 'number' ? rating : null,
  };
}

/** Where one should be by now. */
export interface Pace {
  /** The section that the plan has reached. */
  readonly section: number;
  /** Seconds of that section's own words that should have been said. */
  readonly within: number;
  /** How far the speaker is behind the plan, in seconds; negative when ahead, 0 while in the section that the plan is in. */
  readonly behind: number;
}

/**
 * Holds the time spent against the plan: the sections one after the other, each as long as its own words take to say.
 *
 * @param seconds how long each section's words take
 */
export function paceOf(seconds: readonly number[], session: RehearsalSession, now: number): Pace {
  const time = total(session, now) / 1000;
  const starts = seconds.map((_, index) => seconds.slice(0, index).reduce((sum, each) => sum + each, 0));
  const section = Math.max(0, starts.findLastIndex((start) => start <= time)); // prettier-ignore
  const start = starts[session.section] ?? 0;
  const end = start + (seconds[session.section] ?? 0);
  return {
    section,
    within: Math.min(time - (starts[section] ?? 0), seconds[section] ?? 0),
    behind: time > end ? time - end : Math.min(0, time - start),
  };
}

/**
 * Draws the question for the end: one that has no written answer yet, and of these one that was asked least often.
 *
 * @param asked ids of the probes of earlier takes
 * @param chance from 0 up to 1, from a source of chance
 */
export function drawProbe(
  probes: readonly { readonly id: string; readonly isAnswered: boolean }[],
  asked: readonly (string | null)[],
  chance: number,
): string | null {
  const open = probes.filter(({ isAnswered }) => !isAnswered);
  const times = (id: string): number => asked.filter((each) => each === id).length;
  const pool = open.length > 0 ? open : probes;
  const least = Math.min(...pool.map(({ id }) => times(id)));
  const drawn = pool.filter(({ id }) => times(id) === least);
  return drawn[Math.min(drawn.length - 1, Math.floor(chance * drawn.length))]?.id ?? null;
}
