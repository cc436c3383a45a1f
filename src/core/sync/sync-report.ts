import type { ClipId } from '../clip/clip.ts';
import type { ImportProblem } from '../job/import-problem.ts';
import { isSameClip } from './join-clips.ts';
import type { Doubt, MergedClip } from './merge-libraries.ts';

/** Numbers of clips. */
export interface SideChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a sync will do, or did: counted before anything is written. */
export interface SyncReport {
  readonly here: SideChanges;
  readonly there: SideChanges;
  /** What needs a look, by clip. */
  readonly doubts: readonly { readonly clipId: ClipId; readonly title: string; readonly doubt: Doubt }[];
  /** Files that could not be read, and cost their clip only. */
  readonly problems: readonly ImportProblem[];
}

/** What a merge is going to change on either side, in numbers. */
export function syncReport(merged: readonly MergedClip[], problems: readonly ImportProblem[]): SyncReport {
  return {
    here: changesOf(merged, ({ ours }) => ours),
    there: changesOf(merged, ({ theirs }) => theirs),
    doubts: merged.flatMap(({ clip, doubts }) =>
      clip === null
        ? []
        : doubts.map((doubt) => ({ clipId: clip.id, title: clip.said.title.value.text ?? '', doubt })),
    ),
    problems,
  };
}

function changesOf(
  merged: readonly MergedClip[],
  sideOf: (one: MergedClip) => MergedClip['ours'],
): SideChanges {
  const changes = { added: 0, changed: 0, removed: 0 };
  for (const one of merged) {
    const side = sideOf(one);
    const [first] = side;
    if (one.clip === null) changes.removed += side.length;
    else if (first === undefined) changes.added += 1;
    else if (side.length > 1 || !isSameClip(first, one.clip)) changes.changed += 1;
  }
  return changes;
}

/** So many clips may be changed or deleted by one sync without the user being asked, if the share is not passed either. */
const mostUnasked = 50;
const shareUnasked = 0.1;
/** In a small library a tenth is passed at once: of so few clips the user sees what happened. */
const fewClips = 5;

/** Whether a sync would change or delete so much, on either side, that the user is asked first. */
export function needsConsent({ here, there }: SyncReport, clips: { here: number; there: number }): boolean {
  const isLarge = ({ changed, removed }: SideChanges, total: number): boolean => {
    const touched = changed + removed;
    return touched > mostUnasked || (touched > fewClips && touched > shareUnasked * total);
  };
  return isLarge(here, clips.here) || isLarge(there, clips.there);
}
