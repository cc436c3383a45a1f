import type { SearchAnswer } from '../ranking/answer.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { Query } from '../query/query.ts';
import { DamagedIndex } from './codec/entries.ts';
import { evaluateLikeliest } from './evaluate-likeliest.ts';
import { nearbyAnswer } from './nearby-words.ts';
import { result } from './request.ts';
import { SearchRun, type SearchOptions } from './search-run.ts';
import { readState, type FreshRow } from './state.ts';
import { TermReader } from './term-reader.ts';
import { searchUnindexed } from './unindexed.ts';

const stores = ['clips', 'bodies', 'searchState', 'searchDocs', 'searchFresh', 'searchBlocks'];
/** Where highlights are searched as well. */
const storesOf = ({ scopes }: Query) => (scopes.includes('highlights') ? [...stores, 'highlights'] : stores);

async function answer(
  transaction: IDBTransaction,
  query: Query,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const [state, fresh] = await Promise.all([
    readState(transaction),
    result<FreshRow[]>(transaction.objectStore('searchFresh').getAll()),
  ]);
  options.signal?.throwIfAborted();
  if (state === null) return await searchUnindexed(transaction, query, options, null);
  const reader = new TermReader(transaction, state, fresh);
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
    nearby: await nearbyAnswer(reader, read.query, evaluated, found, options),
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
