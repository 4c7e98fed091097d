import { angleFor, anglesOfQuestion, type Angle } from '../rubric/angles';
import { companyOf, companyProfiles } from '../rubric/companies';
import { evidence } from '../rubric/evidence';
import { companies, sectionKinds, type Company, type EvidenceKind, type PhrasingRuleId } from '../rubric/ids';
import { principleOf, principleSets, type Principle } from '../rubric/principles';
import { questions, type Question } from '../rubric/questions';
import { sections } from '../rubric/sections';
import type { SentenceFacts } from '../rules/reviewDraft';
import { lineEndOf } from '../rules/structure/anchors';
import { missingLineEnds } from '../rules/structure/missing-section';
import { lowerFirst } from '../text/firstLetter';
import { overlaps, type Span } from '../text/span';
import { quoted } from './frontMatterText';
import { questionFor } from './nearestQuestions';
import type { Review } from './review';
import { sourceOf } from './sourceOf';

/** What a story can be retold for (rubric 5): a principle, or a question of the bank. */
export interface RetellTarget {
  readonly kind: 'principle' | 'question';
  readonly id: string;
  readonly title: string;
  /** Why it stands where it does: "This story", a company's name, or "Questions". */
  readonly group: string;
  readonly angle: Angle;
}

/** The sentences of a story as an angle sorts them, each list in the order in which they are told. */
export interface Retold {
  readonly lead: readonly SentenceFacts[];
  readonly stress: readonly SentenceFacts[];
  readonly leaveOut: readonly SentenceFacts[];
  /** What the angle stresses and the story does not say. */
  readonly missing: readonly EvidenceKind[];
}

/**
 * All that the story can be retold for: what its front matter names, then the principles of its company, the questions, the other
 * principles. A question of the front matter keeps its own words, whether or not the bank knows it.
 */
export function retellTargets(
  { story, target }: Review,
  bank: readonly Question[] = questions,
): RetellTarget[] {
  const { principles: named = [], question: asked = [], company } = story.frontMatter.values;
  const own = target.company ?? (company === undefined ? undefined : companyOf(company));
  const known = named.map((name) => principleOf(name)).filter((principle) => principle !== undefined);
  const others = companies.filter((id) => id !== own).flatMap(principlesOf);
  const all = [
    ...known.map((principle) => principleTarget(principle, 'This story')),
    ...[asked]
      .flat()
      .map((text) => retellTarget('question', text, bank))
      .filter((one) => one !== undefined)
      .map((one) => ({ ...one, group: 'This story' })),
    ...(own ? principlesOf(own) : []),
    ...bank.map(questionTarget).filter((one) => one !== undefined),
    ...others,
  ];
  return all.filter(
    (one, index) => all.findIndex(({ kind, title }) => kind === one.kind && title === one.title) === index,
  );
}

function principlesOf(company: Company): RetellTarget[] {
  return principleSets[company].principles.map((principle) =>
    principleTarget(principle, companyProfiles[company].name),
  );
}

function principleTarget(principle: Principle, group: string): RetellTarget {
  return { kind: 'principle', id: principle.id, title: principle.name, group, angle: angleFor(principle) };
}

/** The target with this id, which may be the words of a question too; undefined where nothing is known of it. */
export function retellTarget(
  kind: RetellTarget['kind'],
  id: string,
  bank: readonly Question[] = questions,
): RetellTarget | undefined {
  if (kind === 'principle') {
    const principle = principleOf(id);
    return principle && principleTarget(principle, '');
  }
  const question = bank.find((known) => known.id === id) ?? questionFor(id, bank);
  return question && questionTarget(question);
}

function questionTarget(question: Question): RetellTarget | undefined {
  const angle = anglesOfQuestion(question)[0];
  return angle && { kind: 'question', id: question.id, title: question.text, group: 'Questions', angle };
}

/** How many sentences open the story: the listener decides on two. */
const leadLength = 2;

