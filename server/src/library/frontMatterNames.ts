import { companyOf } from '../rubric/companies';
import { normalisedName, principleOf } from '../rubric/principles';
import { readFrontMatter, type FrontMatter } from '../story/frontMatter';
import type { Story } from '../story/story';
import { applyEdits, type Edit } from '../text/edit';
import { quoted } from '../review/frontMatterText';
import type { Span } from '../text/span';

/** Keys whose values are names that stories share. */
export const nameKeys = ['principles', 'tags', 'company', 'question', 'level', 'status'] as const;
export type NameKey = (typeof nameKeys)[number];

/** One name in the front matter of a story; its span holds its quotes. */
export interface FrontMatterName {
  readonly key: NameKey;
  readonly value: string;
  readonly span: Span;
}

/** The name at an offset of the document; undefined where none stands there. */
export function nameAt({ frontMatter }: Story, offset: number): FrontMatterName | undefined {
  return namesIn(frontMatter).find(({ span }) => span.start <= offset && offset <= span.end);
}

function namesIn({ entries }: FrontMatter): FrontMatterName[] {
  return entries.flatMap(({ key, items }) =>
    isNameKey(key) ? items.map(({ value, span }) => ({ key, value, span })) : [],
  );
}

function isNameKey(key: string): key is NameKey {
  return (nameKeys as readonly string[]).includes(key);
}

/** What two names have in common if they mean the same: a principle's aliases are the principle, and no name minds its case. */
export function meaningOf({ key, value }: Pick<FrontMatterName, 'key' | 'value'>): string {
  const known =
    key === 'principles' ? principleOf(value)?.id : key === 'company' ? companyOf(value) : undefined;
  return `${key} ${known ?? normalisedName(value)}`;
}

/** All places of a story that mean the same as the name. */
export function placesOfName({ frontMatter }: Story, name: Pick<FrontMatterName, 'key' | 'value'>): Span[] {
  const wanted = meaningOf(name);
  return namesIn(frontMatter)
    .filter((other) => meaningOf(other) === wanted)
    .map(({ span }) => span);
}

/** Why a name cannot be renamed, in the user's words; undefined where it can. */
export function refusalToRename({ key }: Pick<FrontMatterName, 'key'>): string | undefined {
  switch (key) {
    case 'principles':
    case 'tags':
      return undefined;
    case 'question':
      return 'A question is text of its story: change it where it stands.';
    default:
      return `“${key}” has fixed values, which cannot be renamed. What can be renamed are principles and tags.`;
  }
}

/** Why a new name is none, in the user's words; undefined where it is one. */
export function problemOfNewName(name: string): string | undefined {
  if (name.trim() === '') return 'A name needs at least one letter.';
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) return 'A name has to fit on one line.';
  return undefined;
}

/**
 * The edits that give a name another wording in one story, or why they cannot be made, in the user's words. Quotes stay as they are, and are
 * added where the new name needs them; nothing else changes. What the story says after them is read again to make sure of that.
 */
export function renameInStory(
  { text, frontMatter }: Story,
  name: Pick<FrontMatterName, 'key' | 'value'>,
  newName: string,
): { readonly edits: readonly Edit[] } | { readonly problem: string } {
  const wanted = meaningOf(name);
  const places = namesIn(frontMatter).filter((other) => meaningOf(other) === wanted);
  const spans = new Set(places.map(({ span }) => span.start));
  const expected = wordings(frontMatter, (value, start) => (spans.has(start) ? newName : value));
  for (const write of [asBefore, JSON.stringify as (name: string) => string]) {
    const edits = places.map(({ span }) => ({
      span,
      insert: write(newName, text.slice(span.start, span.end)),
    }));
    const after = readFrontMatter(applyEdits(text, edits));
    const isSame =
      wordings(after, (value) => value) === expected && after.problems.length === frontMatter.problems.length;
    if (isSame) return { edits };
  }
  return { problem: 'its front matter is written in a way that only you can change' };
}

/** All that the front matter says, with some values replaced. */
function wordings({ entries }: FrontMatter, replaced: (value: string, start: number) => string): string {
  return JSON.stringify(
    entries.map(({ key, items }) => [key, items.map(({ value, span }) => replaced(value, span.start))]),
  );
}

/** In the quotes of the old wording, if it has any. */
function asBefore(name: string, source: string): string {
  if (source.startsWith('"')) return JSON.stringify(name);
  if (source.startsWith("'")) return `'${name.replaceAll("'", "''")}'`;
  return /[,[\]{}]/.test(name) ? JSON.stringify(name) : quoted(name);
}
