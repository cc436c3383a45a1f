import { isRange, type Filter } from '../query/query.ts';
import { bucketOf, type BucketName } from '../text/range-buckets.ts';
import { facetTerm, fieldCount } from '../text/fields.ts';
import { longestTerm, queryTerms } from '../text/tokenize.ts';
import { result } from './request.ts';
import { intersect, noMatches, Tally, type Matches } from './tally.ts';
import type { TermReader } from './term-reader.ts';

const everyField = Array.from({ length: fieldCount }, () => true);

/** The clips of a property, or, if `not`, those that a filter is about to leave out. */
export interface FilterMatches {
  readonly not: boolean;
  readonly matches: Matches;
}

function unscored({ slots }: Matches): Matches {
  return { slots, scores: new Float32Array(slots.length) };
}

export async function facetMatches(reader: TermReader, name: string, value: string): Promise<Matches> {
  return unscored(await reader.matchesOf(facetTerm(name, value).slice(0, longestTerm), everyField));
}

async function authorMatches(reader: TermReader, value: string): Promise<Matches> {
  const each = await Promise.all(
    queryTerms(value).map(async ({ term }) => {
      const tally = new Tally(reader.state.nextSlot, everyField);
      // A beginning is enough: the clip itself decides (clip-filter.ts).
      await reader.range(facetTerm('author', term).slice(0, longestTerm), 8, (_term, _count, read) => {
        read(tally.sink(1));
      });
      return unscored(tally.matches(0));
    }),
  );
  const [first, ...rest] = each;
  return first === undefined ? noMatches : rest.reduce(intersect, first);
}

async function savedWithin(reader: TermReader, from: number, until: number): Promise<Matches> {
  if (!(from < until)) return noMatches;
  const index = reader.transaction.objectStore('searchDocs').index('recency');
  // Keys are -savedAt: from `until` (left out) down to `from`.
  const range = IDBKeyRange.bound(-until, -from, true, false);
  const slots = Uint32Array.from((await result(index.getAllKeys(range))).map(Number)).sort();
  return { slots, scores: new Float32Array(slots.length) };
}

/** The clips whose bucket may lie in the range; the clip itself decides on the first and the last (clip-filter.ts). */
async function bucketMatches(
  reader: TermReader,
  name: BucketName,
  from: number,
  until: number,
): Promise<Matches> {
  const tally = new Tally(reader.state.nextSlot, everyField);
  const prefix = facetTerm(name, '');
  // A day of the user's begins in the one before or after it of Greenwich.
  const margin = name === 'published' ? 1 : 0;
  const [first, last] = [bucketOf(name, from) - margin, bucketOf(name, until) + margin];
  await reader.range(prefix, null, (term, _count, read) => {
    const bucket = Number(term.slice(prefix.length));
    if (bucket >= first && bucket <= last) read(tally.sink(1));
  });
  return unscored(tally.matches(0));
}

export async function evaluateFilter(reader: TermReader, filter: Filter): Promise<FilterMatches> {
  if (isRange(filter)) {
    const { name, from, until } = filter;
    const matches =
      name === 'date'
        ? await savedWithin(reader, from, until)
        : await bucketMatches(reader, name, from, until);
    return { not: false, matches };
  }
  if (filter.name === 'author') return { not: false, matches: await authorMatches(reader, filter.value) };
  if (filter.name === 'is' && filter.value === 'unread') {
    return { not: true, matches: await facetMatches(reader, 'is', 'read') };
  }
  return { not: false, matches: await facetMatches(reader, filter.name, filter.value) };
}

/** Every clip in the index. */
export async function allClips(reader: TermReader): Promise<Matches> {
  const keys = await result(reader.transaction.objectStore('searchDocs').getAllKeys());
  const slots = Uint32Array.from(keys.map(Number));
  return { slots, scores: new Float32Array(slots.length) };
}
