import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { jsonStory, type JsonReport } from '../../../server/src/hosts/cli/jsonReport';
import { defaultOptions } from '../../../server/src/review/options';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const schema = JSON.parse(readFileSync('docs/check-output.schema.json', 'utf8')) as object;
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

/** The report on all examples, as it is printed. */
function reportOnExamples(): JsonReport {
  const reviewer = createReviewer(shippedJudge());
  const paths = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.star.md'),
  );
  const stories = paths.map((path) => {
    const story = parseStory(readFileSync(join('examples', path), 'utf8'));
    return jsonStory(path, reviewer.review(story, { ...defaultOptions, strictness: 'strict' }));
  });
  const report = {
    version: 1,
    stories,
    problems: [{ path: 'gone.star.md', message: 'There is no such file.' }],
  };
  return JSON.parse(JSON.stringify(report)) as JsonReport;
}

function errorsOf(report: unknown): unknown {
  validate(report);
  return validate.errors;
}

describe('docs/check-output.schema.json', () => {
  const report = reportOnExamples();
  const [story] = report.stories;

  it('describes what is printed', () => {
    expect(report.stories.length).toBeGreaterThanOrEqual(8);
    expect(report.stories.some(({ findings }) => findings.some(({ fixes }) => fixes.length > 0))).toBe(true);
    expect(errorsOf(report)).toBeNull();
  });

  it.each([
    ['another version', { ...report, version: 2 }],
    ['a key that is not described', { ...report, extra: true }],
    ['no problems', { version: 1, stories: [] }],
    [
      'a level that is not known',
      { ...report, stories: [{ ...story, profile: { level: 'L5', company: null } }] },
    ],
    ['a story without timing', { ...report, stories: [{ ...story, timing: undefined }] }],
  ])('refuses %s', (_name, changed) => {
    expect(errorsOf(JSON.parse(JSON.stringify(changed)))).not.toBeNull();
  });
});
