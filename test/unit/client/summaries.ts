import type { StorySummary } from '../../../server/src/protocol';

/** A story as the server summarises it; each test names what it is about. */
export function summary(changes: Partial<StorySummary> = {}): StorySummary {
  return {
    uri: `file:///stories/${(changes.title ?? 'story').toLowerCase().replaceAll(' ', '-')}.star.md`,
    title: 'Story',
    isReviewed: true,
    company: null,
    level: 'sde2',
    principles: [],
    questions: [],
    tags: [],
    status: null,
    date: null,
    seconds: 120,
    sections: [],
    evidence: [],
    asked: [],
    readiness: 50,
    counts: { error: 0, warning: 0, information: 0, hint: 0 },
    holes: 0,
    problem: null,
    ...changes,
  };
}
