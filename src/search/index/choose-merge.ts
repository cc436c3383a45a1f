import { deadWeight, type Segment } from './state.ts';

/** Segments of one size are merged when there are so many of them: what keeps an import's work low. */
const fanIn = 8;
/** A segment stays alone only while it is so many times larger than all newer ones together. */
const ratio = 3;
/** From this share of dead weight on, a segment is written anew without it. */
const mostDead = 0.2;

function tier(segment: Segment): number {
  return Math.floor(Math.log2(segment.size) / Math.log2(fanIn));
}

function ofOneTier(segments: readonly Segment[]): readonly Segment[] {
  const last = segments.at(-1);
  if (last === undefined) return [];
  const from = segments.findLastIndex((segment) => tier(segment) > tier(last)) + 1;
  return segments.length - from >= fanIn ? segments.slice(from) : [];
}

function outOfProportion(segments: readonly Segment[]): readonly Segment[] {
  let newer = 0;
  let from = segments.length;
  for (let i = segments.length - 1; i >= 0; i -= 1) {
    const size = segments[i]?.size ?? 0;
    if (newer > 0 && size < ratio * newer) from = i;
    newer += size;
  }
  return segments.slice(from);
}

/** The adjacent segments to merge next (one alone: to be rid of its dead slots); none if all is well. */
export function chooseMerge(segments: readonly Segment[], importing: boolean): readonly Segment[] {
  const tiered = ofOneTier(segments);
  if (tiered.length > 0 || importing) return tiered;
  const uneven = outOfProportion(segments);
  if (uneven.length > 0) return uneven;
  const decayed = segments.find(
    ({ deletedTexts, deletedLabels, size }) =>
      deadWeight(deletedTexts.length, deletedLabels.length) > mostDead * size,
  );
  return decayed === undefined ? [] : [decayed];
}
