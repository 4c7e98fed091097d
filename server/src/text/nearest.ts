import { closest, distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant: the candidate nearest to `text` without regard to case, or undefined when none is near enough
 * (more than a third of its letters differ, at least two).
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const wanted = text.trim().toLowerCase();
  const best = closest(
    wanted,
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  if (distance(wanted, best) > Math.max(2, Math.floor(best.length / 3))) return undefined;
  return candidates.find((candidate) => candidate.toLowerCase() === best);
}
