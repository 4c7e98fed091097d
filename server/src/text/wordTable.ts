/**
 * A table to look words up in that holds nothing but its entries: "constructor" is a word of stories, and something that every plain object
 * has.
 */
export function wordTable<Value>(entries: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null) as Record<string, Value>, entries);
}
