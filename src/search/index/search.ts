import type { Nearby, SearchAnswer } from '../ranking/answer.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { Query } from '../query/query.ts';
import { DamagedIndex } from './codec/entries.ts';
import { evaluateLikeliest } from './evaluate-likeliest.ts';
import { mayHaveNearby, nearbyAnswer } from './nearby-words.ts';
import { result } from './request.ts';
import { SearchRun, type SearchOptions } from './search-run.ts';
import { readState, type FreshRow, type IndexState } from './state.ts';
import { TermReader } from './term-reader.ts';
import { searchUnindexed } from './unindexed.ts';

const stores = ['clips', 'bodies', 'searchState', 'searchDocs', 'searchFresh', 'searchBlocks'];
/** Where highlights are searched as well. */
const storesOf = ({ scopes }: Query) => (scopes.includes('highlights') ? [...stores, 'highlights'] : stores);

interface OpenIndex {
  readonly state: IndexState;
  readonly reader: TermReader;
}

async function openIndex(transaction: IDBTransaction): Promise<OpenIndex | null> {
  const [state, fresh] = await Promise.all([
    readState(transaction),
    result<FreshRow[]>(transaction.objectStore('searchFresh').getAll()),
  ]);
  return state === null ? null : { state, reader: new TermReader(transaction, state, fresh) };
}

async function answer(
  transaction: IDBTransaction,
  query: Query,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const index = await openIndex(transaction);
  options.signal?.throwIfAborted();
  if (index === null) return await searchUnindexed(transaction, query, options, null);
  const { state, reader } = index;
  const { read, evaluated } = await evaluateLikeliest(reader, query);
  options.signal?.throwIfAborted();
  const found = await new SearchRun(reader, read.query, evaluated, options).find();
  const { corrections } = evaluated;
  const whole: SearchAnswer = {
    ...found,
    query,
    corrections,
    dashes: read.dashes,
    partial: evaluated.partial || found.missing.length > 0,
    index: 'ready',
  };
  return state.rebuiltTo === null ? whole : await searchUnindexed(transaction, query, options, whole);
}

/** Answers a query, ranked, from the library. Never throws for what is in the query; rejects when aborted. */
export async function search(
  database: IDBDatabase,
  text: string,
  options: SearchOptions,
): Promise<SearchAnswer> {
  options.signal?.throwIfAborted();
  const query = parseQuery(text, options.now);
  try {
    return await answer(database.transaction(storesOf(query), 'readonly'), query, options);
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    return await searchUnindexed(database.transaction(storesOf(query), 'readonly'), query, options, null);
  }
}

/**
 * For an answer of a few clips that is right as it stands: what it would find if a rare word of it were a common one much
 * like it; null where there is none. Asked when the answer is shown, which does not wait for it. Rejects as `search` does,
 * and where the index is damaged.
 */
export async function searchNearby(
  database: IDBDatabase,
  answered: SearchAnswer,
  options: SearchOptions,
): Promise<Nearby | null> {
  if (!mayHaveNearby(answered)) return null;
  const { query, hits } = answered;
  const index = await openIndex(database.transaction(storesOf(query), 'readonly'));
  options.signal?.throwIfAborted();
  if (index === null) return null;
  const { read, evaluated } = await evaluateLikeliest(index.reader, query);
  options.signal?.throwIfAborted();
  return await nearbyAnswer(index.reader, read.query, evaluated, hits, options);
}
