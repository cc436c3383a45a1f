/**
 * Whether two values of plain data, maps among it, say the same: as if both were written as JSON with all keys in order, and without
 * writing them. What is undefined is as what is not there.
 */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Map) return b instanceof Map && isSameMap(a, b);
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSameValue(item, b[index]));
  return !(b instanceof Map) && !Array.isArray(b) && isSameObject({ ...a }, { ...b });
}

function isSameMap(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !isSameValue(value, b.get(key))) return false;
  return true;
}

function isSameObject(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  for (const [key, value] of Object.entries(a)) if (!isSameValue(value, b[key])) return false;
  for (const [key, value] of Object.entries(b)) if (value !== undefined && a[key] === undefined) return false;
  return true;
}
