/** The tags of a table's cell: `["a","b"]`, `['a', 'b']`, `[a, b]` or `a, b`. */
export function listOf(text: string): string[] {
  const inner = text.trim().replace(/^\[/, '').replace(/\]$/, '');
  const quoted = [...inner.matchAll(/(?<!\\)"((?:[^"\\]|\\[^])*)"|(?<!\\)'((?:[^'\\]|\\[^])*)'/g)];
  if (inner === text.trim() || quoted.length === 0) return inner.split(/[,;|]/);
  return quoted.map(([, double, single]) => (double ?? single ?? '').replaceAll(/\\(.)/g, '$1'));
}
