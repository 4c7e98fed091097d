import { describe, expect, it } from 'vitest';
import type { Company, EvidenceKind, Level } from '../../../server/src/rubric';
import {
  companies,
  companyOf,
  companyProfiles,
  evidenceAskedFor,
  evidenceKinds,
  isCompany,
  isLevel,
  levelProfiles,
  levels,
  severityOf,
} from '../../../server/src/rubric';

// The table of rubric 4, written out: w is warning, i is info, - is not asked for. Columns: sde1 sde2 senior staff.
const table: Record<EvidenceKind, string> = {
  impact: 'wwww',
  diagnosis: 'wwww',
  'root-cause': 'wwww',
  fix: 'wwww',
  metric: 'wwww',
  prevention: 'wwww',
  reflection: 'wwww',
  validation: 'iwww',
  communication: 'iwww',
  mitigation: 'iwww',
  collaborators: '-iii',
  scope: 'iiii',
  'trade-off': '-iww',
  'cross-team': '-iww',
  'business-value': '-iww',
  'second-order': '--iw',
};

// The rows in which a company differs from the table.
const companyRows: Record<Company, Partial<Record<EvidenceKind, string>>> = {
  amazon: { 'trade-off': 'wwww', scope: 'wwww' },
  google: { mitigation: 'wwww', validation: 'wwww' },
  meta: { 'second-order': 'iiiw' },
  microsoft: { communication: 'wwww' },
};

const letter = (kind: EvidenceKind, level: Level, company?: Company): string =>
  ({ warning: 'w', info: 'i', none: '-' })[severityOf(kind, level, company) ?? 'none'];
const row = (kind: EvidenceKind, company?: Company): string =>
  levels.map((level) => letter(kind, level, company)).join('');

describe('severityOf', () => {
  it.each(evidenceKinds)('asks for %s by level as the table says', (kind) => {
    expect(row(kind)).toBe(table[kind]);
  });

  describe.each(companies)('for %s', (company) => {
    it.each(evidenceKinds)('asks for %s', (kind) => {
      expect(row(kind, company)).toBe(companyRows[company][kind] ?? table[kind]);
    });
  });

  it('takes sde2 and no company where nothing is set', () => {
    expect(evidenceKinds.map((kind) => severityOf(kind))).toEqual(
      evidenceKinds.map((kind) => severityOf(kind, 'sde2')),
    );
  });

  it('lists what is asked for in the order of the story', () => {
    expect(evidenceAskedFor('sde1').map(({ kind, severity }) => `${kind}:${severity}`)).toEqual([
      'impact:warning',
      'scope:info',
      'mitigation:info',
      'communication:info',
      'diagnosis:warning',
      'root-cause:warning',
      'fix:warning',
      'validation:info',
      'prevention:warning',
      'metric:warning',
      'reflection:warning',
    ]);
    expect(evidenceAskedFor('staff', 'amazon')).toHaveLength(evidenceKinds.length);
  });
});

describe('companies', () => {
  it.each([
    ['amazon', 'amazon'],
    ['Amazon', 'amazon'],
    ['  AWS ', 'amazon'],
    ['Facebook', 'meta'],
    ['MSFT', 'microsoft'],
    ['google  cloud', 'google'],
    ['Amazonia', undefined],
    ['', undefined],
  ])('reads "%s" as %s', (text, company) => {
    expect(companyOf(text)).toBe(company);
  });

  it('claims no alias twice', () => {
    const aliases = companies.flatMap((id) => [id, ...companyProfiles[id].aliases]);
    expect(new Set(aliases).size).toBe(aliases.length);
    const levelNames = levels.flatMap((id) => [id, ...levelProfiles[id].aliases]);
    expect(new Set(levelNames).size).toBe(levelNames.length);
  });

  it('narrows text to ids', () => {
    expect([isLevel('staff'), isLevel('Staff'), isCompany('meta'), isCompany('apple')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
