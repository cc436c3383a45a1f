import type { Nearby, SearchAnswer, SearchHit } from '../ranking/answer.ts';
import type { Query, QueryItem } from '../query/query.ts';
import { findCorrections } from './corrections.ts';
import { evaluateQuery, type Evaluated } from './evaluate-query.ts';
import type { WordMatches } from './evaluate-words.ts';
import { SearchRun, type SearchOptions } from './search-run.ts';
import type { TermReader } from './term-reader.ts';

/** With more hits than this the word is common enough to have been meant. */
const fewHits = 3;
const mostNearby = 5;
/** How much more common the other word has to be. */
const timesAsCommon = 3;

/** Another word, one edit away, that stands in many more clips than this one. */
async function commonerWord(
  reader: TermReader,
  { terms, own, required }: WordMatches,
): Promise<string | null> {
  const [only, ...others] = terms;
  if (
    required !== null ||
    only === undefined ||
    others.length > 0 ||
    only.term.cjk ||
    only.corrected.length > 0
  )
    return null;
  // A word still being typed is a beginning of others, and they are listed already.
  const [nearest] = await findCorrections(reader, only.term.term, only.term.last);
  if (nearest === undefined || nearest.edits > 1) return null;
  const slots = new Set<number>();
  await reader.postings(nearest.word, (slot) => {
    slots.add(slot);
  });
  return slots.size >= timesAsCommon * Math.max(1, own.slots.length) ? nearest.word : null;
}

function withWord(query: Query, from: string, to: string): Query {
  const changed = (item: QueryItem): QueryItem =>
    item.kind === 'word' && item.text === from ? { kind: 'word', text: to, prefix: false } : item;
  return {
    ...query,
    text: query.text.replace(from, () => to),
    groups: query.groups.map((group) => ({ ...group, items: group.items.map(changed) })),
  };
}

/** Whether few clips answer a query, all of it and as it was typed. */
export function mayHaveNearby({ query, partial, corrections, total }: SearchAnswer): boolean {
  return !partial && corrections.length === 0 && total > 0 && total <= fewHits && query.sort === 'relevance';
}

/** What a common word much like a rare one of the query finds beside `hits`. A right word is never replaced. */
export async function nearbyAnswer(
  reader: TermReader,
  query: Query,
  { words }: Evaluated,
  hits: readonly SearchHit[],
  options: SearchOptions,
): Promise<Nearby | null> {
  for (const word of words) {
    const to = await commonerWord(reader, word);
    if (to === null) continue;
    const other = withWord(query, word.typed, to);
    const evaluated = await evaluateQuery(reader, other);
    if (evaluated.partial) continue;
    const more = await new SearchRun(reader, other, evaluated, { ...options, limit: mostNearby }).find();
    const own = new Set(hits.map(({ clip }) => clip.id));
    const rows = more.hits.filter(({ clip }) => !own.has(clip.id));
    if (rows.length > 0) {
      return { correction: { from: word.typed, to }, query: other.text, hits: rows };
    }
  }
  return null;
}
