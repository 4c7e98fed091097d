/** What a new story starts from. */
export interface StoryStart {
  readonly title: string;
  /** Put first among the choices where it is set. */
  readonly level: string;
  /** Stands where the snippet leaves its place empty, selected so that typing replaces it. */
  readonly company: string;
}

/** The whole-story snippet with what is known filled in; the rest stays as tab stops. */
export function fillTemplate(snippet: string, { title, level, company }: StoryStart): string {
  const lines = snippet.split('\n').map((line) => {
    if (line.startsWith('title:')) return `title: ${escapeSnippet(JSON.stringify(title))}`;
    if (line.startsWith('level:')) return preferChoice(line, level);
    if (line.startsWith('company:'))
      return company === ''
        ? line
        : line.replace(/\$\{(\d+):\}$/, (_, stop: string) => `\${${stop}:${escapeSnippet(company)}}`);
    return line;
  });
  return lines.join('\n');
}

/** Puts one value of a choice such as `${2|a,b,c|}` first, so that it is what stands there when nothing is chosen. */
function preferChoice(line: string, value: string): string {
  return line.replace(/\|([^|]+)\|/, (whole, list: string) => {
    const values = list.split(',');
    if (!values.includes(value)) return whole;
    return `|${[value, ...values.filter((other) => other !== value)].join(',')}|`;
  });
}

/** A template of the user's own as a snippet: its holes are tab stops, and its title is the story's. */
export function templateSnippet(template: string, title: string): string {
  const text = template.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const line = `title: ${JSON.stringify(title)}`;
  const frontMatter = /^---[ \t]*\n([^]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  const titled = !frontMatter
    ? `---\n${line}\n---\n\n${text}`
    : /^title:.*$/m.test(frontMatter[1]!)
      ? text.replace(/^title:.*$/m, () => line)
      : text.replace(/^---[ \t]*\n/, () => `---\n${line}\n`);
  let stop = 0;
  return titled
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, index) => (index % 2 === 1 ? `\${${++stop}:${escapeSnippet(part)}}` : escapeSnippet(part)))
    .join('');
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A title as a file name without an ending: "Retry storm, at last!" is "retry-storm-at-last". Never empty. */
export function fileNameOf(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return name === '' ? 'story' : name;
}
