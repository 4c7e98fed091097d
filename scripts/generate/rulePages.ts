import {
  missingRuleIds,
  phrasingRuleIds,
  structureRuleIds,
  upkeepRuleIds,
  type RuleId,
} from '../../server/src/rubric/ids';
import { sections } from '../../server/src/rubric/sections';
import { phrasingRules, ruleText, structureRules } from '../../server/src/rules';
import type { PhrasingRule, Seed, StructureRule } from '../../server/src/rules/rule';
import { describedRuleIds, severityNote, severityWord } from './describedRules';

/** What the documents are called from which the rules come. */
const seedNames: Readonly<Record<Seed, string>> = {
  '000': '000 “Unexpected Downtime”',
  '001': '001 “Technical Decision that Caused an Incident”',
  '002': '002 “Diving Deep”',
  '003': '003 “Production Outage Handling”',
  '004': '004 “Failed Fast”',
  delivery: 'the craft of saying an answer aloud',
  use: 'what work with story files asks for',
};

const groups: readonly { title: string; note: string; ids: readonly RuleId[] }[] = [
  { title: 'Wording', note: 'These read one sentence at a time.', ids: phrasingRuleIds },
  {
    title: 'The whole story',
    note: 'These look at sections, spoken time, order and figures.',
    ids: structureRuleIds,
  },
  {
    title: 'Evidence',
    note: 'Each asks for one kind of evidence, where the target level or company does. The severity is that for the level `sde2` without a company.',
    ids: missingRuleIds,
  },
  {
    title: 'Upkeep',
    note: 'These are about the file rather than the story that it tells.',
    ids: upkeepRuleIds,
  },
];

/** The overview of all rules, docs/rules/README.md. */
export function rulesOverview(): string {
  const tables = groups.map(({ title, note, ids }) =>
    [
      `## ${title}`,
      note,
      [
        '| rule | finds | severity |',
        '|---|---|---|',
        ...ids
          .filter((id) => describedRuleIds.includes(id))
          .map((id) => `| [\`${id}\`](${id}.md) | ${cell(ruleText(id).summary)} | ${severityWord(id)} |`),
      ].join('\n'),
    ].join('\n\n'),
  );
  return page([
    '# Rules',
    'Every finding carries the id of its rule. The id is what settings, suppression comments and the command line take; it never changes.',
    ...tables,
  ]);
}

/** The page of one rule, docs/rules/<id>.md. */
export function rulePage(id: RuleId): string {
  const { title, summary, why, advice, source } = ruleText(id);
  const phrasing = phrasingRules.find((rule) => rule.id === id);
  const structure = structureRules.find((rule) => rule.id === id);
  return page([
    `# ${title} (\`${id}\`)`,
    summary,
    `**Why it matters.** ${why}`,
    `**What to do.** ${advice}`,
    `**Severity.** ${sentence(severityNote(id))}${phrasing?.sections ? ` It looks only at ${phrasing.sections.map((kind) => sections[kind].name).join(', ')}.` : ''}`,
    ...(phrasing ? phrasingExamples(phrasing) : structure ? structureExamples(structure) : []),
    ...turnOff(id),
    ...(source.length > 0
      ? ['## Source', `This rule comes from ${source.map((seed) => seedNames[seed]).join(', ')}.`]
      : []),
    '[All rules](README.md)',
  ]);
}

function phrasingExamples({ examples: { weak, strong } }: PhrasingRule): string[] {
  return [
    ...(weak.length > 0 ? ['## It marks', weak.map(weakExample).join('\n\n')] : []),
    ...(strong.length > 0
      ? ['## It leaves alone', strong.map(({ text }) => `- ${inline(text)}`).join('\n')]
      : []),
  ];
}

function weakExample({ text, rewritten }: PhrasingRule['examples']['weak'][number]): string {
  const marked = inline(text).replace('«', '**').replace('»', '**');
  return rewritten === undefined ? `- ${marked}` : `- ${marked}\n\n  Stronger: ${inline(rewritten)}`;
}

function structureExamples({ examples: { weak, strong } }: StructureRule): string[] {
  return [...storyExample('It marks', weak), ...storyExample('It leaves alone', strong)];
}

/** Examples of whole stories are written as blocks; one that is long by design tells nothing more by its length. */
function storyExample(title: string, stories: readonly string[]): string[] {
  const shown = stories.filter((story) => story.length <= 600);
  return shown.length === 0
    ? []
    : [`## ${title}`, ...shown.map((story) => `\`\`\`\`markdown\n${story.trimEnd()}\n\`\`\`\``)];
}

function turnOff(id: RuleId): string[] {
  return [
    '## How to turn it off',
    'For one paragraph or list item, in a comment above it, or at the end of the line:',
    fenced('markdown', `<!-- star-ignore ${id} -->`),
    'For a part of the story:',
    fenced('markdown', `<!-- star-ignore-start ${id} -->\n…\n<!-- star-ignore-end -->`),
    'For the whole file, in its front matter:',
    fenced('yaml', `ignore: [${id}]`),
    'Everywhere, in the settings of the editor, or in `.vscode/settings.json`, which the command line reads too:',
    fenced('json', `"starStories.rules": { "${id}": "off" }`),
    'In place of `off` the setting takes `hint`, `information`, `warning` and `error`.',
  ];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** Text of an example as Markdown shows it unchanged. */
function inline(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[*_`<[\]\\]/g, '\\$&');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function page(paragraphs: readonly string[]): string {
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
