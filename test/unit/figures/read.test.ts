import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../server/src/figures/figure';
import { readFigures } from '../../../server/src/figures/read';

/** One figure in short: kind, text, value in the base unit, rate, noun, limit. */
function short({ kind, text, value, per, noun, approximation }: Figure): string {
  const amount = ['clock', 'date', 'label'].includes(kind) ? '' : ` ${Number(value.toFixed(4))}`;
  const rate = per === undefined ? '' : ` /${per}`;
  return `${kind} “${text}”${amount}${rate}${noun === undefined ? '' : ` ${noun}`}${approximation === 'exact' ? '' : ` ${approximation}`}`;
}

describe('readFigures', () => {
  it.each<[string, string[]]>([
    [
      'p99 rose from ~400 ms to 2.5 s.',
      ['label “p99”', 'duration “400 ms” 0.4 about', 'duration “2.5 s” 2.5'],
    ],
    [
      'It fell from four hours to ten minutes.',
      ['duration “four hours” 14400', 'duration “ten minutes” 600'],
    ],
    ['It took two hours and ten minutes.', ['duration “two hours and ten minutes” 7800']],
    ['After an hour and a half it was back.', ['duration “an hour and a half” 5400']],
    ['The 52-minute outage', ['duration “52-minute” 3120']],
    ['three-and-a-half hours', ['duration “three-and-a-half hours” 12600']],
    [
      'half an hour, a quarter of an hour',
      ['duration “half an hour” 1800', 'duration “a quarter of an hour” 900'],
    ],
    ['$8K/week and €1.2M', ['money “$8K” 8000 /604800', 'money “€1.2M” 1200000']],
    ['3,140 units in 61 shops', ['count “3,140” 3140 unit', 'count “61” 61 shop']],
    ['60 tickets a week', ['count “60” 60 /604800 ticket']],
    ['half a million users', ['count “half a million” 500000 user']],
    ['two hundred and five calls', ['count “two hundred and five” 205 call']],
    ['under four minutes', ['duration “four minutes” 240 at most']],
    ['more than 99.9% and almost 40 hosts', ['percent “99.9%” 99.9 at least', 'count “40” 40 host at most']],
    ['five percentage points', ['points “five percentage points” 5']],
    ['a third of users, two-thirds', ['fraction “a third” 33.3333', 'fraction “two-thirds” 66.6667']],
    ['1 in 20 requests', ['fraction “1 in 20” 5']],
    ['by half-time, at half past eleven, half of them', ['count “eleven” 11', 'fraction “half” 50']],
    ['a TTL of 2^31 seconds', []],
    ['10–12 calls', ['count “10–12” 11 call about']],
    ['at 14:02, 2:40 a.m. and 9 pm', ['clock “14:02”', 'clock “2:40 a.m.”', 'clock “9 pm”']],
    ['on 3 May 2019 and in 2021', ['date “3 May”', 'date “2019”', 'date “2021”']],
    ['v2.3.1 on port 8443, node 17', ['label “v2.3.1”', 'label “8443”', 'label “17”']],
    ['HTTP 502, OPS-4412, #318', ['label “502”', 'label “4412”', 'label “318”']],
    ['on Android 9 and Java 17', ['label “9”', 'label “17”']],
    ['one of them was down', []],
    ['No figure here at all.', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(readFigures(text).map(short)).toEqual(expected);
  });

  it('never throws, and gives spans in order that hold the text', () => {
    const words = fc.constantFrom(
      'from',
      'to',
      '15',
      'minutes',
      '→',
      '%',
      '$',
      '8K',
      'half',
      'a',
      'third',
      '14:02',
      '–',
      '3,140',
      'p99.9',
      '(',
      ')',
      ',',
      '.',
      'of',
      'in',
      'all',
      '{{how many}}',
      'ﬀ',
      '−',
      'twenty',
      '-',
      'five',
      'and',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 20 }).map((list) => list.join(' ')),
        ),
        (text) => {
          let last = 0;
          for (const figure of readFigures(text)) {
            expect(figure.start).toBeGreaterThanOrEqual(last);
            expect(text.slice(figure.start, figure.end)).toBe(figure.text);
            expect(figure.end).toBeGreaterThan(figure.start);
            last = figure.end;
          }
        },
      ),
    );
  });
});
