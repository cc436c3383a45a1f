import { findApart, type WrittenApart } from '../text/written-apart.ts';
import { fold } from '../text/fold.ts';
import { loadCandidates, type Candidate } from './candidates.ts';
import type { Evaluation } from './evaluate-term.ts';
import { bestSlots } from './order.ts';
import { intersect, noMatches, unite, within, type Matches } from './tally.ts';

/** A part shorter than this is no word of its own. */
const shortest = 3;
/** Places to split at, those that say most, and texts read to see whether the parts stand together. */
const mostSplits = 3;
const mostRead = 40;

async function splitAt({ reader, fields }: Evaluation, word: string, place: number): Promise<Matches> {
  const parts = await Promise.all(
    [word.slice(0, place), word.slice(place)].map((part) => reader.matchesOf(part, fields)),
  );
  const [first = noMatches, second = noMatches] = parts;
  return intersect(first, second);
}

function foldedTexts({ clip, text }: Candidate): readonly string[] {
  return [...[clip.title, clip.note].map(fold), ...text.wholes];
}

/** Of the clips that the index points to, the best few are read: those that hold what is wanted, folded. */
export async function holdingMatches(
  { reader }: Evaluation,
  likely: Matches,
  holds: (folded: string) => boolean,
): Promise<Matches> {
  const candidates = await loadCandidates(reader, bestSlots(likely, mostRead));
  const slots = candidates.filter((one) => foldedTexts(one).some(holds)).map(({ slot }) => slot);
  return within(likely, { slots: Uint32Array.from(slots).sort(), scores: new Float32Array(slots.length) });
}

/** The clips that hold a word in two (`key space` for `keyspace`): its parts are looked up, and their texts read. */
export async function splitMatches(
  evaluation: Evaluation,
  word: string,
  apart: WrittenApart,
): Promise<Matches> {
  const places = Array.from({ length: Math.max(0, word.length - 2 * shortest + 1) }, (_, i) => i + shortest);
  const splits = await Promise.all(places.map((place) => splitAt(evaluation, word, place)));
  const likely = splits
    .filter(({ slots }) => slots.length > 0)
    .sort((a, b) => a.slots.length - b.slots.length)
    .slice(0, mostSplits)
    .reduce(unite, noMatches);
  if (likely.slots.length === 0) return noMatches;
  return await holdingMatches(evaluation, likely, (text) => findApart(text, apart).length > 0);
}
