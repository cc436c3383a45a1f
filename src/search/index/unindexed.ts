import type { Clip, ClipId } from '../../core/clip/clip.ts';
import type { SearchAnswer, SearchHit } from '../ranking/answer.ts';
import { matchesFilter } from '../query/clip-filter.ts';
import type { Query, QueryItem } from '../query/query.ts';
import { fold } from '../text/fold.ts';
import { result } from './request.ts';

/** What a clip's row alone says of it. */
function rowText(clip: Clip, query: Query): string {
  const { scopes } = query;
  const parts = [
    ...(scopes.length === 0 || scopes.includes('title') ? [clip.title] : []),
    ...(scopes.length === 0 || scopes.includes('notes') ? [clip.note, clip.highlightNotes ?? ''] : []),
    ...(scopes.length === 0 ? [clip.excerpt, clip.author ?? '', clip.site, ...clip.tags] : []),
  ];
  return fold(parts.join('\n'));
}

function holdsItem(item: QueryItem, clip: Clip, text: string): boolean {
  return item.kind === 'filter' ? matchesFilter(clip, item.filter) : text.includes(fold(item.text));
}

function holdsAll(query: Query, clip: Clip): boolean {
  const text = rowText(clip, query);
  return query.groups.every(({ not, items }) => not !== items.some((item) => holdsItem(item, clip, text)));
}

/**
 * While the index is incomplete: finds the clips that are not in it by what their rows say, and puts them behind
 * what the index found (`indexed`; null if there is no index to ask).
 */
export async function searchUnindexed(
  transaction: IDBTransaction,
  query: Query,
  options: { readonly limit: number; readonly signal?: AbortSignal },
  indexed: SearchAnswer | null,
): Promise<SearchAnswer> {
  const wantsTrash = query.groups.some(({ not, items }) =>
    items.some(
      (item) => !not && item.kind === 'filter' && item.filter.name === 'is' && item.filter.value === 'trash',
    ),
  );
  const docs = transaction.objectStore('searchDocs').index('id');
  const [clips, known] = await Promise.all([
    result<Clip[]>(transaction.objectStore('clips').getAll()),
    indexed === null ? [] : keysOf(docs),
  ]);
  options.signal?.throwIfAborted();
  const inIndex = new Set<ClipId>(known);
  const missing = clips.filter((clip) => !inIndex.has(clip.id));
  const found = missing.filter((clip) => (clip.trashedAt !== null) === wantsTrash && holdsAll(query, clip));
  found.sort((a, b) => b.savedAt - a.savedAt);
  const hits = found.map((clip): SearchHit => ({ clip, excerpt: null, titleRanges: [], score: 0 }));
  return {
    hits: [...(indexed?.hits ?? []), ...hits].slice(0, options.limit),
    total: (indexed?.total ?? 0) + hits.length,
    totalExact: indexed?.totalExact ?? true,
    query,
    corrections: indexed?.corrections ?? [],
    expansions: indexed?.expansions ?? [],
    dashes: indexed?.dashes ?? [],
    missing: hits.length === 0 ? (indexed?.missing ?? []) : [],
    partial: (indexed?.partial ?? false) && hits.length === 0,
    index: missing.length > 0 ? 'rebuilding' : 'ready',
  };
}

/** All keys of the index on `id`, without their rows: only key cursors give an index's own keys. */
function keysOf(index: IDBIndex): Promise<ClipId[]> {
  return new Promise((resolve, reject) => {
    const keys: ClipId[] = [];
    const request = index.openKeyCursor();
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('request failed'));
    });
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (cursor === null) {
        resolve(keys);
        return;
      }
      if (typeof cursor.key === 'string') keys.push(cursor.key);
      cursor.continue();
    });
  });
}
