import type { PhrasingRule } from '../rule';

export const causeless: PhrasingRule = {
  kind: 'phrasing',
  id: 'causeless',
  title: 'causeless',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'causeless.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
