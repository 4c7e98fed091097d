import type { EvidenceKind } from '../../rubric/ids';
import { evidence } from '../../rubric/evidence';
import type { Span } from '../../text/span';
import type { Story } from '../../story/story';
import type { ReviewDraft } from '../reviewDraft';

/** The line end that the text uses. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where a finding about the whole story stands: at its title, else at its first section, else at its first sentence. */
export function storyAnchor(draft: ReviewDraft): Span {
  const { story } = draft;
  const headings = story.headings.filter(({ isAside }) => !isAside);
  const heading =
    headings.find(({ opens }) => opens === undefined && headings[0]?.opens === undefined) ?? headings[0];
  if (heading) return heading.span;
  const title = story.frontMatter.entries.find(({ key }) => key === 'title');
  return title?.valueSpan ?? draft.sentences[0]?.span ?? firstLine(story);
}

/** Where the absence of some evidence is said: at the section that should hold it. */
export function evidenceAnchor(draft: ReviewDraft, kind: EvidenceKind): Span {
  const section = draft.story.sections.find((candidate) => candidate.kind === evidence[kind].section);
  return section?.heading.span ?? storyAnchor(draft);
}

function firstLine({ text, frontMatter }: Story): Span {
  const start = frontMatter.span.end;
  const end = text.slice(start).search(/[\r\n]|$/) + start;
  return { start, end };
}

/** A duration as a person says it: "48 s", "2 min 5 s". */
export function spokenDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