/** What an interviewer holds against the story as it is told: nothing to lead with or to stress, whatever the angle. */
const discredits: ReadonlySet<string> = new Set<PhrasingRuleId>([
  'blame',
  'minimizing',
  'panic',
  'causeless',
  'no-change',
  'generic-learning',
  'solo-hero',
  'weak-ownership',
  'vague-action',
  'vague-prevention',
  'unverified-fix',
  'late-communication',
  'activity-as-impact',
  'effort-not-initiative',
  'handed-off',
]);

/**
 * Sorts the story's own sentences by the angle: none is said twice, and none that the angle's rules fire on, or that discredits its teller,
 * is brought forward; what only such sentences show is missing.
 */
export function retold(review: Review, { material }: Angle): Retold {
  const { sentences, findings } = review;
  const weak = (facts: SentenceFacts): boolean =>
    findings.some(
      ({ rule, span }) =>
        (material.leaveOut as readonly string[]).includes(rule) && overlaps(span, facts.span),
    );
  const shows = (facts: SentenceFacts, kinds: readonly EvidenceKind[]): boolean =>
    kinds.some((kind) => facts.evidence.has(kind));
  const isDiscrediting = ({ span: told }: SentenceFacts): boolean =>
    findings.some(({ rule, span }) => discredits.has(rule) && overlaps(span, told));
  const strong = sentences.filter((facts) => !weak(facts) && !isDiscrediting(facts));
  const lead = material.lead.flatMap((kind) =>
    strong.filter(({ evidence: shown }) => shown.has(kind)).slice(0, leadLength),
  );
  const opening = new Set(lead.slice(0, leadLength));
  const stress = strong.filter((facts) => !opening.has(facts) && shows(facts, material.stress));
  const told = new Set([...opening, ...stress]);
  const leaveOut = sentences.filter(
    (facts) => !told.has(facts) && (weak(facts) || onlyShows(facts, material.leaveOut)),
  );
  const inOrder = (set: ReadonlySet<SentenceFacts>): SentenceFacts[] =>
    sentences.filter((facts) => set.has(facts));
  return {
    lead: inOrder(opening),
    stress,
    leaveOut,
    missing: material.stress.filter((kind) => !strong.some(({ evidence: shown }) => shown.has(kind))),
  };
}

function onlyShows({ evidence: shown }: SentenceFacts, kinds: readonly string[]): boolean {
  return shown.size > 0 && [...shown].every((kind) => kinds.includes(kind));
}

/** The heading of a retelling; what stands below such a heading is no part of the telling (`parseStory`). */
export function retellHeading({ kind, title }: RetellTarget): string {
  return kind === 'principle' ? `Retold for ${title}` : `Retold for “${title}”`;
}

/** Where the story has a retelling for the target; undefined where it has none. */
export function existingRetelling({ story }: Review, target: RetellTarget): Span | undefined {
  const heading = story.headings.find(({ text }) => text === retellHeading(target));
  return heading && { start: heading.span.start, end: heading.contentEnd };
}

/**
 * The retelling as a section for the end of the story: what to lead with and to stress, as text to work on, with a hole for what the story
 * does not say; and what to leave out, quoted. The advice is quoted too, so that the linter takes it for no sentence of the story's.
 */
export function retellSection(review: Review, target: RetellTarget): { at: number; insert: string } {
  const { story } = review;
  const { angle } = target;
  const { lead, stress, leaveOut, missing } = retold(review, angle);
  const text = (facts: SentenceFacts): string => sourceOf(facts, story);
  const lines = [
    `${'#'.repeat(story.sections[0]?.heading.level ?? 2)} ${retellHeading(target)}`,
    '',
    `> **Lead with** ${inSentence(angle.lead)}`,
    '',
    lead.length > 0 ? lead.map(text).join(' ') : holeFor(angle.lead),
    '',
    `> **Stress** ${inSentence(angle.stress)}`,
    '',
    ...[...stress.map(text), ...missing.map((kind) => holeFor(evidence[kind].says))].map(
      (item) => `- ${item}`,
    ),
    '',
    `> **Leave out** ${inSentence(angle.leaveOut)}`,
    ...(leaveOut.length > 0 ? ['>', ...leaveOut.map((facts) => `> - ${text(facts)}`)] : []),
  ];
  const lineEnd = lineEndOf(story.text);
  const at = story.text.trimEnd().length;
  return { at, insert: missingLineEnds(story.text.slice(0, at), lineEnd) + lines.join(lineEnd) };
}

