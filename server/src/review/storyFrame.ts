import { angleFor, anglesOfQuestion, type Angle } from '../rubric/angles';
import { companyOf } from '../rubric/companies';
import { evidence } from '../rubric/evidence';
import { evidenceKinds, sectionKinds, type EvidenceKind, type Level, type SectionKind } from '../rubric/ids';
import type { Principle } from '../rubric/principles';
import { evidenceAskedFor } from '../rubric/profiles';
import type { Question } from '../rubric/questions';
import { sections } from '../rubric/sections';
import { quoted } from './frontMatterText';
import { upperFirst } from '../text/firstLetter';

/** What kind of story a frame is for. */
export interface FrameTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** The evidence that it has a place for; undefined for what the target level and company ask for. */
  readonly kinds: readonly EvidenceKind[] | undefined;
}

export const frameTemplates: readonly FrameTemplate[] = [
  {
    id: 'incident',
    name: 'An incident',
    description: 'What broke, how you contained it, why it happened, and what keeps it from coming back',
    tags: ['incident'],
    kinds: undefined,
  },
  {
    id: 'failure',
    name: 'A failure of your own',
    description: 'What your decision caused, how you put it right, and what you do differently since',
    tags: ['incident', 'failure'],
    kinds: ['impact', 'scope', 'mitigation', 'communication', 'root-cause', 'fix', 'validation', 'metric', 'prevention', 'reflection'], // prettier-ignore
  },
  {
    id: 'project',
    name: 'A project or a decision',
    description: 'Why you took it on, what you gave up, whom you won over, and what it was worth',
    tags: ['project'],
    kinds: ['scope', 'collaborators', 'cross-team', 'trade-off', 'validation', 'metric', 'business-value', 'second-order', 'reflection'], // prettier-ignore
  },
  {
    id: 'short',
    name: 'A two-minute answer',
    description: 'Only what every interviewer asks for',
    tags: ['incident'],
    kinds: ['impact', 'scope', 'mitigation', 'diagnosis', 'root-cause', 'fix', 'metric', 'prevention', 'reflection'], // prettier-ignore
  },
];

export interface FrameStart {
  readonly title: string;
  readonly level: Level;
  readonly company: string | undefined;
  readonly question: Question | undefined;
  readonly principle: Principle | undefined;
  readonly template: FrameTemplate;
  /** As front matter holds it, such as 2026-03-14. */
  readonly date: string;
}

/**
 * An empty story: front matter with what is known, and for each kind of evidence that the target, the question or the principle asks for
 * a sentence with holes. What the question or the principle listens for stands above it as a quotation, which is no part of the story.
 */
export function storyFrame(start: FrameStart): string {
  const { title, level, company, question, principle, template, date } = start;
  const frontMatter = [
    `title: ${quoted(title)}`,
    question ? `question: ${quoted(question.text)}` : 'question: "{{the question that this story answers}}"',
    `level: ${level}`,
    company === undefined ? '' : `company: ${quoted(company)}`,
    principle ? `principles: [${quoted(principle.name)}]` : 'principles: []',
    `tags: [${template.tags.join(', ')}]`,
    'status: draft',
    `date: ${date}`,
  ].filter((line) => line !== '');
  const wanted = wantedKinds(start);
  const bodies = sectionKinds.map(
    (section) => `## ${sections[section].name}\n\n${sectionBody(section, wanted)}`,
  );
  const angle = principle ? angleFor(principle) : question && anglesOfQuestion(question)[0];
  const note = angle ? [adviceOf(angle)] : [];
  return `${['---', ...frontMatter, '---'].join('\n')}\n\n${[...note, ...bodies].join('\n\n')}\n`;
}

function wantedKinds({
  level,
  company,
  question,
  principle,
  template,
}: FrameStart): ReadonlySet<EvidenceKind> {
  const known = company === undefined ? undefined : companyOf(company);
  return new Set([
    ...(template.kinds ?? evidenceAskedFor(level, known).map(({ kind }) => kind)),
    ...(question?.evidence ?? []),
    ...evidenceKinds.filter((kind) => principle?.evidence[kind] !== undefined),
  ]);
}

function sectionBody(section: SectionKind, wanted: ReadonlySet<EvidenceKind>): string {
  const scaffolds = evidenceKinds
    .filter((kind) => wanted.has(kind) && evidence[kind].section === section)
    // A scaffold that begins with a hole stays as it is.
    .map((kind) => upperFirst(evidence[kind].scaffold));
  if (scaffolds.length === 0) return `{{${sections[section].purpose.replace(/\.$/, '')}}}`;
  return section === 'action' ? scaffolds.map((line) => `- ${line}`).join('\n') : scaffolds.join(' ');
}

function adviceOf({ lead, stress, leaveOut }: Angle): string {
  return `> **Lead with:** ${lead}\n> **Stress:** ${stress}\n> **Leave out:** ${leaveOut}`;
}
