import type { Span } from '../../server/src/text/span';

/**
 * Finds the labelled sentences of a story one after the other, with no regard to white space and emphasis marks: where each stands in
 * `source`, in UTF-16 offsets. Throws an error with the story's name where one is not there.
 */
export function createFinder({ source, name }: { source: string; name: string }): (text: string) => Span {
  const squeezed = squeeze(source);
  let from = 0;
  return (text) => {
    const key = squeeze(text).text;
    let index = squeezed.text.indexOf(key, from);
    if (index < 0) index = squeezed.text.indexOf(key);
    if (index < 0) throw new Error(`${name}: the labelled sentence is not in the story: ${text}`);
    from = index + key.length;
    return { start: squeezed.at[index]!, end: squeezed.at[from - 1]! + 1 };
  };
}

function squeeze(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  let squeezed = '';
  for (let index = 0; index < text.length; index++) {
    if (/[\s*_`>]/.test(text[index]!)) continue;
    squeezed += text[index]!;
    at.push(index);
  }
  return { text: squeezed, at };
}