/**
 * The story of its own that a retelling makes: its lead first, without what the angle leaves out, under a note that links back to
 * the file of the name given.
 */
export function retellFile(review: Review, target: RetellTarget, fileName: string): string {
  const { story } = review;
  const { angle, kind, id, title } = target;
  const { lead, leaveOut, missing } = retold(review, angle);
  const gone = new Set([...lead, ...leaveOut]);
  const from = story.title ?? fileName.replace(/\.star\.md$/i, '');
  const lineEnd = lineEndOf(story.text);
  const bodies = sectionKinds.map((section) => {
    const kept = review.sentences.filter((facts) => facts.section === section && !gone.has(facts));
    const opening =
      section === 'situation'
        ? [lead.length > 0 ? lead.map((facts) => sourceOf(facts, story)).join(' ') : holeFor(angle.lead)]
        : [];
    const holes = missing
      .filter((one) => evidence[one].section === section)
      .map((one) => holeFor(evidence[one].says));
    const paragraphs = [...opening, ...inBlocks(kept, review), ...holes];
    return `## ${sections[section].name}\n\n${paragraphs.length > 0 ? paragraphs.join('\n\n') : holeFor(sections[section].purpose)}`;
  });
  const { company, level } = story.frontMatter.values;
  const head = [
    `title: ${quoted(`${from}: ${kind === 'principle' ? title : shortQuestion(title)}`)}`,
    ...(kind === 'question' ? [`question: ${quoted(title)}`] : [`principles: [${id}]`]),
    ...(company === undefined ? [] : [`company: ${quoted(company)}`]),
    ...(level === undefined ? [] : [`level: ${quoted(level)}`]),
    'status: draft',
  ];
  const note = `> Retold for ${kind === 'principle' ? title : `“${title}”`} from [${from.replace(/[[\]]/g, '')}](${encodeURI(fileName).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}).\n> Lead with ${inSentence(angle.lead)}\n> Stress ${inSentence(angle.stress)}\n> Leave out ${inSentence(angle.leaveOut)}`; // prettier-ignore
  return `---\n${head.join('\n')}\n---\n\n${note}\n\n${bodies.join('\n\n')}\n`.replaceAll('\n', lineEnd);
}

/** What a question asks about, for a title: two retellings of one story want two. */
function shortQuestion(question: string): string {
  const asked = question
    .replace(
      /^(?:(?:please )?(?:tell me about|describe|give me an example of|walk me through|talk about)(?: (?:a|the last|your last) (?:time|situation)(?: (?:when|where|in which))?)?)\s+/i,
      '',
    )
    .replace(/[\s.?!]+$/, '');
  return asked === '' ? question : asked;
}

/** Sentences of one paragraph stay one, and list items stay a list. */
function inBlocks(kept: readonly SentenceFacts[], { story }: Review): string[] {
  const paragraphs: string[] = [];
  let last: SentenceFacts | undefined;
  for (const facts of kept) {
    const text = sourceOf(facts, story);
    const isItem = facts.sentence.block.kind === 'list-item';
    if (last?.sentence.block === facts.sentence.block) paragraphs.push(`${paragraphs.pop() ?? ''} ${text}`);
    else if (isItem && last?.sentence.block.kind === 'list-item')
      paragraphs.push(`${paragraphs.pop() ?? ''}\n- ${text}`);
    else paragraphs.push(isItem ? `- ${text}` : text);
    last = facts;
  }
  return paragraphs;
}

/** Advice as it goes on after "Lead with", "Stress" and "Leave out". */
function inSentence(advice: string): string {
  return /^(?:I|[A-Z]{2,})\b/.test(advice) ? advice : lowerFirst(advice);
}

/** A hole that asks for what the advice names. */
export function holeFor(advice: string): string {
  return `{{${inSentence(advice).replace(/\.$/, '').replace(/[{}|]/g, '')}}}`;
}
