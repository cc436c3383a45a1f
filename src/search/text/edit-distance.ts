/**
 * Edits (insertion, deletion, substitution, transposition of neighbours) that make `typed` into `word`, or into a
 * beginning of it if `prefix`; `most` + 1 if more than `most`. Optimal string alignment.
 */
export function editDistance(typed: string, word: string, most: number, prefix = false): number {
  const width = prefix ? Math.min(word.length, typed.length + most) : word.length;
  if (Math.abs(width - typed.length) > most && !(prefix && width > typed.length)) return most + 1;
  let older = new Uint8Array(width + 1);
  let old = Uint8Array.from({ length: width + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = new Uint8Array(width + 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= width; j += 1) {
      const same = typed[i - 1] === word[j - 1];
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (swapped) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    older = old;
    old = row;
  }
  const distance = prefix ? Math.min(...old.subarray(Math.max(0, typed.length - most))) : (old[width] ?? 0);
  return Math.min(distance, most + 1);
}

/** How many typos a word of so many letters may hold. */
export function typosAllowed(length: number): number {
  if (length >= 9) return 2;
  return length >= 5 ? 1 : 0;
}
