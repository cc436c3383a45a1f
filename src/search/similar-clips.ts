import type { Clip, ClipBody, ClipId } from '../domain/clip/clip.ts';
import { searchDocument } from '../domain/search/document.ts';
import { textTerms } from '../domain/search/document-terms.ts';
import { field, fieldCount } from '../domain/search/fields.ts';
import { fieldWeights, inverseDocumentFrequency } from '../domain/search/ranking.ts';
import { loadCandidates } from './candidates.ts';
import { bestSlots } from './order.ts';
import { docRow } from './put-document.ts';
import { result } from './request.ts';
import { readState, type FreshRow } from './state.ts';
import { noMatches, subtract, Tally, unite, type Matches } from './tally.ts';
import { TermReader } from './term-reader.ts';

export interface SimilarClip {
  readonly clip: Clip;
  /** Share, 0 to 1, of what a clip just like this one would score. */
  readonly score: number;
}

/** Terms of the clip that are looked up, and of these the ones that tell most, which are compared. */
const lookedUp = 48;
const compared = 16;
const everyTextField = Array.from({ length: fieldCount }, (_, value) => value !== field.textFacet);

/** The terms that stand most prominently in a clip: its title, headings and what it says often. */
function prominentTerms(clip: Clip, body: ClipBody): readonly string[] {
  const weighed = [...textTerms(searchDocument(clip, body))]
    .filter(([term]) => term.length > 2 || /^[^\0-\x7f]{2}$/u.test(term))
    .map(([term, fields]) => ({
      term,
      weight: fields.reduce((sum, value) => sum + (fieldWeights[value] ?? 0), 0),
    }));
  return weighed
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, lookedUp)
    .map(({ term }) => term);
}

async function termMatches(reader: TermReader, term: string): Promise<Matches> {
  const tally = new Tally(reader.state.nextSlot, everyTextField);
  await reader.postings(term, tally.sink(1));
  return tally.matches(reader.state.docs);
}

/** Clips that share what is particular about this one, the most similar first; none if it is not there. */
export async function similarClips(
  database: IDBDatabase,
  id: ClipId,
  limit: number,
): Promise<readonly SimilarClip[]> {
  const stores = ['clips', 'bodies', 'searchState', 'searchDocs', 'searchFresh', 'searchBlocks'];
  const transaction = database.transaction(stores, 'readonly');
  const [state, fresh, doc, clip, body] = await Promise.all([
    readState(transaction),
    result<FreshRow[]>(transaction.objectStore('searchFresh').getAll()),
    docRow(transaction, id),
    result<Clip | undefined>(transaction.objectStore('clips').get(id)),
    result<ClipBody | undefined>(transaction.objectStore('bodies').get(id)),
  ]);
  if (state === null || doc === undefined || clip === undefined || body === undefined) return [];
  const reader = new TermReader(transaction, state, fresh);
  const terms = await Promise.all(prominentTerms(clip, body).map((term) => termMatches(reader, term)));
  const telling = terms
    .filter(({ slots }) => slots.length > 1 && slots.length <= Math.max(10, state.docs / 4))
    .sort((a, b) => rarity(b, state.docs) - rarity(a, state.docs))
    .slice(0, compared);
  const all = telling.reduce(unite, noMatches);
  const own = all.scores[all.slots.indexOf(doc.slot)] ?? 0;
  const others = subtract(all, { slots: Uint32Array.of(doc.slot), scores: new Float32Array(1) });
  const best = bestSlots(others, limit + 8);
  const candidates = await loadCandidates(transaction, best);
  return candidates
    .filter((candidate) => candidate.clip.trashedAt === null)
    .slice(0, limit)
    .map((candidate) => ({
      clip: candidate.clip,
      score: own === 0 ? 0 : Math.min(1, (others.scores[others.slots.indexOf(candidate.slot)] ?? 0) / own),
    }));
}

/** How much a shared term says: rare ones more, but not those of this clip alone. */
function rarity({ slots }: Matches, documents: number): number {
  return inverseDocumentFrequency(slots.length, documents) * Math.min(1, slots.length / 3);
}
