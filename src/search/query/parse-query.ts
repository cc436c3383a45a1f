import { queryTerms } from '../text/tokenize.ts';
import { isFilterName, readFilter } from './filters.ts';
import type { Query, QueryGroup, QueryHint, QueryItem, QueryOption, QueryScope, QuerySort } from './query.ts';
import { withoutPrompt } from './without-prompt.ts';
import { splitQuery, type QueryPiece } from './split-query.ts';

/** More would only be a paste gone wrong. */
const longestQuery = 1000;
const mostPieces = 40;
const looksLikeFilter = /^[a-z]{2,12}[:：][^:/\\]/iu;
const codeScheme = /^(?:https?|ftp|file|std|localhost|git)[:：]/iu;

interface Reading {
  readonly groups: { not: boolean; option?: QueryOption; items: QueryItem[] }[];
  readonly hints: QueryHint[];
  readonly scopes: Set<QueryScope>;
  sort: QuerySort;
  /** The next item joins the group before it. */
  joining: boolean;
  /** A piece that says nothing by itself: signs of punctuation, an OR with nothing before it. */
  lone: string | null;
}

function addItem(reading: Reading, item: QueryItem, not: boolean): void {
  const last = reading.groups.at(-1);
  if (reading.joining && last !== undefined && !last.not && !not) last.items.push(item);
  else reading.groups.push({ not, items: [item] });
  reading.joining = false;
}

function addWord(reading: Reading, piece: QueryPiece, typed: string, prefix: boolean): void {
  // A star at its end says what the end of the query says by itself: the word may go on.
  const [, text = typed, star = ''] = /^(.*[\p{L}\p{N}])(\*+)$/u.exec(typed) ?? [];
  if (queryTerms(text).length === 0) {
    if (typed !== '-') reading.lone ??= typed;
    return;
  }
  addItem(reading, { kind: 'word', text, prefix: prefix || star !== '' }, piece.not);
  const last = reading.groups.at(-1);
  if (piece.option && last?.not === true) {
    last.option = { text: piece.raw, start: piece.start, end: piece.end };
  }
}

function addFilter(reading: Reading, piece: QueryPiece, now: number): void {
  if (piece.value.trim() === '') {
    reading.hints.push({ code: 'filter-empty', text: piece.raw });
    return;
  }
  const meaning = readFilter(piece.name, piece.value, now);
  if (meaning === null) {
    reading.hints.push({ code: 'filter-value', text: piece.raw });
    addWord(reading, piece, piece.value, false);
  } else if (meaning.kind === 'scope') reading.scopes.add(meaning.scope);
  else if (meaning.kind === 'sort') reading.sort = meaning.sort;
  else addItem(reading, { kind: 'filter', filter: meaning.filter }, piece.not);
}

function addPiece(reading: Reading, piece: QueryPiece, typing: boolean, now: number): void {
  if (piece.kind === 'or') {
    if (reading.groups.length > 0) reading.joining = true;
    else reading.lone ??= piece.value;
  } else if (piece.kind === 'filter') {
    addFilter(reading, piece, now);
  } else if (piece.kind === 'phrase') {
    if (!piece.closed) reading.hints.push({ code: 'quote-open', text: piece.raw });
    if (queryTerms(piece.value).length > 0) {
      addItem(reading, { kind: 'phrase', text: piece.value, prefix: !piece.closed && typing }, piece.not);
    }
  } else {
    if (!piece.option && looksLikeFilter.test(piece.value) && !codeScheme.test(piece.value)) {
      reading.hints.push({ code: 'filter-unknown', text: piece.raw });
    }
    addWord(reading, piece, piece.value, typing);
  }
}

function piecesAfterPrompt(input: string): readonly QueryPiece[] {
  const line = withoutPrompt(input);
  const before = input.length - line.length;
  const pieces = splitQuery(line, isFilterName);
  if (before === 0) return pieces;
  return pieces.map((piece) => ({ ...piece, start: piece.start + before, end: piece.end + before }));
}

/**
 * Reads a query as typed. Never throws: a filter that is not understood becomes a word and a hint. `now` is epoch
 * milliseconds, for dates such as `7d`. The prompt before a pasted command is no part of it. The last word counts as unfinished unless a space follows it.
 */
export function parseQuery(text: string, now: number): Query {
  const input = text.slice(0, longestQuery);
  const pieces = piecesAfterPrompt(input).slice(0, mostPieces);
  const reading: Reading = {
    groups: [],
    hints: [],
    scopes: new Set(),
    sort: 'relevance',
    joining: false,
    lone: null,
  };
  for (const piece of pieces) {
    addPiece(reading, piece, piece.end === input.length && (!piece.not || piece.option), now);
  }
  const { lone } = reading;
  if (reading.groups.length === 0 && lone !== null) {
    if (queryTerms(lone).length === 0) reading.hints.push({ code: 'signs-only', text: lone });
    const prefix = input.endsWith(lone);
    reading.groups.push({ not: false, items: [{ kind: 'word', text: lone, prefix }] });
  }
  if (reading.scopes.has('highlights'))
    reading.groups.push({
      not: false,
      items: [{ kind: 'filter', filter: { name: 'has', value: 'highlight' } }],
    });
  const groups: QueryGroup[] = reading.groups;
  return { text: input, groups, scopes: [...reading.scopes], sort: reading.sort, hints: reading.hints };
}
