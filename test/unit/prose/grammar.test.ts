import { describe, expect, it } from 'vitest';
import { readClauses } from '../../../server/src/prose/clauses';
import {
  capitalize,
  decapitalize,
  indefiniteArticle,
  objectCase,
  passiveParts,
  plural,
  possessive,
  singularNarrator,
  subjectCase,
  wasOrWere,
} from '../../../server/src/prose/grammar';

describe('words of grammar', () => {
  it.each([
    ['we', 'I'],
    ['We', 'I'],
    ['us', 'me'],
    ['Our', 'My'],
    ['ours', 'mine'],
    ['ourselves', 'myself'],
    ['we’ve', "I've"],
    ['queue', 'queue'],
  ])('%s of several is %s of one', (word, one) => expect(singularNarrator(word)).toBe(one));

  it.each([
    ['Payments', "Payments'"],
    ['Ravi', "Ravi's"],
    ['the vendor', "the vendor's"],
    ['they', 'their'],
    ['DevOps', "DevOps'"],
  ])('what %s has is %s', (owner, owned) => expect(possessive(owner)).toBe(owned));

  it.each([
    ['an', 'index'],
    ['an', 'SRE'],
    ['an', 'hour'],
    ['an', '8 GB heap'],
    ['an', 'MTU'],
    ['an', 'SLO'],
    ['an', 'uninstall'],
    ['a', 'user'],
    ['a', 'one-line fix'],
    ['a', 'URL'],
    ['a', 'RAID array'],
    ['a', 'rollback'],
    ['a', 'UTC offset'],
    ['a', 'unique key'],
  ])('%s %s', (article, next) => expect(indefiniteArticle(next)).toBe(article));

  it.each([
    ['rolled back', 'Rolled back'],
    ['pg_dump ran', 'pg_dump ran'],
    ['eBPF showed', 'eBPF showed'],
    ['“a rollback', '“A rollback'],
    ['{{who}} fixed', '{{who}} fixed'],
    ['p99 rose', 'p99 rose'],
  ])('%s opens a sentence as %s', (text, opened) => expect(capitalize(text)).toBe(opened));

  it.each([
    ['The rollback', 'the rollback'],
    ['I rolled back', 'I rolled back'],
    ["I'd rolled back", "I'd rolled back"],
    ['SRE paged me', 'SRE paged me'],
    ['Payments paged me', 'Payments paged me'],
  ])('%s goes on as %s', (text, inside) => expect(decapitalize(text)).toBe(inside));

  it.each([
    ['query', 'queries'],
    ['person', 'people'],
    ['hash', 'hashes'],
    ['index', 'indices'],
    ['key', 'keys'],
  ])('several of %s are %s', (one, many) => expect(plural(one)).toBe(many));

  it('gives pronouns their case', () => {
    expect([
      subjectCase('me'),
      subjectCase('them'),
      objectCase('I'),
      objectCase('they'),
      subjectCase('Payments'),
    ]).toEqual(['I', 'they', 'me', 'them', 'Payments']);
  });

  it('agrees with the subject', () => {
    expect(
      ['The queries slowed.', 'The query slowed.', 'Ops and QA slowed.'].map((text) =>
        wasOrWere(readClauses(text).clauses[0]!.subject!),
      ),
    ).toEqual(['were', 'was', 'were']);
  });
});

describe('a passive clause told actively', () => {
  it.each([
    ['A rollback was performed.', 'I performed A rollback'],
    ['The index had been rebuilt overnight.', 'I had rebuilt The index'],
    ['The release was not rolled back.', 'I did not roll back The release'],
    ['The check should have been automated.', 'I should have automated The check'],
    ['The limits will be raised.', 'I will raise The limits'],
    ['The checksum got rewritten.', 'I rewrote The checksum'],
  ])('%s gives %s', (text, active) => {
    const [clause] = readClauses(text).clauses;
    const parts = passiveParts(clause!, text);
    expect(parts && `I ${parts.activeVerb} ${text.slice(parts.patient.start, parts.patient.end)}`).toBe(
      active,
    );
  });

  it('finds the agent', () => {
    const text = 'The lock was confirmed by the DBA at noon.';
    const agent = passiveParts(readClauses(text).clauses[0]!, text)!.agent!;
    expect(text.slice(agent.start, agent.end)).toBe('by the DBA');
  });

  it.each([
    'It was decided that we wait.',
    'I rolled back the deploy.',
    'The config pushed by DevOps broke login.',
  ])('%s gives none', (text) => {
    const [clause] = readClauses(text).clauses;
    expect(passiveParts(clause!, text)).toBeUndefined();
  });
});
