import { matchesFilter } from '../query/clip-filter.ts';
import type { Clip } from '../../core/clip/clip.ts';
import type { Query } from '../query/query.ts';
import type { Expansion, SearchHit } from '../ranking/answer.ts';
import { readCandidates, type Candidate } from './candidates.ts';
import type { Evaluated } from './evaluate-query.ts';
import { rerank, prepareRerank } from './rerank.ts';
import { missingWords, usedExpansions } from './admissions.ts';
import { bestSlots, slotsByAge } from './order.ts';
import { slotsByRow } from './order-by-row.ts';
import type { TermReader } from './term-reader.ts';

export interface SearchOptions {
  readonly limit: number;
  /** Epoch milliseconds: for dates in the query and the age of clips. */
  readonly now: number;
  readonly signal?: AbortSignal;
}

/** Candidates whose text is read beyond those asked for, since the text may change their order. */
const spareCandidates = 12;
/** Candidates read at a time, and at most, where a phrase decides. */
const batch = 40;
const mostRead = 400;
/** Candidates read where what was typed, punctuation and all, stands in none of the first: its words may be in many. */
const mostReadForLiteral = 160;

/** The clip's own row has the last word on filters that stand alone in their group. */
export function passesFilters(query: Query, clip: Clip): boolean {
  return query.groups.every(({ not, items }) => {
    if (items.some((item) => item.kind !== 'filter')) return true;
    return not !== items.some((item) => item.kind === 'filter' && matchesFilter(clip, item.filter));
  });
}

export interface Found {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly totalExact: boolean;
  readonly expansions: readonly Expansion[];
  readonly missing: readonly string[];
}

/** From the looked-up query to ranked hits: orders the clips, reads the texts of the best, and lets them decide. */
export class SearchRun {
  constructor(
    readonly reader: TermReader,
    readonly query: Query,
    readonly evaluated: Evaluated,
    readonly options: SearchOptions,
  ) {}

  /** Whether each candidate's text decides if it is a hit at all. */
  get #verifies(): boolean {
    const { required, forbidden } = this.evaluated;
    return forbidden.length > 0 || required.length > 0 || this.query.scopes.includes('highlights');
  }

  get #literalUnits(): readonly number[] {
    if (this.query.sort !== 'relevance') return [];
    return this.evaluated.words.flatMap(({ literal }) => literal?.unit ?? []);
  }

  async #order(): Promise<readonly number[]> {
    const { evaluated, query, options } = this;
    const { matches, without } = evaluated;
    const most = this.#verifies ? mostRead : options.limit + spareCandidates;
    const count = Math.max(most, this.#literalUnits.length > 0 ? mostReadForLiteral : 0);
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

  #read(slots: readonly number[]): readonly Promise<Candidate | null>[] {
    const { reader, query } = this;
    return readCandidates(reader, slots, query.scopes.includes('highlights'));
  }

  async find(): Promise<Found> {
    const { options, query, evaluated, reader } = this;
    const slots = await this.#order();
    const rerankContext = prepareRerank(query, evaluated, options.now);
    const scores = this.#scores();
    const hits: (SearchHit & { readonly slot: number })[] = [];
    const texts: Candidate[] = [];
    const literals = this.#literalUnits;
    const mayHoldLiteral = () =>
      literals.length > 0 && !literals.some((unit) => rerankContext.seen.has(unit));
    let read = 0;
    let refused = 0;
    while (read < slots.length && (hits.length < options.limit || mayHoldLiteral())) {
      const some = slots.slice(read, read + (this.#verifies ? batch : options.limit + spareCandidates));
      read += some.length;
      // Each is judged as it comes, while the database reads those after it.
      for (const reading of this.#read(some)) {
        const candidate = await reading;
        options.signal?.throwIfAborted();
        if (candidate === null) continue;
        texts.push(candidate);
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
