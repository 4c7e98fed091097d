import type { PhrasingRule } from '../rule';

export const unquantifiedClaim: PhrasingRule = {
  kind: 'phrasing',
  id: 'unquantified-claim',
  title: 'unquantified-claim',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'warning',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'unquantified-claim.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
