import type { NodeResults, Results } from './main';
import type { OutlineFigures } from './outline';
import type { Summary } from './statistics';

/** The results as Markdown. */
export function printTables(results: Results, ours: string): string {
  const lines = [
    `${results.date}, ${results.machine}, load ${results.load.map((load) => load.toFixed(1)).join(' to ')}`,
    ...Object.entries(results.nodes).flatMap(([version, node]) => nodeTables(version, node, ours)),
    ...editorTable(results),
    ...libraryTable(results),
    ...outlineTable(results),
  ];
  return `${lines.join('\n')}\n`;
}

function nodeTables(version: string, { measured, first, library }: NodeResults, ours: string): string[] {
  const sizes = Object.keys(measured[ours]?.edits ?? {}).map(Number);
  const own = measured[ours];
  const seconds = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(1));
  const rows = Object.entries(measured).map(([name, { edits, unseen }]) => [
    name,
    ...sizes.map((size) => both(edits[size])),
    ratio(edits[600], own?.edits[600]),
    both(unseen[600]),
    first[name] === undefined ? '' : first[name].toFixed(0),
    seconds(library[name]),
  ]);
  const head = [
    `Node ${version}`,
    ...sizes.map((size) => `edit, ${size} words`),
    'ratio at 600',
    'new, 600 words',
    'process start to first',
    '1,000 stories, s',
  ];
  return [
    '',
    ...table(head, rows),
    ...(own?.longSentence && own.menu
      ? ['', `${ours}: a long sentence edited ${both(own.longSentence)}; quick-fix menu ${both(own.menu)}`]
      : []),
  ];
}

function editorTable({ editor }: Results): string[] {
  if (!editor) return [];
  const { activation, activationInEditor, first, piped, library, memory } = editor;
  const rows = [
    ['the extension loaded and activated, in plain Node', both(activation)],
    ['the same in an extension host', both(activationInEditor)],
    ['server process start to first diagnostics, 600 words', both(first)],
    ...Object.entries(piped).map(([words, summary]) => [
      `one sentence edited, ${words} words, over pipes`,
      both(summary),
    ]),
    ['2,000 new stories until the tree is complete', library.cold.listed.toFixed(0)],
    ['until all of them are reviewed', library.cold.reviewed.toFixed(0)],
    ['the same stories again, until the tree is complete', library.warm.listed.toFixed(0)],
    ['one sentence edited while stories are reviewed, over pipes', both(library.cold.typing)],
    ['memory in an hour of typing in 20 stories, MB', memory.map((value) => value.toFixed(0)).join(', ')],
  ];
  return ['', ...table(['the server as a process', 'ms: median / p95'], rows)];
}

function libraryTable({ library }: Results): string[] {
  if (!library) return [];
  const rows = Object.entries(library).map(([count, { cold, warm, memory }]) => [
    count,
    cold.toFixed(1),
    warm.toFixed(2),
    ((warm * 1000) / Number(count)).toFixed(2),
    memory.toFixed(0),
  ]);
  return [
    '',
    ...table(
      ['stories, command line', 'new, s', 'unchanged, s', 'unchanged, ms a story', 'memory, MB'],
      rows,
    ),
  ];
}

function outlineTable({ outline }: Results): string[] {
  if (!outline) return [];
  const figures = Object.values(outline);
  const row = (name: string, of: (figures: OutlineFigures) => Summary | undefined): string[] => [
    name,
    ...figures.map((one) => both(of(one))),
  ];
  const rows = [
    ...Object.keys(figures[0]?.opened ?? {}).map((grouping) =>
      row(`first lines and largest group, by ${grouping}`, ({ opened }) => opened[grouping]),
    ),
    row('a letter more in the filter, all groups open', ({ filtered }) => filtered),
    row('another order, no groups', ({ sorted }) => sorted),
    row('one story changed and moved, all groups open', ({ changed }) => changed),
    ['all summaries, KB', ...figures.map(({ traffic }) => traffic.toFixed(0))],
  ];
  const head = Object.keys(outline).map((count) => `${count} stories`);
  return ['', ...table(['the tree, ms: median / p95', ...head], rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)];
}

function both(summary: Summary | undefined): string {
  return summary ? `${summary.median.toFixed(2)} / ${summary.p95.toFixed(2)}` : '';
}

function ratio(summary: Summary | undefined, own: Summary | undefined): string {
  return summary && own
    ? `${(summary.median / own.median).toFixed(1)} / ${(summary.p95 / own.p95).toFixed(1)}`
    : '';
}
