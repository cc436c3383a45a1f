import type { Expansion, SearchAnswer, SearchHit } from '../ranking/answer.ts';
import { matchesFilter } from '../query/clip-filter.ts';
import type { Clip } from '../../core/clip/clip.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { Query } from '../query/query.ts';
import { loadCandidates, type Candidate } from './candidates.ts';
import { DamagedIndex } from './codec/entries.ts';
import { evaluateQuery, type Evaluated } from './evaluate-query.ts';
import { rerank, prepareRerank } from './rerank.ts';
import { missingWords, usedExpansions } from './admissions.ts';
import { bestSlots, slotsByAge } from './order.ts';
import { slotsByRow } from './order-by-row.ts';
import { readOptions, type ReadQuery } from './read-options.ts';
import { result } from './request.ts';
import { readState, type FreshRow } from './state.ts';
import { TermReader } from './term-reader.ts';
import { searchUnindexed } from './unindexed.ts';

export interface SearchOptions {
  readonly limit: number;
  /** Epoch milliseconds: for dates in the query and the age of clips. */
  readonly now: number;
  readonly signal?: AbortSignal;
}

const stores = ['clips', 'bodies', 'searchState', 'searchDocs', 'searchFresh', 'searchBlocks'];

/** Candidates whose text is read beyond those asked for, since the text may change their order. */
const spareCandidates = 12;
/** Candidates read at a time, and at most, where a phrase decides. */
const batch = 40;
const mostRead = 400;

/** The clip's own row has the last word on filters that stand alone in their group. */
function passesFilters(query: Query, clip: Clip): boolean {
  return query.groups.every(({ not, items }) => {
    if (items.some((item) => item.kind !== 'filter')) return true;
    return not !== items.some((item) => item.kind === 'filter' && matchesFilter(clip, item.filter));
  });
}

interface Found {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly totalExact: boolean;
  readonly expansions: readonly Expansion[];
  readonly missing: readonly string[];
}

class SearchRun {
  constructor(
    readonly reader: TermReader,
    readonly query: Query,
    readonly evaluated: Evaluated,
    readonly options: SearchOptions,
  ) {}

  /** Whether each candidate's text decides if it is a hit at all. */
  get #verifies(): boolean {
    const { required, forbidden } = this.evaluated;
    return forbidden.length > 0 || required.length > 0;
  }

  async #order(): Promise<readonly number[]> {
    const { evaluated, query, options } = this;
    const { matches, without } = evaluated;
    const count = this.#verifies ? mostRead : options.limit + spareCandidates;
    if (matches !== null && evaluated.words.length > 0 && query.sort === 'relevance') {
      return bestSlots(matches, count);
    }
    const { transaction } = this.reader;
    const { sort } = query;
    if (sort === 'relevance' || sort === 'newest' || sort === 'oldest') {
      return await slotsByAge(transaction, matches, without, sort === 'oldest' ? sort : 'newest', count);
    }
    return await slotsByRow(transaction, matches, without, sort, count);
  }

  #scores(): ReadonlyMap<number, number> {
    const { matches } = this.evaluated;
    const scores = new Map<number, number>();
    matches?.slots.forEach((slot, i) => scores.set(slot, matches.scores[i] ?? 0));
    return scores;
  }

  async find(): Promise<Found> {
    const { options, query, evaluated, reader } = this;
    const slots = await this.#order();
    const rerankContext = prepareRerank(query, evaluated, options.now);
    const scores = this.#scores();
    const hits: (SearchHit & { readonly slot: number })[] = [];
    const texts: Candidate[] = [];
    let read = 0;
    let refused = 0;
    while (read < slots.length && hits.length < options.limit) {
      const some = slots.slice(read, read + (this.#verifies ? batch : options.limit + spareCandidates));
      read += some.length;
      const candidates = await loadCandidates(reader.transaction, some);
      options.signal?.throwIfAborted();
      texts.push(...candidates);
      for (const candidate of candidates) {
        if (!passesFilters(query, candidate.clip)) {
          refused += 1;
          continue;
        }
        const hit = rerank(rerankContext, candidate, scores.get(candidate.slot) ?? 0);
        if (hit !== null) hits.push({ ...hit, slot: candidate.slot });
      }
    }
    if (query.sort === 'relevance' && evaluated.words.length > 0) {
      hits.sort(
        (a, b) => b.score - a.score || b.clip.savedAt - a.clip.savedAt || (a.clip.id < b.clip.id ? -1 : 1),
      );
    }
    const all = evaluated.matches?.slots.length ?? reader.state.docs - evaluated.without.slots.length;
    const known = all - refused;
    const totalExact = (!this.#verifies && refused === 0) || read >= all;
    const shown = hits.slice(0, options.limit);
    return {
      hits: shown.map(({ slot: _slot, ...hit }) => hit),
      total: this.#verifies && totalExact ? hits.length : known,
      totalExact,
      expansions: usedExpansions(evaluated.words, new Set(shown.map(({ slot }) => slot))),
      missing: shown.length === 0 ? [] : missingWords(evaluated.words, rerankContext.seen, texts),
    };
  }
}

/** The first reading of the query that some clip answers as a whole, else the first. */
async function evaluateLikeliest(
  reader: TermReader,
  query: Query,
): Promise<{ readonly read: ReadQuery; readonly evaluated: Evaluated }> {
  const readings = await readOptions(reader, query);
  let first: { readonly read: ReadQuery; readonly evaluated: Evaluated } | null = null;
  for (const read of readings) {
    const evaluated = await evaluateQuery(reader, read.query);
    first ??= { read, evaluated };
    if (!evaluated.partial && evaluated.matches?.slots.length !== 0) return { read, evaluated };
  }
  return first ?? { read: { query, dashes: [] }, evaluated: await evaluateQuery(reader, query) };
}

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
    return await answer(database.transaction(stores, 'readonly'), query, options);
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    return await searchUnindexed(database.transaction(stores, 'readonly'), query, options, null);
  }
}
