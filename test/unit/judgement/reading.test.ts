import { describe, expect, it } from 'vitest';
import { Actor, Manner, readClauses } from '../../../server/src/judgement/clauses';
import { family, FeatureList } from '../../../server/src/judgement/feature-list';
import { extractFeatures } from '../../../server/src/judgement/features';
import { FigureKind, figureKind } from '../../../server/src/judgement/figures';
import { classNames, findMentions } from '../../../server/src/judgement/lexicon/index';
import { SeenOnce, SlotTable, featureKey, noSlot } from '../../../server/src/judgement/slots';
import { stemOf } from '../../../server/src/judgement/stems';
import { tokenize } from '../../../server/src/judgement/tokens';

describe('tokenize', () => {
  it.each([
    ["I didn't restart it.", ['i', 'did', "n't", 'restart', 'it', '.']],
    ['It’s p99: 2.5s', ['it', "'s", 'p0', ':', '0s']],
    ['cost $1,250 (40%)', ['cost', '$', '0', '(', '0%', ')']],
    ['a roll-back at 02:14', ['a', 'roll-back', 'at', '0:0']],
  ])('reads %s', (text, words) => {
    expect(tokenize(text).words).toEqual(words);
  });

  it('reads a text with a character of two units as it reads one without', () => {
    const text = "Post-mortem at 2.5s: we didn't x_y, “e.g.” 40%";
    const { words, starts } = tokenize(text);
    const other = tokenize(`🙂${text}`);
    expect(other.words).toEqual(['🙂', ...words]);
    expect(other.starts).toEqual([0, ...starts.map((start) => start + 2)]);
  });

  it('keeps the places of tokens in the text', () => {
    const text = 'We couldn’t reach “Payments” — 3 times.';
    const { starts, ends, length } = tokenize(text);
    const slices = Array.from({ length }, (_, i) => text.slice(starts[i], ends[i]));
    expect(slices).toEqual(['We', 'could', 'n’t', 'reach', '“', 'Payments', '”', '—', '3', 'times', '.']);
  });
});

describe('stemOf', () => {
  it.each([
    ['assumed', 'assume'],
    ['dropped', 'drops'],
    ['tries', 'trying'],
    ['wrote', 'writing'],
    ['took', 'take'],
    ['crashes', 'crashed'],
    ['missing', 'misses'],
  ])('is the same for %s and %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([['news'], ['bring'], ['bus'], ['red'], ['status']])(
    'keeps %s apart from a shorter word',
    (word) => {
      expect(stemOf(word).length).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('findMentions', () => {
  it.each([
    ['I rolled it back', 'narrator', 'I'],
    ['we switched off the flag', 'contain', 'switched off'],
    ['It was chaos', 'panic', 'chaos'],
    ['Hopefully that solved it', 'assume', 'Hopefully'],
  ])('in "%s" finds %s', (text, name, words) => {
    const tokens = tokenize(text);
    const found = findMentions(tokens).map(
      ({ kind, from, to }) => `${classNames[kind]}: ${text.slice(tokens.starts[from], tokens.ends[to - 1])}`,
    );
    expect(found).toContain(`${name}: ${words}`);
  });
});

describe('readClauses', () => {
  it.each([
    ['I emailed the merchants.', Actor.narrator, 'emailed', 0],
    ['DevOps pushed a bad config.', Actor.department, 'pushed', 0],
    ['The index was rebuilt.', Actor.none, 'rebuilt', Manner.passive],
    ['The cache was cleared by the vendor.', Actor.none, 'cleared', Manner.passive | Manner.agent],
    ['They should have tested it.', Actor.they, 'tested', Manner.modal | Manner.perfect],
    ['We never checked the backup.', Actor.ownTeam, 'checked', Manner.negated],
  ])('reads "%s"', (text, actor, verb, manner) => {
    const tokens = tokenize(text);
    const clauses = readClauses(tokens, findMentions(tokens));
    const clause = clauses.find(({ from }) => tokens.words[from] === verb);
    expect(clause).toMatchObject({ manner });
    if (!(manner & Manner.passive)) expect(clause).toMatchObject({ actor });
  });
});

describe('figureKind', () => {
  it.each([
    ['40%', FigureKind.percent],
    ['12 percent', FigureKind.percent],
    ['90 seconds', FigureKind.duration],
    ['250ms', FigureKind.duration],
    ['forty minutes', FigureKind.duration],
    ['02:14', FigureKind.clock],
    ['p99', FigureKind.percentile],
    ['3,140 units', FigureKind.count],
    ['orders', 0],
  ])('of "%s"', (text, kind) => {
    expect(figureKind(tokenize(text), 0)).toBe(kind);
  });

  it('sees money by the sign before it', () => {
    expect(figureKind(tokenize('$500'), 1)).toBe(FigureKind.money);
  });
});

describe('extractFeatures', () => {
  it('puts what depends on the section last, and changes nothing else with the section', () => {
    const plain = new FeatureList();
    const sectioned = new FeatureList();
    extractFeatures('I rolled back 3 hosts.', undefined, plain);
    extractFeatures('I rolled back 3 hosts.', 'action', sectioned);
    expect(plain.sectionFrom).toBe(plain.length);
    expect(sectioned.sectionFrom).toBe(plain.length);
    expect(sectioned.length).toBeGreaterThan(plain.length);
    expect(sectioned.hashes.slice(0, plain.length)).toEqual(plain.hashes.slice(0, plain.length));
    for (let i = sectioned.sectionFrom; i < sectioned.length; i++)
      expect(sectioned.families[i]).toBeGreaterThanOrEqual(family.section);
  });

  it('holds a sentence with more features than it began with room for', () => {
    const list = new FeatureList();
    extractFeatures('every word counts here, '.repeat(400), 'action', list);
    expect(list.length).toBeGreaterThan(2048);
    expect(list.ends[list.length - 1]).toBeGreaterThan(0);
  });
});

describe('slots', () => {
  it('are the places of the known features among their keys; unknown features have none', () => {
    const known = [0, 0x12345678, 0x12345a78, 0x12348678, -0x70000000, -1];
    const table = new SlotTable(Int32Array.from(known, featureKey));
    expect(known.map((hash) => table.find(hash))).toEqual([0, 1, 2, 3, 4, 5]);
    for (const unknown of [0x12345e78, 0x22345678, 5000, -5000]) expect(table.find(unknown)).toBe(noSlot);
  });

  it('take features that agree in the first 22 bits of their hashes for one', () => {
    const table = new SlotTable(Int32Array.of(featureKey(0x12345678)));
    expect([table.find(0x12345678), table.find(0x123456ff), table.find(0x12345e78)]).toEqual([0, 0, noSlot]);
  });

  it('tells the first time from the next, sentence by sentence', () => {
    const seen = new SeenOnce();
    seen.begin(3);
    expect([seen.first(5), seen.first(5), seen.first(-5)]).toEqual([true, false, true]);
    seen.begin(10_000);
    expect(seen.first(5)).toBe(true);
    for (let hash = 100; hash < 10_000; hash++) expect(seen.first(hash)).toBe(true);
    expect(seen.first(5)).toBe(false);
  });
});
