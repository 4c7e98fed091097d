import { isMap, isScalar, isSeq, parseDocument, type Node, type Scalar } from 'yaml';
import { normalisedName } from '../rubric/principles';
import type { Edit } from '../text/edit';

/**
 * The edits that give a principle another name where the user defines it, in their file of principle sets; none where they do not. A file
 * that does not parse is left alone, and says so itself.
 */
export function renameOwnPrinciple(text: string, name: string, newName: string): Edit[] {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0) return [];
  const sets = isSeq(document.contents) ? (document.contents.items as Node[]) : [document.contents];
  return sets
    .flatMap((set) => (isMap(set) ? [set.get('principles', true) as unknown] : []))
    .flatMap((list) => (isSeq(list) ? (list.items as Node[]) : []))
    .map((item) => (isMap(item) ? (item.get('name', true) as unknown) : item))
    .filter(
      (node): node is Scalar => isScalar(node) && normalisedName(String(node.value)) === normalisedName(name),
    )
    .flatMap(({ range }) => {
      if (!range) return [];
      const source = text.slice(range[0], range[1]);
      // Quotes are right in any list, whatever the new name holds.
      const insert = source.startsWith("'") ? `'${newName.replaceAll("'", "''")}'` : JSON.stringify(newName);
      return [{ span: { start: range[0], end: range[1] }, insert }];
    });
}
