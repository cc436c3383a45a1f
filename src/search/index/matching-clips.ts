import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { parseQuery } from '../query/parse-query.ts';
import { evaluateLikeliest } from './evaluate-likeliest.ts';
import type { Evaluated } from './evaluate-query.ts';
import { passesFilters } from './search-run.ts';
import { allowsText, prepareRerank } from './rerank.ts';
import { withHighlightedText } from './candidates.ts';
import { ClipText } from './clip-text.ts';
import { result } from './request.ts';
import { readState, type DocRow, type FreshRow } from './state.ts';
import { TermReader } from './term-reader.ts';

export interface MatchOptions {
  /** Epoch milliseconds: for dates in the query. */
  readonly now: number;
  /** The clips of which it is asked; all where it is missing. */
  readonly only?: readonly ClipId[];
}

/** With more than this all rows are read in one go. */
const manyRows = 300;
/** Texts in memory at a time. */
const readAtOnce = 50;

/**
 * The clips that hold all that the query asks for, as it says it: its last word is finished, nothing is corrected, no
 * clip counts that holds only a part, and none of the trash unless it is asked for. Unlike `search`, for what acts on
 * clips or counts them. Null while the index does not cover the library. Runs within a transaction of any mode.
 */
export async function matchingClips(
  transaction: IDBTransaction,
  text: string,
  { now, only }: MatchOptions,
): Promise<ReadonlySet<ClipId> | null> {
  const [state, fresh] = await Promise.all([
    readState(transaction),
    result<FreshRow[]>(transaction.objectStore('searchFresh').getAll()),
  ]);
  if (state === null || state.rebuiltTo !== null) return null;
  const query = parseQuery(`${text.trim()} `, now);
  // Nothing but an order or a scope names no clips.
  if (query.groups.length === 0) return new Set();
  const reader = new TermReader(transaction, state, fresh);
  const { read, evaluated } = await evaluateLikeliest(reader, query, true);
  const inHighlights = read.query.scopes.includes('highlights');
  const verifies = inHighlights || evaluated.required.length > 0 || evaluated.forbidden.length > 0;
  const context = prepareRerank(read.query, evaluated, now);
  const rows = await rowsOf(transaction, evaluated, only);
  // Words alone are decided by the index.
  if (!verifies && read.query.groups.every(({ items }) => items.every(({ kind }) => kind !== 'filter'))) {
    return new Set(rows.map(({ id }) => id));
  }
  const fits = async ({ slot, id }: DocRow): Promise<boolean> => {
    const [clip, body] = await Promise.all([
      result<Clip | undefined>(transaction.objectStore('clips').get(id)),
      verifies ? result<ClipBody | undefined>(transaction.objectStore('bodies').get(id)) : undefined,
    ]);
    if (clip === undefined || !passesFilters(read.query, clip)) return false;
    if (!verifies) return true;
    const candidate = { slot, clip, text: new ClipText(body?.blocks ?? []) };
    return allowsText(context, inHighlights ? await withHighlightedText(transaction, candidate) : candidate);
  };
  const found = new Set<ClipId>();
  for (let from = 0; from < rows.length; from += readAtOnce) {
    const some = rows.slice(from, from + readAtOnce);
    const fitting = await Promise.all(some.map(fits));
    for (const [index, { id }] of some.entries()) if (fitting[index] === true) found.add(id);
  }
  return found;
}

/** The index's rows of what matches by the index. */
async function rowsOf(
  transaction: IDBTransaction,
  { matches, without }: Evaluated,
  only: readonly ClipId[] | undefined,
): Promise<readonly DocRow[]> {
  const docs = transaction.objectStore('searchDocs');
  const left = new Set(without.slots);
  const among = matches === null ? null : new Set(matches.slots);
  const fits = (row: DocRow | undefined): row is DocRow =>
    row !== undefined && !left.has(row.slot) && (among === null || among.has(row.slot));
  if (only !== undefined) {
    const byId = docs.index('id');
    const rows = await Promise.all(only.map((id) => result<DocRow | undefined>(byId.get(id))));
    return rows.filter(fits);
  }
  if (among !== null && among.size < manyRows) {
    const rows = await Promise.all([...among].map((slot) => result<DocRow | undefined>(docs.get(slot))));
    return rows.filter(fits);
  }
  return (await result<DocRow[]>(docs.getAll())).filter(fits);
}
