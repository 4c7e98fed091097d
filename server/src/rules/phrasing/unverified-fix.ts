import type { PhrasingRule } from '../rule';

export const unverifiedFix: PhrasingRule = {
  kind: 'phrasing',
  id: 'unverified-fix',
  title: 'unverified-fix',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'unverified-fix.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
