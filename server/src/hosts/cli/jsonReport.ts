import { TextDocument, type Range } from 'vscode-languageserver-textdocument';
import { evidenceKinds, sectionKinds } from '../../rubric/ids';
import type { Review } from '../../review/review';
import type { Span } from '../../text/span';
import type { FileProblem } from './storyFiles';

/** The shape of `check --format json`; public, described by docs/check-output.schema.json. Positions are zero-based, UTF-16. */
export interface JsonReport {
  readonly version: 1;
  readonly stories: readonly JsonStory[];
  /** Files and settings that could not be read. */
  readonly problems: readonly FileProblem[];
}

/** What is printed before the stories, so that they can follow one by one. */
export const jsonReportStart = `{"version":${1 satisfies JsonReport['version']},"stories":[`;

/** What is printed after the stories. */
export function jsonReportEnd(problems: JsonReport['problems']): string {
  return `\n],"problems":${JSON.stringify(problems)}}\n`;
}

export interface JsonStory {
  readonly path: string;
  readonly title: string | null;
  readonly profile: { readonly level: string; readonly company: string | null };
  readonly timing: { readonly totalSeconds: number; readonly sections: Readonly<Record<string, number>> };
  readonly findings: readonly JsonFinding[];
  readonly evidence: readonly { readonly kind: string; readonly ranges: readonly Range[] }[];
}

export interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly certainty: string;
  readonly message: string;
  readonly range: Range;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}

/** One story of the report; `path` is as the user will read it. */
export function jsonStory(path: string, review: Review): JsonStory {
  const document = TextDocument.create('', 'markdown', 0, review.story.text);
  const rangeOf = (span: Span): Range => ({
    start: document.positionAt(span.start),
    end: document.positionAt(span.end),
  });
  const { target, timing } = review;
  return {
    path,
    title: review.story.title ?? null,
    profile: { level: target.level, company: target.company ?? null },
    timing: {
      totalSeconds: rounded(timing.total),
      sections: Object.fromEntries(sectionKinds.map((kind) => [kind, rounded(timing.sections[kind])])),
    },
    findings: review.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      certainty: finding.certainty,
      message: finding.message,
      range: rangeOf(finding.span),
      fixes: finding.rewrites().map(({ title, safe, edits }) => ({
        title,
        safe,
        edits: edits.map(({ span, insert }) => ({ range: rangeOf(span), newText: insert })),
      })),
    })),
    evidence: evidenceKinds.map((kind) => ({
      kind,
      ranges: (review.evidence.get(kind) ?? []).map(({ span }) => rangeOf(span)),
    })),
  };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
