import { field as fieldNumbers } from '../text/fields.ts';
import { fieldWeights, inverseDocumentFrequency, saturated, titleBonus } from '../ranking/ranking.ts';
import type { PostingSink } from './codec/entries.ts';

/** Clips that match, by ascending slot, with their scores. */
export interface Matches {
  readonly slots: Uint32Array;
  readonly scores: Float32Array;
}

export const noMatches: Matches = { slots: new Uint32Array(), scores: new Float32Array() };

/** Which fields count, as one number. */
export function maskOf(fields: readonly boolean[]): number {
  return fields.reduce((mask, counts, field) => (counts ? mask | (1 << field) : mask), 0);
}

export function bytesOf({ slots, scores }: Matches): number {
  return 100 + slots.byteLength + scores.byteLength;
}

/** Room to add up weights by slot, empty between two uses. */
const room: { weights: Float32Array; seen: Uint8Array } = {
  weights: new Float32Array(),
  seen: new Uint8Array(),
};

function roomFor(slotCount: number): typeof room {
  if (room.weights.length < slotCount) {
    room.weights = new Float32Array(slotCount + 1024);
    room.seen = new Uint8Array(slotCount + 1024);
  }
  return room;
}

/** Adds up one term's postings, and those of its variants, over the fields asked for. */
export class Tally {
  readonly #slots: number[] = [];
  readonly #weights: number[] = [];
  /** The share with which the term, or a variant, stands in the title. */
  readonly #titles = new Map<number, number>();

  constructor(
    readonly slotCount: number,
    readonly fields: readonly boolean[],
  ) {}

  /** Takes postings, each worth `share` of what the term itself is worth. */
  sink(share: number): PostingSink {
    const weights = fieldWeights.map((weight) => share * weight);
    return (slot, field) => {
      if (this.fields[field] !== true || slot >= this.slotCount) return;
      this.#slots.push(slot);
      this.#weights.push(weights[field] ?? 0);
      if (field === fieldNumbers.title) this.#titles.set(slot, Math.max(share, this.#titles.get(slot) ?? 0));
    };
  }

  matches(documents: number): Matches {
    const { weights, seen } = roomFor(this.slotCount);
    const distinct: number[] = [];
    this.#slots.forEach((slot, i) => {
      if (seen[slot] !== 1) {
        seen[slot] = 1;
        distinct.push(slot);
      }
      weights[slot] = (weights[slot] ?? 0) + (this.#weights[i] ?? 0);
    });
    const slots = Uint32Array.from(distinct).sort();
    const rarity = inverseDocumentFrequency(slots.length, documents);
    const scores = new Float32Array(slots.length);
    for (let i = 0; i < slots.length; i += 1) {
      const slot = slots[i] ?? 0;
      const bonus = titleBonus * (this.#titles.get(slot) ?? 0);
      scores[i] = rarity * (saturated(weights[slot] ?? 0) + bonus);
      weights[slot] = 0;
      seen[slot] = 0;
    }
    return { slots, scores };
  }
}

function collect(slots: readonly number[], scores: readonly number[]): Matches {
  return { slots: Uint32Array.from(slots), scores: Float32Array.from(scores) };
}

/** What is in both; scores are added. */
export function intersect(a: Matches, b: Matches): Matches {
  const slots: number[] = [];
  const scores: number[] = [];
  for (let i = 0, j = 0; i < a.slots.length && j < b.slots.length;) {
    const left = a.slots[i] ?? 0;
    const right = b.slots[j] ?? 0;
    if (left === right) {
      slots.push(left);
      scores.push((a.scores[i] ?? 0) + (b.scores[j] ?? 0));
    }
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return collect(slots, scores);
}

/** What is in either; scores are added. */
export function unite(a: Matches, b: Matches): Matches {
  if (a.slots.length === 0) return b;
  const slots: number[] = [];
  const scores: number[] = [];
  for (let i = 0, j = 0; i < a.slots.length || j < b.slots.length;) {
    const left = a.slots[i] ?? Infinity;
    const right = b.slots[j] ?? Infinity;
    slots.push(Math.min(left, right));
    scores.push((left <= right ? (a.scores[i] ?? 0) : 0) + (right <= left ? (b.scores[j] ?? 0) : 0));
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return collect(slots, scores);
}

export function scaled({ slots, scores }: Matches, share: number): Matches {
  return { slots, scores: scores.map((score) => score * share) };
}

export function subtract(a: Matches, b: Matches): Matches {
  const without = new Set(b.slots);
  const slots: number[] = [];
  const scores: number[] = [];
  a.slots.forEach((slot, i) => {
    if (without.has(slot)) return;
    slots.push(slot);
    scores.push(a.scores[i] ?? 0);
  });
  return collect(slots, scores);
}

/** Keeps `a`, and adds the scores of `b` where it holds the same. */
export function boost(a: Matches, b: Matches): Matches {
  const extra = intersect(b, { slots: a.slots, scores: new Float32Array(a.slots.length) });
  const scores = a.scores.slice();
  for (let i = 0, j = 0; j < extra.slots.length; i += 1) {
    if (a.slots[i] !== extra.slots[j]) continue;
    scores[i] = (scores[i] ?? 0) + (extra.scores[j] ?? 0);
    j += 1;
  }
  return { slots: a.slots, scores };
}

/** Keeps what `b` holds too, with the scores of `a`. */
export function within(a: Matches, b: Matches): Matches {
  return intersect(a, { slots: b.slots, scores: new Float32Array(b.slots.length) });
}
