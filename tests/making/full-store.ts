/**
 * Makes the disk full for these tables: below Dexie, IndexedDB itself refuses their rows as browsers do. Returns what makes
 * room again.
 */
export function fillStore(tables: readonly string[]): () => void {
  const put = Reflect.get(IDBObjectStore.prototype, 'put');
  IDBObjectStore.prototype.put = function refuse(this: IDBObjectStore, ...row: Parameters<typeof put>) {
    if (tables.includes(this.name)) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, row);
  };
  return () => {
    IDBObjectStore.prototype.put = put;
  };
}
