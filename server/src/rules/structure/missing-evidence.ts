import { evidence } from '../../rubric/evidence';
import { companyProfiles } from '../../rubric/companies';
import { evidenceKinds, missingRuleOf, sectionKinds, type EvidenceKind } from '../../rubric/ids';
import { severityOf } from '../../rubric/profiles';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import { contains } from '../../text/span';
import type { ReviewDraft } from '../reviewDraft';
import type { StructureRule } from '../rule';
import { evidenceAnchor, lineEndOf } from './anchors';
import { startOfMarks } from './markedSpan';
import { missingLineEnds } from './missing-section';
import { doesStopAtFix } from './stops-at-fix';

/** One rule for each kind of evidence: the profile in force asks for it, and no sentence supplies it. */
export const missingEvidence: readonly StructureRule[] = evidenceKinds.map(missingEvidenceRule);

function missingEvidenceRule(kind: EvidenceKind): StructureRule {
  const { title, says, why, scaffold } = evidence[kind];
  return {
    kind: 'structure',
    id: missingRuleOf(kind),
    title: `Missing: ${title.toLowerCase()}`,
    summary: `The target level or company asks for ${title.toLowerCase()} (${says}), and no sentence supplies it.`,
    why,
    advice: `Add a sentence such as “${scaffold}”`,
    source: ['001', '003', '004'],
    severity: 'information',
    check: (draft) => {
      const asked = severityOf(kind, draft.target.level, draft.target.company);
      if (asked === undefined || draft.evidence.has(kind) || draft.sentences.length === 0) return [];
      // One finding says both: the story ends where the part begins that shows seniority.
      if ((kind === 'prevention' || kind === 'reflection') && doesStopAtFix(draft)) return [];
      return [
        {
          span: evidenceAnchor(draft, kind),
          severity: asked === 'warning' ? 'warning' : 'information',
          message: `The story lacks ${title.toLowerCase()}: ${says}. ${profileNote(kind, draft)}`.trim(),
          rewrites: () => [insertScaffold(kind, draft)],
        },
      ];
    },
    examples: { weak: [], strong: [] },
  };
}

/** Why this company in particular asks for it, where it does so beyond what the level asks. */
function profileNote(kind: EvidenceKind, { target }: ReviewDraft): string {
  if (target.company === undefined) return '';
  const isAskedMore = severityOf(kind, target.level, target.company) !== severityOf(kind, target.level);
  return isAskedMore ? `${companyProfiles[target.company].name} asks for it in particular.` : '';
}

/** What happens after it in an incident: a sentence on it stands before the first of these in its section. */
const comesBefore: Partial<Record<EvidenceKind, readonly EvidenceKind[]>> = {
  mitigation: ['diagnosis', 'root-cause', 'fix'],
  diagnosis: ['root-cause', 'fix'],
  'root-cause': ['fix'],
};

/**
 * Puts a sentence with holes where it happened: before what comes after it in the section that should hold it, else at the end of that
 * section, or at the end of a story without sections.
 */
export function insertScaffold(kind: EvidenceKind, draft: ReviewDraft): Rewrite {
  const { story, sentences } = draft;
  const { section, scaffold, short } = evidence[kind];
  const earlier = insertedBefore(kind, draft);
  if (earlier) return { title: `Add a sentence on ${short}`, edits: [earlier], safe: false, preferred: true };
  // Where its section is missing, it stands at the end of the one that comes before.
  const found =
    story.sections.find((candidate) => candidate.kind === section) ??
    story.sections.findLast(({ kind: other }) => sectionKinds.indexOf(other) < sectionKinds.indexOf(section));
  const bodyEnd =
    found?.bodySpan.end ??
    Math.max(story.frontMatter.span.end, sentences.at(-1)?.span.end ?? story.text.length);
  const at = story.text.slice(0, bodyEnd).trimEnd().length;
  const lineEnd = lineEndOf(story.text);
  const lastBlock = story.blocks.findLast(
    (block) => block.span.end <= at && block.span.start >= (found?.bodySpan.start ?? 0),
  );
  const asItem = lastBlock?.kind === 'list-item' && at - lastBlock.span.end < 3;
  const bullet = asItem
    ? (/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(
        story.text.slice(story.text.lastIndexOf('\n', lastBlock.span.start - 1) + 1),
      )?.[0] ?? '- ')
    : '';
  const insert = asItem
    ? `${lineEnd}${bullet.replace(/\d+/, '1')}${scaffold}`
    : `${missingLineEnds(story.text.slice(0, at), lineEnd)}${scaffold}`;
  return {
    title: `Add a sentence on ${short}`,
    edits: [{ span: { start: at, end: at }, insert }],
    safe: false,
    preferred: true,
  };
}

/** The sentence in a paragraph before what happened after it; undefined where there is nothing of the kind, or it stands in a list. */
function insertedBefore(kind: EvidenceKind, { story, evidence: found }: ReviewDraft): Edit | undefined {
  const { section, scaffold } = evidence[kind];
  const body = story.sections.find((candidate) => candidate.kind === section)?.bodySpan;
  const [next] = (comesBefore[kind] ?? [])
    .flatMap((later) => found.get(later) ?? [])
    .filter(({ span }) => body === undefined || contains(body, span))
    .sort((a, b) => a.span.start - b.span.start);
  if (next?.sentence.block.kind !== 'paragraph') return undefined;
  const at = startOfMarks(next.span.start, story);
  return at === undefined ? undefined : { span: { start: at, end: at }, insert: `${scaffold} ` };
}
