/**
 * The engine's object stores, in Dexie's notation ('' = key given apart). All of them can be dropped and are
 * rebuilt from `clips` and `bodies`.
 */
export const searchStores: Record<string, string> = {
  /** One row, key `index`: which segments there are and what is under way (state.ts). */
  searchState: '',
  /** A small number for each clip, and its place by age: {slot, id, recency}. */
  searchDocs: 'slot, &id, recency',
  /** Level 0: what was written since the last merge, one row per write. */
  searchFresh: 'seq',
  /** Sorted terms with their postings in blocks of about 8 kB, key [segment, last term, part]. */
  searchBlocks: '',
};

export const searchStoreNames = Object.keys(searchStores);

/** Written into the index; an index of another version is rebuilt. Raise it whenever terms or formats change. */
export const indexVersion = 5;
