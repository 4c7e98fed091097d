import { expect, it } from 'vitest';
import { KnownStories } from '../../../client/src/knownStories';
import { summary } from './summaries';

const [one, two, three] = [summary({ title: 'One' }), summary({ title: 'Two' }), summary({ title: 'Three' })];

const titles = (known: KnownStories): string[] => known.all.map(({ title }) => title);

it('stories are told one by one, changed and taken away', () => {
  const known = new KnownStories();
  known.confirm(one.uri, one);
  known.confirm(two.uri, two);
  expect(known.all).toBe(known.all);
  known.confirm(one.uri, { ...one, title: 'One again' });
  expect(titles(known)).toEqual(['One again', 'Two']);
  known.confirm(one.uri, undefined);
  expect([titles(known), known.count, known.get(one.uri)]).toEqual([['Two'], 1, undefined]);
});

it('while the rest of an answer is to follow, what was shown goes on being shown until it is not confirmed', () => {
  const known = new KnownStories();
  known.confirmAll([one, two], true);
  known.confirmAll([three], false);
  expect(titles(known)).toEqual(['One', 'Two', 'Three']);
  known.confirm(one.uri, one);
  expect(known.dropUnconfirmed()).toEqual([two.uri]);
  expect(titles(known)).toEqual(['One', 'Three']);
  expect(known.dropUnconfirmed()).toEqual([]);
});

it('an answer that tells all is all there is', () => {
  const known = new KnownStories();
  known.confirmAll([one, two], true);
  known.confirmAll([three], true);
  expect(titles(known)).toEqual(['Three']);
  known.clear();
  expect([titles(known), known.dropUnconfirmed()]).toEqual([[], []]);
});
