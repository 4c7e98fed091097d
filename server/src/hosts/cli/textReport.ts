import { TextDocument } from 'vscode-languageserver-textdocument';
import { ruleText } from '../../rules';
import { spokenDuration } from '../../rules/structure/anchors';
import type { Finding, Review } from '../../review/review';
import type { Severity } from '../../rules/rule';

/** How long a line of the source may be in the report before it is cut around the finding, in characters. */
const lineWidth = 100;

/**
 * The findings of one story as a compiler prints them: place, rule, the line with carets below the words, and the advice. The result is
 * cut where the story's path stands, before each finding, so that it holds wherever the file lies.
 */
export function textFindings(review: Review): string[] {
  const document = TextDocument.create('', 'markdown', 0, review.story.text);
  return ['', ...review.findings.map((finding) => textFinding(finding, document))];
}

function textFinding(finding: Finding, document: TextDocument): string {
  const start = document.positionAt(finding.span.start);
  const lineStart = document.offsetAt({ line: start.line, character: 0 });
  const line = document.getText().slice(lineStart).split(/\r?\n/, 1)[0]!;
  const end = Math.min(finding.span.end - lineStart, line.length);
  const head = `:${start.line + 1}:${start.character + 1}: ${finding.severity}: ${finding.message} [${finding.rule}]`;
  const gutter = String(start.line + 1);
  const margin = ' '.repeat(gutter.length);
  const { text, offset } = cut(line, start.character);
  const carets = '^'.repeat(Math.max(1, Math.min(end, offset + text.length) - start.character));
  const rewrite = finding.bestRewrite();
  return [
    head,
    ` ${gutter} | ${text}`,
    ` ${margin} | ${padding(text.slice(0, start.character - offset))}${carets}`,
    ` ${margin} = ${ruleText(finding.rule).advice}`,
    ...(rewrite ? [` ${margin} > ${rewrite.title}`] : []),
    '',
    '',
  ].join('\n');
}

/** A window of the line in which the finding begins; a paragraph on one line would fill the screen. */
function cut(line: string, character: number): { text: string; offset: number } {
  if (line.length <= lineWidth) return { text: line, offset: 0 };
  const offset = Math.max(0, Math.min(character - 20, line.length - lineWidth));
  return { text: line.slice(offset, offset + lineWidth), offset };
}

/** As wide as the text in a terminal: tabs stay tabs, and characters of double width take two spaces. */
function padding(text: string): string {
  return text
    .replace(
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/gu,
      '  ',
    )
    .replace(/[^\t ]/g, ' ');
}

/** What was found in all stories of a run. */
export interface Totals {
  stories: number;
  readonly counts: Record<Severity, number>;
  /** Spoken time. */
  seconds: number;
}

/** The last line: what was found in how many stories. */
export function textSummary({ stories, counts, seconds }: Totals): string {
  const { error, warning, information, hint } = counts;
  const found = `${error} errors, ${warning} warnings, ${information} notes, ${hint} hints`;
  return `${stories} ${stories === 1 ? 'story' : 'stories'} (${spokenDuration(seconds)} to say): ${found}.`;
}
