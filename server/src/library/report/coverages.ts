import type { Coverage, StorySummary } from '../../protocol';
import { companyOf } from '../../rubric/companies';
import { normalisedName } from '../../rubric/principles';
import { coverageOf } from '../coverage';
import { topicSets, type OwnTopics } from '../coverageTargets';

/**
 * What a report shows the coverage of: the principles of each company that a story aims at, and the user's own questions; the bank's
 * questions by theme where there is neither.
 */
export function reportedCoverages(stories: readonly StorySummary[], own: OwnTopics): Coverage[] {
  const readable = stories.filter(({ problem }) => problem === null);
  if (readable.length === 0) return [];
  const named = [...new Set(readable.flatMap(({ company }) => company ?? []))];
  const targets = topicSets(own)
    .map(({ target }) => target)
    .filter(({ id, company }) =>
      company === null ? id === 'questions/own' : named.some((name) => isSameCompany(name, company)),
    );
  const wanted = targets.length > 0 ? targets.map(({ id }) => id) : ['questions'];
  return wanted.map((id) => coverageOf(stories, own, id));
}

function isSameCompany(named: string, company: string): boolean {
  return normalisedName(named) === normalisedName(company) || companyOf(named) === company;
}
