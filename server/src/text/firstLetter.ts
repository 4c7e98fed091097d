/** The text with a small first letter, whatever word it begins with: who calls knows that it is no name. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The text with a capital first letter, whatever word it begins with: who calls knows that it has no spelling of its own. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
