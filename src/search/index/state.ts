import type { ClipId } from '../../core/clip/clip.ts';
import { result } from './request.ts';
import { indexVersion } from './stores.ts';

/** A merged piece of the index: what was written with sequence numbers `first` to `last`. */
export interface Segment {
  readonly id: number;
  readonly first: number;
  readonly last: number;
  /** What the writes that went into it weigh. */
  readonly size: number;
  /** Slots whose text entries in this segment no longer hold. */
  readonly deletedTexts: Uint32Array;
  readonly deletedLabels: Uint32Array;
}

/** A merge under way: blocks up to and including the term `after` are written. */
export interface Merge {
  readonly inputs: readonly number[];
  readonly output: number;
  readonly after: string;
  /** How many dead slots each input had at the start: these are left out, later ones stay dead in the output. */
  readonly deletedTexts: readonly number[];
  readonly deletedLabels: readonly number[];
  /** Words that no live text holds any more: their reversed entries are still to come. */
  readonly gone: readonly string[];
}

export interface IndexState {
  readonly version: number;
  /** Of its own for each index that is begun: numbers of slots, writes and segments are of this one. */
  readonly generation: string;
  readonly nextSlot: number;
  readonly nextWrite: number;
  readonly nextSegment: number;
  /** Clips in the index. */
  readonly docs: number;
  /** Oldest first; `first` to `last` ascend and do not overlap. */
  readonly segments: readonly Segment[];
  readonly merge: Merge | null;
  /** Segments whose blocks are to be deleted. */
  readonly garbage: readonly number[];
  /** Clips up to this id have been indexed anew ('' = none yet); null where the index covers the library. */
  readonly rebuiltTo: ClipId | null;
}

export interface DocRow {
  readonly slot: number;
  readonly id: ClipId;
  /** -savedAt, so that the index on it lists the newest first. */
  readonly recency: number;
  /** The writes that hold the clip's text and its labels. */
  readonly textWrite: number;
  readonly labelsWrite: number;
}

/** Level 0: one write, as entries (codec/entries.ts) with the one slot. */
export interface FreshRow {
  readonly seq: number;
  readonly slot: number;
  readonly text: Uint8Array<ArrayBuffer> | null;
  readonly labels: Uint8Array<ArrayBuffer> | null;
}

/** What a write weighs: a text has about twenty times the terms of what changes without it. */
const weights = { text: 20, labels: 1 } as const;

export function weightOf({ text, labels }: { readonly text: unknown; readonly labels: unknown }): number {
  return (text === null ? 0 : weights.text) + (labels === null ? 0 : weights.labels);
}

/** What of a segment no longer holds, as its writes were weighed. */
export function deadWeight(texts: number, labels: number): number {
  return texts * weights.text + labels * weights.labels;
}

const stateKey = 'index';

export function emptyState(rebuiltTo: ClipId | null): IndexState {
  return {
    version: indexVersion,
    generation: crypto.randomUUID(),
    nextSlot: 0,
    nextWrite: 0,
    nextSegment: 0,
    docs: 0,
    segments: [],
    merge: null,
    garbage: [],
    rebuiltTo,
  };
}

function isState(value: unknown): value is IndexState {
  if (typeof value !== 'object' || value === null) return false;
  const { version, generation, nextSlot, segments } = value as Partial<IndexState>;
  return (
    version === indexVersion &&
    typeof generation === 'string' &&
    Number.isInteger(nextSlot) &&
    Array.isArray(segments)
  );
}

/** Null where there is none yet, or none that this version understands. */
export async function readState(transaction: IDBTransaction): Promise<IndexState | null> {
  const value: unknown = await result(transaction.objectStore('searchState').get(stateKey));
  return isState(value) ? value : null;
}

/** Whether an index of any version, readable or not, stands there. */
export async function hasAnyState(transaction: IDBTransaction): Promise<boolean> {
  return (await result(transaction.objectStore('searchState').count())) > 0;
}

export async function writeState(transaction: IDBTransaction, state: IndexState): Promise<void> {
  await result(transaction.objectStore('searchState').put(state, stateKey));
}
