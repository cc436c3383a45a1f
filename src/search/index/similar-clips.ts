import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { searchDocument } from '../text/document.ts';
import { eachField, textTerms } from '../text/document-terms.ts';
import { field, fieldCount } from '../text/fields.ts';
import { sharedWords } from '../ranking/shared-words.ts';
import { fieldWeights, inverseDocumentFrequency } from '../ranking/ranking.ts';
import { loadCandidates } from './candidates.ts';
import { bestSlots } from './order.ts';
import { docRow } from './put-document.ts';
import { result } from './request.ts';
import { readState, type FreshRow } from './state.ts';
import { noMatches, subtract, unite, type Matches } from './tally.ts';
import { TermReader } from './term-reader.ts';

export interface SimilarClip {
  readonly clip: Clip;
  /** Share, 0 to 1, of what a clip just like this one would score. */
  readonly score: number;
  /** Words that both say, those that tell most first. */
  readonly shared: readonly string[];
}

/** Terms of the clip that are looked up, and of these the ones that tell most, which are compared. */
const lookedUp = 48;
const compared = 16;
const everyTextField = Array.from({ length: fieldCount }, (_, value) => value !== field.textFacet);

/** The terms that stand most prominently in a clip: its title, headings and what it says often. */
function prominentTerms(clip: Clip, body: Pick<ClipBody, 'blocks'>): readonly string[] {
  const weighed = [...textTerms(searchDocument(clip, body))]
    .filter(([term]) => term.length > 2 || /^[^\0-\x7f]{2}$/u.test(term))
    .map(([term, fields]) => {
      let weight = 0;
      eachField(fields, (value) => (weight += fieldWeights[value] ?? 0));
      return { term, weight };
    });
  return weighed
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, lookedUp)
    .map(({ term }) => term);
}

/** Where the words stand that are said of it. */
function prominentText(clip: Clip, body: Pick<ClipBody, 'blocks'>): string {
  const headings = body.blocks.filter(({ kind }) => kind === 'heading');
  return [clip.title, ...headings.map(({ text }) => text), clip.excerpt].join('\n');
}

const stores = ['clips', 'bodies', 'searchState', 'searchDocs', 'searchFresh', 'searchBlocks'];

/** Clips that share what is particular about this one, the most similar first; none if it is not there. */
export async function similarClips(
  database: IDBDatabase,
  id: ClipId,
  limit: number,
): Promise<readonly SimilarClip[]> {
  const transaction = database.transaction(stores, 'readonly');
  const [clip, body] = await Promise.all([
    result<Clip | undefined>(transaction.objectStore('clips').get(id)),
    result<ClipBody | undefined>(transaction.objectStore('bodies').get(id)),
  ]);
  return clip === undefined || body === undefined ? [] : await similarWithin(transaction, clip, body, limit);
}

/** The same for a page that need not be in the library. */
export async function clipsSimilarTo(
  database: IDBDatabase,
  clip: Clip,
  body: Pick<ClipBody, 'blocks'>,
  limit: number,
): Promise<readonly SimilarClip[]> {
  return await similarWithin(database.transaction(stores, 'readonly'), clip, body, limit);
}

async function similarWithin(
  transaction: IDBTransaction,
  clip: Clip,
  body: Pick<ClipBody, 'blocks'>,
  limit: number,
): Promise<readonly SimilarClip[]> {
  const [state, fresh, doc] = await Promise.all([
    readState(transaction),
    result<FreshRow[]>(transaction.objectStore('searchFresh').getAll()),
    docRow(transaction, clip.id),
  ]);
  if (state === null) return [];
  const reader = new TermReader(transaction, state, fresh);
  const terms = await Promise.all(
    prominentTerms(clip, body).map(async (term) => ({
      term,
      matches: await reader.matchesOf(term, everyTextField),
    })),
  );
  const telling = terms
    .filter(({ matches: { slots } }) => slots.length > 0 && slots.length <= Math.max(10, state.docs / 4))
    .filter(({ matches: { slots } }) => slots.length > 1 || slots[0] !== doc?.slot)
    .sort((a, b) => rarity(b.matches, state.docs) - rarity(a.matches, state.docs))
    .slice(0, compared);
  const all = telling.map(({ matches }) => matches).reduce(unite, noMatches);
  const others =
    doc === undefined ? all : subtract(all, { slots: Uint32Array.of(doc.slot), scores: new Float32Array(1) });
  const own = doc === undefined ? 0 : (all.scores[all.slots.indexOf(doc.slot)] ?? 0);
  // What is not in the library has no score of its own: the best of the others stands for it.
  const whole = own > 0 ? own : others.scores.reduce((most, score) => Math.max(most, score), 0);
  const candidates = await loadCandidates(reader, bestSlots(others, limit + 8));
  return candidates
    .filter((candidate) => candidate.clip.trashedAt === null)
    .slice(0, limit)
    .map((candidate) => ({
      clip: candidate.clip,
      score:
        whole === 0 ? 0 : Math.min(1, (others.scores[others.slots.indexOf(candidate.slot)] ?? 0) / whole),
      shared: sharedWords(
        telling.filter(({ matches }) => matches.slots.includes(candidate.slot)).map(({ term }) => term),
        prominentText(clip, body),
      ),
    }));
}

/** How much a shared term says: rare ones more, but not those of this clip alone. */
function rarity({ slots }: Matches, documents: number): number {
  return inverseDocumentFrequency(slots.length, documents) * Math.min(1, slots.length / 3);
}
