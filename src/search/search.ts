import type { SearchAnswer, SearchHit } from '../domain/search/answer.ts';
import { matchesFilter } from '../domain/search/clip-filter.ts';
import { searchDocument } from '../domain/search/document.ts';
import { labelTerms, textTerms } from '../domain/search/document-terms.ts';
import { parseQuery } from '../domain/search/query/parse-query.ts';
import type { QueryItem } from '../domain/search/query/query.ts';
import { queryTerms } from '../domain/search/text/tokenize.ts';
import type { Clip, ClipBody } from '../domain/clip/clip.ts';
import { result } from './request.ts';

export interface SearchOptions {
  readonly limit: number;
  /** Epoch milliseconds: for dates in the query and the age of clips. */
  readonly now: number;
  readonly signal?: AbortSignal;
}

function matches(item: QueryItem, clip: Clip, terms: ReadonlySet<string>): boolean {
  if (item.kind === 'filter') return matchesFilter(clip, item.filter);
  return queryTerms(item.text).every(
    ({ term, prefix }) =>
      terms.has(term) || ((prefix || item.kind === 'word') && [...terms].some((one) => one.startsWith(term))),
  );
}

/** Answers a query, ranked, from the library. Never throws for what is in the query; rejects when aborted. */
export async function search(
  database: IDBDatabase,
  text: string,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const query = parseQuery(text, options.now);
  const transaction = database.transaction(['clips', 'bodies'], 'readonly');
  const clips: Clip[] = await result(transaction.objectStore('clips').getAll());
  const found: SearchHit[] = [];
  const wantsTrash = query.groups.some((group) =>
    group.items.some(
      (item) => item.kind === 'filter' && item.filter.name === 'is' && item.filter.value === 'trash',
    ),
  );
  for (const clip of clips) {
    options.signal?.throwIfAborted();
    const body: ClipBody | undefined = await result(transaction.objectStore('bodies').get(clip.id));
    const document = searchDocument(clip, body ?? { blocks: [] });
    const terms = new Set([...textTerms(document).keys(), ...labelTerms(document).keys()]);
    const all = query.groups.every(
      (group) => group.items.some((item) => matches(item, clip, terms)) !== group.not,
    );
    if (all && (clip.trashedAt !== null) === wantsTrash)
      found.push({ clip, passage: null, titleRanges: [], score: 0 });
  }
  found.sort((a, b) => b.clip.savedAt - a.clip.savedAt);
  const hits = found.slice(0, options.limit);
  return {
    hits,
    total: found.length,
    totalExact: true,
    query,
    corrections: [],
    partial: false,
    index: 'ready',
  };
}
