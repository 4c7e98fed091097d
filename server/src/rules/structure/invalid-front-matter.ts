import { readFrontMatter, type FrontMatterProblem } from '../../story/frontMatter';
import { applyEdits, type Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { StructureRule } from '../rule';

export const invalidFrontMatter: StructureRule = {
  kind: 'structure',
  id: 'invalid-front-matter',
  title: 'Invalid front matter',
  summary: 'The front matter is YAML that does not parse, or a key has a value of the wrong type.',
  why: 'What cannot be read counts as not there: the story is then judged for the wrong level or company.',
  advice: 'Correct the line; the message says what is expected.',
  source: ['use'],
  severity: 'error',
  check: ({ story }) =>
    story.frontMatter.problems.map((problem) => ({
      span: problem.span,
      message: problem.message,
      rewrites: () => [
        ...corrections(problem, story.text.slice(problem.span.start, problem.span.end)),
        ...quotedValue(problem, story.text, story.frontMatter.problems.length),
      ],
    })),
  examples: {
    weak: [
      '---\ntitle: [\n---\n\nText.\n',
      '---\nprinciples: Ownership\n---\n\nText.\n',
      '---\nstatus: done\n---\n\nText.\n',
    ],
    strong: [
      '---\ntitle: Retry storm\nprinciples: [Ownership]\nstatus: ready\nother-tool: 3\n---\n\nText.\n',
      'No front matter at all.\n',
    ],
  },
};

function corrections({ key, span }: FrontMatterProblem, value: string): Rewrite[] {
  const replace = (title: string, insert: string): Rewrite => ({
    title,
    edits: [{ span, insert }],
    safe: false,
  });
  if ((key === 'principles' || key === 'tags' || key === 'ignore') && !/[\n[{]/.test(value)) {
    return [{ ...replace(`Make it a list: [${value}]`, `[${value}]`), safe: true, preferred: true }];
  }
  if (key === 'status') return [replace('Change to “draft”', 'draft'), replace('Change to “ready”', 'ready')];
  if (
    (key === 'title' || key === 'company' || key === 'level' || key === 'date') &&
    !/["'\n[{]/.test(value)
  ) {
    return [{ ...replace(`Put it in quotes: "${value}"`, `"${value}"`), safe: true, preferred: true }];
  }
  return [];
}

/**
 * "title: The day: it broke" does not parse: a colon, or a "#", in a value wants quotes. Offered where the front matter has fewer problems
 * with the value of that line in quotes.
 */
function quotedValue({ key, span }: FrontMatterProblem, text: string, problems: number): Rewrite[] {
  if (key !== undefined) return [];
  const start = Math.max(text.lastIndexOf('\n', span.start - 1) + 1, 0);
  const line = /^[^\r\n]*/.exec(text.slice(start))![0];
  const found = /^(\s*(?:- )?[\w-]+:[ \t]+|\s*- )(?!["'[{|>&*!%@`])(\S.*?)[ \t]*$/.exec(line);
  const value = found?.[2];
  if (value === undefined || !/: |:$|\s#/.test(value)) return [];
  const from = start + found![1]!.length;
  const insert = value.includes('"')
    ? `'${value.replaceAll("'", "''")}'`
    : `"${value.replaceAll('\\', '\\\\')}"`;
  const edits: Edit[] = [{ span: { start: from, end: from + value.length }, insert }];
  if (readFrontMatter(applyEdits(text, edits)).problems.length >= problems) return [];
  return [{ title: `Put the value in quotes: ${insert}`, edits, safe: true, preferred: true }];
}
