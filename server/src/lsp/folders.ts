/** The innermost of the folders that a resource is in, or is itself; undefined where it is in none of them. All are URIs. */
export function folderHolding(uri: string, folders: readonly string[]): string | undefined {
  return folders
    .filter((folder) => withSlash(uri).startsWith(withSlash(folder)))
    .sort((a, b) => b.length - a.length)[0];
}

/** So that `stories` does not hold what is in `stories-old`. */
function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
