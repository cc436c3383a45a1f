import { BlockWriter, entriesOf } from './codec/blocks.ts';
import { ascending, posting, type EntryCursor, type Posting } from './codec/entries.ts';
import { firstLabelField } from '../text/fields.ts';
import { isPlainWord, wordOfReversed } from './reversed-words.ts';
import { writeEach } from './request.ts';
import { allBlocks, blockStore, putBlocks, readAfter } from './segment-blocks.ts';
import { deadWeight, type IndexState, type Merge, type Segment } from './state.ts';

/** Blocks read in one step, over all inputs. */
const blocksPerStep = 24;

export function startMerge(state: IndexState, inputs: readonly Segment[]): IndexState {
  const merge: Merge = {
    inputs: inputs.map((segment) => segment.id),
    output: state.nextSegment,
    after: '',
    deletedTexts: inputs.map((segment) => segment.deletedTexts.length),
    deletedLabels: inputs.map((segment) => segment.deletedLabels.length),
    gone: [],
  };
  return { ...state, merge, nextSegment: state.nextSegment + 1 };
}

/** One input's entries after the last term merged, in order, up to the end of the blocks that were read. */
class MergeInput {
  #cursor: EntryCursor | null = null;
  #next = 0;
  term: string | null = null;

  constructor(
    readonly blocks: readonly Uint8Array[],
    readonly deletedTexts: ReadonlySet<number>,
    readonly deletedLabels: ReadonlySet<number>,
    after: string,
  ) {
    this.advance();
    while (this.term !== null && this.term <= after) this.advance();
  }

  advance(): void {
    while (this.#cursor?.next() !== true) {
      const bytes = this.blocks[this.#next];
      if (bytes === undefined) {
        this.term = null;
        return;
      }
      this.#cursor = entriesOf(bytes);
      this.#next += 1;
    }
    this.term = this.#cursor.term;
  }

  /** Adds the live postings of the current term, and moves on; a long entry comes in several parts. */
  takeInto(postings: Posting[]): void {
    const taken = this.term;
    if (taken === null) return;
    do {
      this.#cursor?.postings((slot, field) => {
        const dead = field >= firstLabelField ? this.deletedLabels : this.deletedTexts;
        if (!dead.has(slot)) postings.push(posting(slot, field));
      });
      this.advance();
    } while (this.term === taken);
  }
}

function smallestTerm(inputs: readonly MergeInput[]): string | null {
  let smallest: string | null = null;
  for (const { term } of inputs) if (term !== null && (smallest === null || term < smallest)) smallest = term;
  return smallest;
}

/** Merges all terms up to `upTo` (all there are, if null) into the writer; adds words that are gone to `gone`. */
function mergeTerms(
  inputs: readonly MergeInput[],
  upTo: string | null,
  writer: BlockWriter,
  gone: Set<string>,
): void {
  for (;;) {
    const term = smallestTerm(inputs);
    if (term === null || (upTo !== null && term > upTo)) break;
    const postings: Posting[] = [];
    for (const input of inputs) if (input.term === term) input.takeInto(postings);
    const word = wordOfReversed(term);
    if (word !== null) {
      if (!gone.has(word)) writer.add(term, []);
    } else if (postings.length > 0) {
      writer.add(term, ascending(postings));
    } else if (isPlainWord(term)) gone.add(term);
  }
  writer.flush();
}

function inputSegments(state: IndexState, merge: Merge): readonly Segment[] {
  return merge.inputs.flatMap((id) => state.segments.filter((segment) => segment.id === id));
}

function unionFrom(
  segments: readonly Segment[],
  merge: Merge,
  part: 'deletedTexts' | 'deletedLabels',
): Uint32Array {
  return Uint32Array.from(segments.flatMap((segment, i) => [...segment[part].subarray(merge[part][i] ?? 0)]));
}

function finishMerge(state: IndexState, merge: Merge, inputs: readonly Segment[]): IndexState {
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const removed = deadWeight(sum(merge.deletedTexts), sum(merge.deletedLabels));
  const size = sum(inputs.map((segment) => segment.size));
  const output: Segment = {
    id: merge.output,
    first: inputs[0]?.first ?? 0,
    last: inputs.at(-1)?.last ?? 0,
    size: Math.max(1, size - removed),
    deletedTexts: unionFrom(inputs, merge, 'deletedTexts'),
    deletedLabels: unionFrom(inputs, merge, 'deletedLabels'),
  };
  const at = state.segments.findIndex((segment) => segment.id === merge.inputs[0]);
  return {
    ...state,
    merge: null,
    segments: state.segments.toSpliced(at, inputs.length, output),
    garbage: [...state.garbage, ...merge.inputs],
  };
}

/** Of what one step has merged, the inputs are few blocks: they go at once. */
async function cleared(
  transaction: IDBTransaction,
  state: IndexState,
  inputs: readonly number[],
): Promise<IndexState> {
  const store = blockStore(transaction);
  await writeEach(inputs, (segment) => store.delete(allBlocks(segment)));
  return { ...state, garbage: state.garbage.filter((id) => !inputs.includes(id)) };
}

/** Takes a merge one step further, by about 200 kB of postings. The state returned has yet to be written. */
export async function mergeStep(
  transaction: IDBTransaction,
  state: IndexState,
  merge: Merge,
): Promise<IndexState> {
  const segments = inputSegments(state, merge);
  const each = Math.max(1, Math.floor(blocksPerStep / segments.length));
  const runs = await Promise.all(
    segments.map((segment) => readAfter(transaction, segment.id, merge.after, each)),
  );
  const limits = runs.flatMap((run) => (run.upTo === null ? [] : [run.upTo]));
  const upTo = limits.length === 0 ? null : limits.reduce((least, term) => (term < least ? term : least));
  const inputs = runs.map(({ blocks }, i) => {
    const segment = segments[i];
    const deletedTexts = new Set(segment?.deletedTexts.subarray(0, merge.deletedTexts[i]));
    const deletedLabels = new Set(segment?.deletedLabels.subarray(0, merge.deletedLabels[i]));
    return new MergeInput(blocks, deletedTexts, deletedLabels, merge.after);
  });
  const writer = new BlockWriter(merge.output);
  const gone = new Set(merge.gone);
  mergeTerms(inputs, upTo, writer, gone);
  await putBlocks(transaction, writer.blocks);
  if (upTo === null) {
    const finished = finishMerge(state, merge, segments);
    return merge.after === '' ? await cleared(transaction, finished, merge.inputs) : finished;
  }
  return { ...state, merge: { ...merge, after: upTo, gone: [...gone] } };
}
