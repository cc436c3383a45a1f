/** A folder, list or notebook that knows its parent by its id. */
export interface Named {
  readonly id: string | number;
  readonly name: string;
  readonly parentId: string | number | null;
}

/** Names from the outermost to this one. One that is its own ancestor ends the path. A `/` in a name is no level. */
export function pathOf(byId: ReadonlyMap<string, Named>, id: string): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at);) {
    seen.add(at);
    const named = byId.get(at);
    if (named === undefined) break;
    path.unshift(named.name.replaceAll('/', ' '));
    at = named.parentId === null ? null : String(named.parentId);
  }
  return path;
}
