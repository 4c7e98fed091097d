import { evidenceKinds, phrasingRuleIds, type SectionKind } from '../rubric/ids';
import { judgedLabels } from '../judgement/labels';

/**
 * What a story says apart from one of its sentences: who is vague, or blames, in one place does so in others, and where nothing else is weak
 * a doubtful sentence rarely is.
 */
export const elsewhereNames: readonly string[] = [
  ...judgedLabels.map((label) => `elsewhere:${label}`),
  'elsewhere:any-weakness',
  ...phrasingRuleIds.map((rule) => `strongest-elsewhere:${rule}`),
  ...phrasingRuleIds.map((rule) => `in-section:${rule}`),
  'in-section:any-weakness',
];

const ruleCount = phrasingRuleIds.length;
const labelCount = judgedLabels.length;
/** The probabilities of the labels, and behind them that of any weakness. */
const width = labelCount + 1;
const strongestFrom = width;
const inSectionFrom = strongestFrom + ruleCount;

/** Means are small, the more so the rarer what they count: brought to about the spread of the other inputs. */
const scales = Float32Array.from([...phrasingRuleIds.map(() => 6), ...evidenceKinds.map(() => 4), 3]);
const strongestScale = 2;

/** To quarters, so that an edit in one sentence leaves most of what the others hear as it was. */
function rounded(value: number): number {
  return Math.round(value * 4) / 4;
}

/** Sums of probabilities over some sentences, in the order of `judgedLabels` and of any weakness. */
interface Sums {
  count: number;
  readonly values: Float64Array;
}

function newSums(): Sums {
  return { count: 0, values: new Float64Array(width) };
}

/** Used for story after story. */
let probabilities = new Float32Array(64 * width);

/**
 * Writes what each of `length` sentences hears from elsewhere in its story, in the order of `elsewhereNames`: the first at `from`, each
 * further one `step` behind. A story of one sentence says nothing elsewhere.
 */
export function layElsewhere(
  length: number,
  oddsOf: (index: number) => ArrayLike<number>,
  sectionOf: (index: number) => SectionKind | undefined,
  all: Float32Array,
  from: number,
  step: number,
): void {
  if (length < 2) return;
  if (probabilities.length < length * width) probabilities = new Float32Array(2 * length * width);
  const story = newSums();
  const sections = new Map<SectionKind | undefined, Sums>();
  for (let index = 0; index < length; index++) {
    readProbabilities(oddsOf(index), index * width);
    const section = sectionOf(index);
    if (!sections.has(section)) sections.set(section, newSums());
    add(story, index * width);
    add(sections.get(section)!, index * width);
  }
  const strongest = strongestTwo(length);
  for (let index = 0; index < length; index++) {
    const at = from + index * step;
    const own = index * width;
    for (let label = 0; label < width; label++) all[at + label] = meanWithout(story, own, label);
    layStrongest(strongest, own, all, at + strongestFrom);
    const section = sections.get(sectionOf(index))!;
    if (section.count < 2) continue;
    for (let rule = 0; rule < ruleCount; rule++)
      all[at + inSectionFrom + rule] = meanWithout(section, own, rule);
    all[at + inSectionFrom + ruleCount] = meanWithout(section, own, labelCount);
  }
}

function readProbabilities(odds: ArrayLike<number>, to: number): void {
  let none = 1;
  for (let label = 0; label < labelCount; label++) {
    const probability = 1 / (1 + Math.exp(-odds[label]!));
    probabilities[to + label] = probability;
    if (label < ruleCount) none *= 1 - probability;
  }
  probabilities[to + labelCount] = 1 - none;
}

function add(sums: Sums, own: number): void {
  sums.count++;
  for (let label = 0; label < width; label++) sums.values[label]! += probabilities[own + label]!;
}

function meanWithout({ count, values }: Sums, own: number, label: number): number {
  const mean = (values[label]! - probabilities[own + label]!) / (count - 1);
  return rounded(scales[label]! * mean);
}

/** Of each rule the greatest probability in the story, and the greatest but one. */
function strongestTwo(length: number): Float32Array {
  const two = new Float32Array(2 * ruleCount);
  for (let index = 0; index < length; index++) {
    for (let rule = 0; rule < ruleCount; rule++) {
      const probability = probabilities[index * width + rule]!;
      if (probability > two[rule]!) {
        two[ruleCount + rule] = two[rule]!;
        two[rule] = probability;
      } else if (probability > two[ruleCount + rule]!) two[ruleCount + rule] = probability;
    }
  }
  return two;
}

function layStrongest(two: Float32Array, own: number, all: Float32Array, at: number): void {
  for (let rule = 0; rule < ruleCount; rule++) {
    const isOwn = probabilities[own + rule] === two[rule];
    all[at + rule] = rounded(strongestScale * two[isOwn ? ruleCount + rule : rule]!);
  }
}
