const writes = ['put', 'add'] as const;

/** Has IndexedDB itself, below Dexie, ask before each row is written; returns what ends that. */
function askBeforeRows(mayWrite: (table: string) => boolean): () => void {
  const originals = writes.map((name) => [name, Reflect.get(IDBObjectStore.prototype, name)] as const);
  for (const [name, original] of originals) {
    IDBObjectStore.prototype[name] = function ask(this: IDBObjectStore, ...row: Parameters<typeof original>) {
      if (!mayWrite(this.name)) throw new DOMException('no room', 'QuotaExceededError');
      return original.apply(this, row);
    };
  }
  return () => {
    for (const [name, original] of originals) IDBObjectStore.prototype[name] = original;
  };
}

/** Makes the disk full for these tables, as browsers do. Returns what makes room again. */
export function fillStore(tables: readonly string[]): () => void {
  return askBeforeRows((table) => !tables.includes(table));
}

/** Makes the disk full after so many more rows. */
export function fillStoreAfter(rows: number): () => void {
  let left = rows;
  return askBeforeRows(() => {
    left -= 1;
    return left >= 0;
  });
}
