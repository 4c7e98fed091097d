import type { PhrasingRule } from '../rule';

export const lateCommunication: PhrasingRule = {
  kind: 'phrasing',
  id: 'late-communication',
  title: 'late-communication',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'late-communication.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
