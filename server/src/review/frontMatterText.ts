/** A text as a YAML value: as it is where that says the same, else in quotes. */
export function quoted(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N} ,.’()/-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(text) &&
    !/\s$/.test(text);
  return isPlain ? text : JSON.stringify(text);
}
