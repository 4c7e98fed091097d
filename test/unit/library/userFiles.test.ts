import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { readOwnPrinciples, withPrincipleSets } from '../../../server/src/library/ownPrinciples';
import { readUserFile } from '../../../server/src/library/userFiles';
import { defaultOptions } from '../../../server/src/review/options';

const schema = v.strictObject(
  {
    name: v.string('a name'),
    kinds: v.optional(v.array(v.picklist(['fix', 'impact'], 'fix or impact'), 'a list of kinds')),
  },
  'a name with kinds',
);

/** What was read, and each problem as "line: text that is marked: message". */
function read(text: string): { values: unknown[]; problems: string[] } {
  const { entries, problems } = readUserFile(text, schema, 'a thing');
  return {
    values: entries.map(({ value }) => value),
    problems: problems.map(
      ({ line, span, message }) => `${line}: ${text.slice(span.start, span.end)}: ${message}`,
    ),
  };
}

describe('a file of the user’s', () => {
  it.each<[string, string, unknown[], string[]]>([
    ['an empty file', '', [], []],
    ['comments alone', '# to be done\n', [], []],
    ['a list', '- name: a\n- name: b\n  kinds: [fix]\n', [{ name: 'a' }, { name: 'b', kinds: ['fix'] }], []],
    ['a single entry without a list', 'name: a\n', [{ name: 'a' }], []],
    ['Windows line ends', '- name: a\r\n- name: b\r\n', [{ name: 'a' }, { name: 'b' }], []],
    [
      'a key that is not known is left out',
      '- name: a\n  kind: [fix]\n',
      [{ name: 'a' }],
      ['2: kind: “kind” is not a key of a thing. Did you mean “kinds”?'],
    ],
    [
      'an item that does not fit is left out',
      '- name: a\n  kinds: [fixx, impact]\n',
      [{ name: 'a', kinds: ['impact'] }],
      ['2: fixx: An item of “kinds” must be fix or impact. Did you mean “fix”?'],
    ],
    [
      'an entry without what it needs is left out, and no other',
      '- kinds: [fix]\n- name: b\n',
      [{ name: 'b' }],
      ['1: kinds: [fix]: “name” is missing in a thing: add it.'],
    ],
    [
      'a value of the wrong type',
      '- name: b\n  kinds: fix\n',
      [],
      ['2: fix: “kinds” must be a list of kinds.'],
    ],
    ['an entry of the wrong type', '- 7\n', [], ['1: 7: A thing must be a name with kinds.']],
    ['no list at all', 'hello\n', [], ['1: hello: This file must be a list: begin a thing with “- ”.']],
  ])('%s', (_, text, values, problems) => {
    expect(read(text)).toEqual({ values, problems });
  });

  it('says where YAML does not parse', () => {
    const { values, problems } = read('- name: "a\n- name: b\n');
    expect(values).toEqual([]);
    expect(problems[0]).toMatch(/^\d: .*This YAML does not parse: /s);
  });

  it('says so where YAML refers to what is not there', () => {
    expect(read('- name: *nowhere\n').problems.length).toBeGreaterThan(0);
  });

  it('never throws, and marks places within the file', () => {
    const line = fc.constantFrom('- name: a', '  kinds: [fix, x]', '  kinds:', '    - impact', '- 3', '-', '&a [*a]', '? [', '\t', 'é: “', '- name: {a: 1}'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        for (const { span } of readUserFile(text, schema, 'a thing').problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }),
    );
  });
});

describe('principles of one’s own', () => {
  const file = `- company: Initech
  title: House rules
  source: the handbook, page 4
  asOf: 2026
  firstHand: true
  principles:
    - Dive Deep
    - name: Keep it running
      meaning: First the lights, then the cause.
      aliases: [Lights On]
      evidence: [mitigation, impact, communication, metric, fix]
    - name: Write it down
      evidence: { prevention: 3, reflection: 1 }
    - name: Be kind
`;

  it('are read with their source and date, and with the evidence that proves them', () => {
    const { entries, problems } = readOwnPrinciples(file);
    expect(problems).toEqual([]);
    const [{ value }] = entries as [(typeof entries)[number]];
    expect(value).toMatchObject({
      company: 'Initech',
      title: 'House rules',
      source: 'the handbook, page 4',
      asOf: '2026',
      firstHand: true,
    });
    expect(value.principles.map(({ id, evidence }) => [id, evidence])).toEqual([
      // Proved as the principle of that name that we know.
      ['initech/dive-deep', { diagnosis: 3, 'root-cause': 3, validation: 2, metric: 1 }],
      // In the order of the list: two carry it, two support it.
      ['initech/keep-it-running', { mitigation: 3, impact: 3, communication: 2, metric: 2, fix: 1 }],
      ['initech/write-it-down', { prevention: 3, reflection: 1 }],
      ['initech/be-kind', {}],
    ]);
  });

  it('lose a principle to a mistake in it, and not the set', () => {
    const { entries, problems } = readOwnPrinciples(
      'company: Initech\nprinciples:\n  - name: 3\n  - name: Be kind\n    evidence: { kindness: 2 }\n',
    );
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '3: “name” must be the name of a principle.',
      expect.stringMatching(/^5: “kindness” must be one of impact, /),
    ]);
    expect(entries[0]?.value.principles).toMatchObject([{ name: 'Be kind', evidence: {} }]);
  });

  it('are known values of the front matter, with their company', () => {
    const sets = readOwnPrinciples(file).entries.map(({ value }) => value);
    const options = withPrincipleSets({ ...defaultOptions, knownPrinciples: ['Mine'] }, sets);
    expect(options.knownPrinciples).toEqual([
      'Mine',
      'Dive Deep',
      'Keep it running',
      'lights on',
      'Write it down',
      'Be kind',
    ]);
    expect(options.knownCompanies).toEqual(['Initech']);
  });
});
