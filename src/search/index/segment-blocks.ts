import { partsOf, type Block } from './codec/blocks.ts';
import { result, writeEach } from './request.ts';

/** Sorts after every term. */
const afterAll = '\uffff\uffff';

export function blockStore(transaction: IDBTransaction): IDBObjectStore {
  return transaction.objectStore('searchBlocks');
}

/** Keys of a segment's blocks whose last term is not before `term`. */
export function blocksFrom(segment: number, term: string): IDBKeyRange {
  return IDBKeyRange.bound([segment, term], [segment, afterAll]);
}

/** Keys of a segment's blocks whose last term is after `term`. */
function blocksAfter(segment: number, term: string): IDBKeyRange {
  return IDBKeyRange.bound([segment, term, []], [segment, afterAll]);
}

export function allBlocks(segment: number): IDBKeyRange {
  return IDBKeyRange.bound([segment], [segment, afterAll]);
}

export async function putBlocks(transaction: IDBTransaction, blocks: readonly Block[]): Promise<void> {
  const store = blockStore(transaction);
  await writeEach(blocks, ({ key, bytes }) => store.put(bytes, key));
}

export interface BlockRun {
  readonly blocks: readonly Uint8Array[];
  /** Last term that these blocks hold whole; null where they reach the segment's end. */
  readonly upTo: string | null;
}

function termOfKey(key: IDBValidKey | undefined): string {
  const term: unknown = Array.isArray(key) ? key[1] : undefined;
  return typeof term === 'string' ? term : '';
}

/** The next blocks of a segment after a term, at most `count`, but a long entry's parts always all. */
export async function readAfter(
  transaction: IDBTransaction,
  segment: number,
  after: string,
  count: number,
): Promise<BlockRun> {
  const store = blockStore(transaction);
  const range = after === '' ? allBlocks(segment) : blocksAfter(segment, after);
  const [keys, blocks] = await Promise.all([
    result(store.getAllKeys(range, count)),
    result<Uint8Array[]>(store.getAll(range, count)),
  ]);
  if (blocks.length < count) return { blocks, upTo: null };
  const last = termOfKey(keys.at(-1));
  const loaded = keys.filter((key) => termOfKey(key) === last).length;
  const lastBlock = blocks.at(-1);
  if (lastBlock === undefined || partsOf(lastBlock) <= loaded) return { blocks, upTo: last };
  const rest = await result<Uint8Array[]>(
    store.getAll(IDBKeyRange.bound([segment, last, loaded], [segment, last, []])),
  );
  return { blocks: [...blocks, ...rest], upTo: last };
}
