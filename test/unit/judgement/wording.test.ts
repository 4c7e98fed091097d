import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../../scripts/train/random';
import { sectionKinds } from '../../../server/src/rubric/ids';
import { tokenize } from '../../../server/src/judgement/tokens';
import {
  mostWords,
  placeOf,
  taps,
  type WordingBlock,
  wordingBlockNames,
  wordingBlockSizes,
  type WordingModel,
  wordingOutputs,
  wordingShape,
  wordKey,
} from '../../../server/src/judgement/wording';
import { decodeWording, encodeWording } from '../../../server/src/judgement/wording-file';
import { WordingJudge } from '../../../server/src/judgement/wordingJudge';

const { width, filters, hidden } = wordingShape;
const words = Int32Array.from(['i', 'rolled', 'back', 'the', 'deploy', 'config'], wordKey).sort();
const endings = Int32Array.from(['led', 'oy'], wordKey).sort();

/** A model of weights by chance, on 255 steps, so that it can be stored as it is. */
function chanceModel(): WordingModel {
  const random = randomNumbers(3);
  const sizes = wordingBlockSizes(words.length, endings.length);
  const blocks = wordingBlockNames.map((name): [string, WordingBlock] => {
    const { inputs, outputs } = sizes[name];
    return [
      name,
      { unit: 0.5, steps: Float32Array.from({ length: inputs * outputs }, () => random() - 0.5) },
    ];
  });
  return { words, endings, blocks: Object.fromEntries(blocks) as unknown as WordingModel['blocks'] };
}

const model = chanceModel();
const judge = new WordingJudge(model);

/** What the model makes of words, told one sum after the other. */
function byDefinition(text: string, section: (typeof sectionKinds)[number]): number[] {
  const weight = (name: keyof WordingModel['blocks'], input: number, output: number): number => {
    const { unit, steps } = model.blocks[name];
    return unit * steps[input * wordingBlockSizes(words.length, endings.length)[name].outputs + output]!;
  };
  const tokens = tokenize(text);
  const vectors = tokens.words.map((word, at) => {
    const place = placeOf(wordKey(word), words);
    const ending = placeOf(wordKey(word.slice(-3)), endings);
    return Array.from({ length: width }, (_, i) => {
      const own = weight('words', place < 0 ? words.length : place, i);
      const ofEnding = ending < 0 ? 0 : weight('endings', ending, i);
      const ofCapital = at > 0 && tokens.capital[at]! ? weight('marks', 0, i) : 0;
      return own + ofEnding + ofCapital + weight('marks', 1 + sectionKinds.indexOf(section), i);
    });
  });
  const layer = (inputs: number[][], apart: number, name: 'first' | 'second'): number[][] =>
    inputs.map((_, at) =>
      Array.from({ length: filters }, (_unused, filter) => {
        let sum = weight(`${name}Bias`, 0, filter);
        for (let tap = 0; tap < taps; tap++)
          (inputs[at + (tap - 1) * apart] ?? []).forEach((value, i) => {
            sum += value * weight(name, tap * inputs[0]!.length + i, filter);
          });
        return Math.max(0, sum);
      }),
    );
  const first = layer(vectors, 1, 'first');
  const second = layer(first, 2, 'second');
  const most = (rows: number[][]): number[] =>
    rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!)));
  const mean = (rows: number[][]): number[] =>
    rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
  const own = sectionKinds.map((kind) => (kind === section ? 1 : 0));
  const pooled = [...most(first), ...mean(first), ...most(second), ...mean(second), ...own];
  const units = Array.from(
    { length: hidden },
    (_, unit) =>
    Math.max(0, pooled.reduce((sum, value, i) => sum + value * weight('toHidden', i, unit), weight('hiddenBias', 0, unit))), // prettier-ignore
  );
  return Array.from({ length: wordingOutputs }, (_, output) => {
    const direct = pooled.reduce((sum, value, i) => sum + value * weight('direct', i, output), weight('outputBias', 0, output)); // prettier-ignore
    return units.reduce((sum, value, unit) => sum + value * weight('fromHidden', unit, output), direct);
  });
}

describe('a judge of wording', () => {
  it.each([
    ['I rolled back the deploy.', 'action'],
    ['Rolled.', 'result'],
    ['the Config, and the Deploy that nobody knew: 14 of 20 hosts rolled back.', 'situation'],
  ] as const)('hears “%s” as it is defined', (text, section) => {
    const odds = judge.odds(tokenize(text), section);
    byDefinition(text, section).forEach((wanted, label) => expect(odds[label]).toBeCloseTo(wanted, 4));
  });

  it('keeps nothing of the sentence before', () => {
    const text = 'I rolled back.';
    const before = judge.odds(tokenize(text), 'action');
    judge.odds(
      tokenize('The config rolled the deploy back and the deploy rolled the config back.'),
      'result',
    );
    expect(judge.odds(tokenize(text), 'action')).toEqual(before);
  });

  it('hears the order of words', () => {
    const [one, other] = ['The config rolled back I.', 'I rolled back the config.'].map((text) =>
      judge.odds(tokenize(text.toLowerCase()), 'action'),
    );
    expect(one).not.toEqual(other);
  });

  it(`hears a sentence of more than ${mostWords} words up to there, and one of none`, () => {
    const long = 'config '.repeat(mostWords);
    expect(judge.odds(tokenize(`${long} deploy`), 'action')).toEqual(judge.odds(tokenize(long), 'action'));
    expect([...judge.odds(tokenize(''), 'action')].every(Number.isFinite)).toBe(true);
  });

  it('is stored and read again on few steps', () => {
    const again = decodeWording(encodeWording(model));
    expect([again.words, again.endings]).toEqual([words, endings]);
    const odds = new WordingJudge(again).odds(tokenize('I rolled back the deploy.'), 'action');
    const wanted = judge.odds(tokenize('I rolled back the deploy.'), 'action');
    odds.forEach((value, label) => expect(Math.abs(value - wanted[label]!)).toBeLessThan(0.6));
  });
});
