import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { Change } from '../figures/changes';
import { describeChange } from '../figures/describe';
import type { OwnPrincipleSet } from '../library/ownPrinciples';
import { toDocument } from '../prose/sentences';
import { companyProfiles } from '../rubric/companies';
import { evidence } from '../rubric/evidence';
import { sections } from '../rubric/sections';
import { ruleText } from '../rules';
import { spokenDuration } from '../rules/structure/anchors';
import type { SentenceFacts } from '../rules/reviewDraft';
import type { Span } from '../text/span';
import { toRange } from './convert';
import { frontMatterHover } from './frontMatterHover';
import type { OpenStory, Session } from './session';

/** What stands at the position: a finding's reason and advice, what the sentence shows, what a section is for and how long it takes. */
export function hoverAt(
  opened: OpenStory,
  position: Position,
  { host }: Session,
  ownSets: readonly OwnPrincipleSet[] = [],
): Hover | undefined {
  const { document, review } = opened;
  const offset = document.offsetAt(position);
  const contains = ({ start, end }: { start: number; end: number }): boolean =>
    start <= offset && offset <= end;
  const paragraphs: string[] = [];
  const inFrontMatter = frontMatterHover(review.story, offset, ownSets);
  if (inFrontMatter) paragraphs.push(inFrontMatter.text);
  const heading = review.story.headings.find(({ span }) => contains(span));
  if (heading?.opens) paragraphs.push(sectionText(heading.opens, opened));
  const sentence = review.sentences.find(({ span }) => contains(span));
  const change = sentence && changeAt(sentence, offset);
  if (change) paragraphs.push(`**The change:** ${describeChange(change.change)}`);
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
  const range = inFrontMatter?.span ?? heading?.span ?? change?.span ?? sentence?.span;
  return {
    contents: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n---\n\n') },
    ...(range ? { range: toRange(range, document) } : {}),
  };
}

/** The pair of figures at the offset: what an interviewer works out in their head. */
function changeAt(
  { sentence, figures }: SentenceFacts,
  offset: number,
): { change: Change; span: Span } | undefined {
  for (const change of figures.changes) {
    const span = toDocument(sentence, change);
    if (span.start <= offset && offset <= span.end) return { change, span };
  }
  return undefined;
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
