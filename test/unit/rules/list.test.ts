import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { phrasingRuleIds, ruleIds } from '../../../server/src/rubric/ids';
import { phrasingRules, ruleText } from '../../../server/src/rules';

const root = join(import.meta.dirname, '..', '..', '..');

it('has one file for each phrasing rule, and one line in the list', () => {
  const files = readdirSync(join(root, 'server/src/rules/phrasing')).map((name) => name.replace(/\.ts$/, ''));
  expect(files.sort()).toEqual([...phrasingRuleIds].sort());
  expect(phrasingRules.map(({ id }) => id)).toEqual([...phrasingRuleIds]);
});

it.each(ruleIds)('%s says what, why and what to do', (id) => {
  const { title, summary, why, advice } = ruleText(id);
  for (const text of [title, summary, why, advice]) expect(text).not.toBe('');
});

it('has a page for every rule', () => {
  const pages = readdirSync(join(root, 'docs/rules')).map((name) => name.replace(/\.md$/, ''));
  expect(pages).toEqual(expect.arrayContaining([...ruleIds]));
});
