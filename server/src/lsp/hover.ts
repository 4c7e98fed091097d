import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { companyProfiles } from '../rubric/companies';
import { evidence } from '../rubric/evidence';
import { sections } from '../rubric/sections';
import { ruleText } from '../rules';
import { spokenDuration } from '../rules/structure/anchors';
import { toRange } from './convert';
import type { OpenStory, Session } from './session';

/** What stands at the position: a finding's reason and advice, what the sentence shows, what a section is for and how long it takes. */
export function hoverAt(opened: OpenStory, position: Position, { host }: Session): Hover | undefined {
  const { document, review } = opened;
  const offset = document.offsetAt(position);
  const contains = ({ start, end }: { start: number; end: number }): boolean =>
    start <= offset && offset <= end;
  const paragraphs: string[] = [];
  const heading = review.story.headings.find(({ span }) => contains(span));
  if (heading?.opens) paragraphs.push(sectionText(heading.opens, opened));
  const sentence = review.sentences.find(({ span }) => contains(span));
  for (const { rule } of onePerRule(review.findings.filter(({ span }) => contains(span)))) {
    const { title, why, advice } = ruleText(rule);
    const page = host.rulePage(rule);
    paragraphs.push(`**${title}.** ${why}\n\n${advice}${page === undefined ? '' : ` [More](${page})`}`);
  }
  if (sentence && sentence.evidence.size > 0) {
    const shown = [...sentence.evidence].map(
      (kind) => `✓ **${evidence[kind].title}**: ${evidence[kind].says}`,
    );
    paragraphs.push(`This sentence shows\n\n${shown.map((line) => `- ${line}`).join('\n')}`);
  }
  if (paragraphs.length === 0) return undefined;
  const range = heading?.span ?? sentence?.span;
  return {
    contents: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n---\n\n') },
    ...(range ? { range: toRange(range, document) } : {}),
  };
}

function sectionText(kind: keyof typeof sections, { review }: OpenStory): string {
  const { name, purpose } = sections[kind];
  const { timing, target } = review;
  const share = timing.total === 0 ? 0 : Math.round((100 * timing.sections[kind]) / timing.total);
  const lines = [
    `**${name}** takes ${spokenDuration(timing.sections[kind])} to say, ${share}% of the story.`,
    purpose,
  ];
  if (kind === 'action' && target.company)
    lines.push(`${companyProfiles[target.company].name}: ${companyProfiles[target.company].advice}`);
  return lines.join('\n\n');
}

function onePerRule<Item extends { readonly rule: string }>(findings: readonly Item[]): Item[] {
  return findings.filter(
    (finding, index) => findings.findIndex(({ rule }) => rule === finding.rule) === index,
  );
}
