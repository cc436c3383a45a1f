import type { HighlightColor } from '../../core/highlight/highlight.ts';
import type { UnsureState } from '../../core/highlight/highlight-state.ts';
import type { ClipSort } from '../../core/library/sort-clips.ts';

/** A query as it was understood. Groups are joined by AND, the items of a group by OR. */
export interface Query {
  readonly text: string;
  readonly groups: readonly QueryGroup[];
  /** Where words must stand (`in:`); everywhere if empty. */
  readonly scopes: readonly QueryScope[];
  readonly sort: QuerySort;
  readonly hints: readonly QueryHint[];
}

export interface QueryGroup {
  /** What its items match is left out. */
  readonly not: boolean;
  /** The word that is left out is an option of a command (`-name`) where a clip holds it as such. */
  readonly option?: QueryOption;
  readonly items: readonly QueryItem[];
}

export interface QueryOption {
  /** As typed, with its dash, and its place in the query's text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type QueryItem =
  /** `prefix`: still being typed, so its last word also stands for longer ones. */
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean }
  | { readonly kind: 'phrase'; readonly text: string; readonly prefix: boolean }
  | { readonly kind: 'filter'; readonly filter: Filter };

export type Filter =
  /** `tag` with an empty value: no tag at all. */
  | { readonly name: 'tag' | 'site' | 'lang' | 'author'; readonly value: string }
  | { readonly name: 'has'; readonly value: ClipPart }
  /** Of a highlight. */
  | { readonly name: 'color'; readonly value: HighlightColor }
  | { readonly name: 'is'; readonly value: ClipState }
  | { readonly name: 'source'; readonly value: ClipOrigin }
  | RangeFilter;

/** What lies from `from` up to but not including `until`; open where infinite. */
export interface RangeFilter {
  /** When the clip was saved, when the page says it was published (epoch ms); its words; minutes it takes to read. */
  readonly name: 'date' | 'published' | 'words' | 'time';
  readonly from: number;
  readonly until: number;
}

/** What a clip may have. */
export type ClipPart = 'code' | 'image' | 'math' | 'note' | 'highlight';

/** `moved`, `absent`: a highlight of it is. */
export type ClipState =
  | 'unread'
  | 'read'
  | 'started'
  | 'starred'
  | 'trash'
  | 'link'
  | 'selection'
  | 'edited'
  | 'incomplete'
  | UnsureState;

/** How a clip came into the library: from a page, or in a file of another program. */
export type ClipOrigin = 'page' | 'import';

export function isRange(filter: Filter): filter is RangeFilter {
  return 'from' in filter;
}

export type QueryScope = 'title' | 'code' | 'notes' | 'highlights';
export type QuerySort = 'relevance' | ClipSort;

/** Something in the query that could not be taken as meant, and was taken as a word (or left out). */
export interface QueryHint {
  readonly code: 'filter-unknown' | 'filter-value' | 'filter-empty' | 'quote-open' | 'signs-only';
  /** The piece of the query it is about, as typed. */
  readonly text: string;
}
