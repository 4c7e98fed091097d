import type { Levels } from '../../server/src/context/storyJudge';

/**
 * Fits certainty = 1 / (1 + exp(-(slope × score + offset))) to scores of unseen sentences (Platt's method, by Newton
 * steps with his smoothed targets).
 */
export function fitSigmoid(scores: number[], positive: boolean[]): { slope: number; offset: number } {
  const positives = positive.filter(Boolean).length;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (scores.length - positives + 2);
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 100; step++) {
    let [g1, g2, h11, h12, h22] = [1e-6 * slope, 0, 1e-6, 0, 1e-6];
    scores.forEach((score, i) => {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = p - (positive[i] ? high : low);
      const spread = Math.max(1e-9, p * (1 - p));
      g1 += error * score;
      g2 += error;
      h11 += spread * score * score;
      h12 += spread * score;
      h22 += spread;
    });
    const determinant = h11 * h22 - h12 * h12;
    const d1 = (h22 * g1 - h12 * g2) / determinant;
    const d2 = (h11 * g2 - h12 * g1) / determinant;
    const limit = Math.min(1, 4 / (Math.abs(d1) + Math.abs(d2) + 1e-12));
    slope -= d1 * limit;
    offset -= d2 * limit;
    if (Math.abs(d1) + Math.abs(d2) < 1e-7) break;
  }
  return { slope, offset };
}

/**
 * The lowest certainty from which on precision reaches `wanted`, counted with a little doubt (half a false alarm more
 * than seen) so that rare labels are not judged on luck. Where none reaches it, the certainty `wanted` itself.
 * Each row counts as much as its weight says.
 */
export function thresholdFor({ certainties, positive, weights }: Trial, wanted: number): number {
  const order = [...certainties.keys()].sort((a, b) => certainties[b]! - certainties[a]!);
  let hits = 0;
  let found = 0.5;
  let best = -1;
  order.forEach((index, rank) => {
    found += weights[index]!;
    if (positive[index]) hits += weights[index]!;
    const next = order[rank + 1];
    if (next !== undefined && certainties[next] === certainties[index]) return;
    if (hits / found >= wanted) best = rank;
  });
  if (best < 0) return wanted;
  const above = certainties[order[best]!]!;
  const below = certainties[order[best + 1] ?? -1] ?? 0;
  return Math.max(0.05, (above + below) / 2);
}

/** How far, in log odds, a certainty may lie on either side of what it would be with other text to learn from. */
const doubt = 0.3;

/**
 * The certainty, in whole hundredths, that parts hits from misses with the best F1 where each certainty is known only roughly: one that
 * lies near the threshold counts in part. Less a matter of luck than the best of all thresholds where there are few rows.
 */
export function bestSoftF1Threshold(certainties: readonly number[], positive: readonly boolean[]): number {
  const total = positive.filter(Boolean).length;
  const odds = certainties.map(oddsOf);
  let best = 0;
  let threshold = 0.5;
  for (let hundredths = 3; hundredths <= 90; hundredths++) {
    const at = oddsOf(hundredths / 100);
    const shares = odds.map((each) => 1 / (1 + Math.exp((at - each) / doubt)));
    const chosen = shares.reduce((sum, share) => sum + share, 0);
    const hits = shares.reduce((sum, share, index) => (positive[index] ? sum + share : sum), 0);
    const f1 = (2 * hits) / (chosen + total);
    if (f1 > best) [best, threshold] = [f1, hundredths / 100];
  }
  return threshold;
}

/**
 * The threshold, in whole thousandths, at which about as many count as there should be: what is wrongly found is then as much as what is
 * missed. `countAt` falls with the threshold.
 */
export function breakEvenThreshold(countAt: (threshold: number) => number, wanted: number): number {
  let [low, high] = [0, 1000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (countAt(middle / 1000) > wanted) low = middle;
    else high = middle;
  }
  return high / 1000;
}

function oddsOf(certainty: number): number {
  const kept = Math.min(1 - 1e-4, Math.max(1e-4, certainty));
  return Math.log(kept / (1 - kept));
}

/** The certainty that a score stands for. */
export function certaintyOf(score: number, slope: number, offset: number): number {
  return 1 / (1 + Math.exp(-(slope * score + offset)));
}

/** What one label's certainties were on unseen rows, whether they were right, and what each row weighs. */
export interface Trial {
  certainties: number[];
  positive: boolean[];
  weights: number[];
}

/** The levels of the phrasing rules, by how they did on unseen rows; `precision` is that of `balanced`. */
export function phrasingLevels(trials: readonly Trial[], precision: number): Levels[] {
  const common = commonThresholds(trials, precision);
  return trials.map((trial) => levelsOf(trial, common));
}

/**
 * One certainty for all phrasing rules together: the most findings for the precision that the writer feels. (A
 * threshold per rule that reaches the same precision for each finds fewer.)
 */
function commonThresholds(trials: readonly Trial[], precision: number): Levels {
  const together: Trial = {
    certainties: trials.flatMap((trial) => trial.certainties),
    positive: trials.flatMap((trial) => trial.positive),
    weights: trials.flatMap((trial) => trial.weights),
  };
  const at = (wanted: number): number => thresholdFor(together, wanted);
  return { sure: at(0.98), balanced: at(precision), lenient: at(0.85) };
}

/** The common thresholds, raised where they would let a rule fall far below the common precision. */
function levelsOf(trial: Trial, common: Levels): Levels {
  const least = (level: number, precision: number): number =>
    Math.max(level, Math.min(0.99, thresholdFor(trial, precision)));
  return ordered({
    sure: least(common.sure, 0.95),
    balanced: least(common.balanced, 0.9),
    lenient: least(common.lenient, 0.7),
  });
}

function ordered({ sure, balanced, lenient }: Levels): Levels {
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    sure: round(Math.max(sure, balanced)),
    balanced: round(balanced),
    lenient: round(Math.min(lenient, balanced)),
  };
}
