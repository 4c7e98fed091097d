import { describe, expect, it } from 'vitest';
import { readClauses } from '../../../server/src/prose/clauses';
import { clauseCases, fragmentCases } from './clauses.cases';

function told(sentence: string): string[] {
  return readClauses(sentence).clauses.map(({ subject, verb }) =>
    [subject?.actorClass ?? '-', ...(verb ? [verb.lemma, verb.voice, verb.tense] : [])].join(' '),
  );
}

describe('clauses', () => {
  it.each(clauseCases.map(([sentence, ...clauses]) => ({ sentence, clauses })))(
    '$sentence',
    ({ sentence, clauses }) => {
      expect(told(sentence)).toEqual(clauses);
    },
  );

  it.each(fragmentCases)('%s names %s', (sentence, subject) => {
    expect(told(sentence)).toEqual([subject]);
  });
});

describe('terms', () => {
  it.each(clauseCases.map(([sentence]) => sentence))('are slices of "%s"', (sentence) => {
    const { terms, clauses } = readClauses(sentence);
    for (const { text, span } of terms) expect(sentence.slice(span.start, span.end)).toBe(text);
    expect(terms.map(({ text }) => text).join('')).toBe(sentence.replace(/\s+/g, ''));
    for (const { subject, agent, affected } of clauses) {
      for (const actor of [subject, agent, affected])
        if (actor) expect(sentence.slice(actor.span.start, actor.span.end)).toBe(actor.text);
    }
  });

  it('takes contractions apart and keeps magnitudes', () => {
    const { terms } = readClauses("It'd cost $8K and 2.5s at p99, and they didn’t know.");
    expect(
      terms.map(({ text, normal }) => (text.toLowerCase() === normal ? text : `${text}=${normal}`)),
    ).toEqual(
      "It 'd=would cost $8K and 2.5s at p99 , and they did n’t=not know .".split(' ').map((word) => word),
    );
  });

  it.each([
    '',
    ' ',
    '…',
    '{{what goes here}}',
    "'",
    'n’t',
    '— and, or; but?',
    '!!!',
    '\u{1F680}\u{1F680} shipped it',
  ])('reads %j without complaint', (sentence) => {
    expect(() => readClauses(sentence)).not.toThrow();
  });
});
