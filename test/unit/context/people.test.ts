import { describe, expect, it } from 'vitest';
import { peopleFeatureNames, readPeople } from '../../../server/src/context/people';
import { createReading } from '../../../server/src/prose/reading';

function peopleOf(text: string): string[] {
  const found = new Set<string>();
  readPeople(createReading(text, 'action'), (name) => found.add(name));
  return [...found];
}

describe('the people of a sentence', () => {
  it.each([
    ['The night operator traced the lock to a report.', ['role:works', 'open:works']],
    ['Their engineers rerouted the traffic.', ['other:works', 'other-group']],
    ['My mentor rolled back the deploy.', ['own:works', 'own-group']],
    ['I paged Marta and told her what I had seen.', ['affected:pronoun', 'narrator-talks:person']],
    ['Luis from backend switched the flag off.', ['introduces-other', 'from:group']],
    ['Our release engineer Tove copied the images.', ['introduces-own', 'own-group', 'names']],
    ['Together with Priya I replayed the queue.', ['with:name', 'names']],
    ['Two other teams have copied the check since.', ['other-group']],
  ] as const)('%s', (text, names) => {
    expect(peopleOf(text)).toEqual(expect.arrayContaining([...names]));
  });

  it.each([
    ['I compared the two manifests and found the stale entry.'],
    ['The cache kept every price for an hour.'],
    ['On Monday the index was full.'],
    [''],
  ])('nobody: %s', (text) => {
    expect(peopleOf(text)).toEqual([]);
  });

  it('says nothing that the model has no number for', () => {
    const texts = [
      'Their lead and my manager asked Payments to wait.',
      'The vendor ignored us, so Ana of support called.',
    ];
    for (const name of texts.flatMap(peopleOf)) expect(peopleFeatureNames).toContain(name);
  });
});
