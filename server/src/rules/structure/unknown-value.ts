import { companyProfiles } from '../../rubric/companies';
import { companies, isCompany, isLevel, levels } from '../../rubric/ids';
import { principleOf, principles } from '../../rubric/principles';
import { levelProfiles } from '../../rubric/profiles';
import type { FrontMatterEntry } from '../../story/frontMatter';
import { nearest } from '../../text/nearest';
import type { StructureMatch, StructureRule } from '../rule';

export const unknownValue: StructureRule = {
  kind: 'structure',
  id: 'unknown-value',
  title: 'Unknown value',
  summary: 'The front matter names a level, company or principle that is not known.',
  why: 'The story is then judged for the default target, and counts for no principle.',
  advice:
    'Take one of the known names, or add your own principles in the settings or in .star-stories/principles.yaml.',
  source: ['use'],
  severity: 'information',
  check: ({ story, knownPrinciples, knownCompanies }) =>
    story.frontMatter.entries.flatMap((entry): StructureMatch[] => {
      if (story.frontMatter.problems.some(({ key }) => key === entry.key)) return [];
      if (entry.key === 'level') return unknown(entry, 'level', levels, isLevel, levelOf);
      if (entry.key === 'company') {
        const own = new Set(knownCompanies.map((name) => name.toLowerCase()));
        const isKnown = (value: string): boolean => isCompany(value) || own.has(value);
        return unknown(entry, 'company', [...companies, ...knownCompanies], isKnown, companyOf);
      }
      if (entry.key !== 'principles') return [];
      const own = new Set(knownPrinciples.map((name) => name.toLowerCase()));
      const names = [...principles.map(({ name }) => name), ...knownPrinciples];
      const isKnown = (value: string): boolean => principleOf(value) !== undefined || own.has(value);
      return unknown(entry, 'principle', names, isKnown, () => undefined);
    }),
  examples: {
    weak: [
      '---\nlevel: seniro\n---\n\nText.\n',
      '---\ncompany: Gogle\n---\n\nText.\n',
      '---\nprinciples: [Dive Depp]\n---\n\nText.\n',
    ],
    strong: ['---\nlevel: Senior\ncompany: google\nprinciples: [Dive Deep]\n---\n\nText.\n'],
  },
};

function unknown(
  entry: FrontMatterEntry,
  what: string,
  known: readonly string[],
  isKnown: (value: string) => boolean,
  aliasOf: (value: string) => string | undefined,
): StructureMatch[] {
  return entry.items
    .filter(({ value }) => value.trim() !== '' && !isKnown(value.trim().toLowerCase()))
    .map(({ value, span }) => {
      const suggestion = aliasOf(value.trim().toLowerCase()) ?? nearest(value, known);
      const meant =
        suggestion === undefined
          ? ` Known are ${known.slice(0, 6).join(', ')}${known.length > 6 ? ' …' : ''}.`
          : ` Did you mean “${suggestion}”?`;
      return {
        span,
        message: `The ${what} “${value}” is not known.${meant}`,
        rewrites: () =>
          suggestion === undefined
            ? []
            : [
                {
                  title: `Change to “${suggestion}”`,
                  edits: [{ span, insert: suggestion }],
                  safe: true,
                  preferred: true,
                },
              ],
      };
    });
}

function levelOf(value: string): string | undefined {
  return levels.find((level) => levelProfiles[level].aliases.includes(value));
}

function companyOf(value: string): string | undefined {
  return companies.find((company) => companyProfiles[company].aliases.includes(value));
}
