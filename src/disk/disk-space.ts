/** Bytes that may still be written, as the browser counts them; Infinity where it does not say. */
export async function diskSpaceLeft(): Promise<number> {
  try {
    const { quota, usage = 0 } = await navigator.storage.estimate();
    return quota === undefined ? Infinity : quota - usage;
  } catch {
    // A browser that cannot look says so at the write itself.
    return Infinity;
  }
}

/**
 * Bytes that a write has to find, many times what it takes. Chromium's store under IndexedDB (LevelDB) may be left with half
 * a record where the disk is full to its last byte, and what is written after that, on a disk with room again, makes the
 * browser take the whole store for damaged when it next starts, and delete it (docs/durability.md). So we stop before.
 */
export const reserves = { text: 32_000_000, small: 8_000_000 } as const;

/** For how long much room is taken to stay, in ms; how much that is, in bytes. */
const trusted = { for: 60_000, from: 1_000_000_000 };
const lookedAt = new WeakMap<object, number>();

/** Whether a write into this database may begin. Does not look each time where there was plenty. */
export async function hasDiskSpace(database: object, reserve: number): Promise<boolean> {
  if (Date.now() - (lookedAt.get(database) ?? 0) < trusted.for) return true;
  const left = await diskSpaceLeft();
  if (left >= trusted.from) lookedAt.set(database, Date.now());
  return left >= reserve;
}
