import type { ClipId } from '../clip/clip.ts';
import { type DoubtfulField, doubtfulFields, isSameClip, joinClips } from './join-clips.ts';
import { samePages } from './same-pages.ts';
import type { SharedClip, SharedLibrary } from './shared-clip.ts';

/** What the user may want to look at: nothing is lost by any of them. */
export type Doubt =
  | { readonly kind: 'both-changed'; readonly fields: readonly DoubtfulField[] }
  /** Deleted on one side and changed on the other: it lives. */
  | { readonly kind: 'lives'; readonly deleted: 'here' | 'there' }
  /** Clipped on two machines: it is one clip now. */
  | { readonly kind: 'one-page' };

/** What became of one clip, or of all clips of one page. */
export interface MergedClip {
  /** As it is afterwards on both sides; null where it is deleted. */
  readonly clip: SharedClip | null;
  /** The clips that it was here and there: more than one of a page that was clipped twice. */
  readonly ours: readonly SharedClip[];
  readonly theirs: readonly SharedClip[];
  /** All of these, and those that were known of the page before: some may be gone on both sides. */
  readonly clipIds: readonly ClipId[];
  readonly doubts: readonly Doubt[];
}

/**
 * Three-way merge of two libraries whose last common state is `base` (empty: they never met). Only clips that changed on either
 * side need to be there, with all of theirs that are of the same page or were known under the same id. The result does not
 * depend on the order of the sides, nor on the order in which several devices merge.
 */
export function mergeLibraries(
  base: SharedLibrary,
  ours: SharedLibrary,
  theirs: SharedLibrary,
): readonly MergedClip[] {
  return samePages([base, ours, theirs]).map(([bases = [], our = [], their = []]) =>
    mergeOne(bases, our, their),
  );
}

/** The library after the merge. */
export function libraryAfter(merged: readonly MergedClip[]): SharedLibrary {
  const library = new Map<ClipId, SharedClip>();
  for (const { clip } of merged) if (clip !== null) library.set(clip.id, clip);
  return library;
}

function mergeOne(
  bases: readonly SharedClip[],
  ourClips: readonly SharedClip[],
  theirClips: readonly SharedClip[],
): MergedClip {
  const [base, ours, theirs] = [joined(bases), joined(ourClips), joined(theirClips)];
  const clipIds = [...new Set([...bases, ...ourClips, ...theirClips].map(({ id }) => id))];
  const sides = { ours: ourClips, theirs: theirClips, clipIds };
  if (base !== null) {
    const [ourSame, theirSame] = [isSame(ours, base), isSame(theirs, base)];
    if (theirSame) return { clip: ours, ...sides, doubts: [] };
    if (ourSame) return { clip: theirs, ...sides, doubts: [] };
  }
  if (ours === null || theirs === null) {
    const living = ours ?? theirs;
    const deleted = ours === null ? ('here' as const) : ('there' as const);
    const doubts = base === null || living === null ? [] : [{ kind: 'lives' as const, deleted }];
    return { clip: living, ...sides, doubts };
  }
  const fields = doubtfulFields(base, ours, theirs);
  return {
    clip: joinClips(base, ours, theirs),
    ...sides,
    doubts: [
      ...(ours.id === theirs.id ? [] : [{ kind: 'one-page' as const }]),
      ...(fields.length === 0 ? [] : [{ kind: 'both-changed' as const, fields }]),
    ],
  };
}

function joined(clips: readonly SharedClip[]): SharedClip | null {
  const [first, ...others] = clips;
  if (first === undefined) return null;
  return others.reduce((clip, other) => joinClips(null, clip, other), first);
}

function isSame(clip: SharedClip | null, base: SharedClip): boolean {
  return clip !== null && isSameClip(clip, base);
}
