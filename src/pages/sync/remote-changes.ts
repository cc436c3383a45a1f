import type { ClipId } from '../../core/clip/clip.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import type { Carrier } from './carrier.ts';

export interface RemoteDependencies {
  readonly repository: Carrier;
  /** The last state of a clip that is known to be in the repository. */
  readonly known: (id: ClipId) => Promise<SharedClip | null>;
  /** The clip whose Markdown was at this path. */
  readonly clipAt: (path: string) => Promise<ClipId | null>;
  /** All clips that are known to have been there. */
  readonly lastKnown: () => Promise<readonly SharedClip[]>;
}

/** What the repository says of clips that changed there. */
export interface RemoteChanges {
  /** As the repository's files are read, edits by hand among them; null where the clip was deleted there. */
  readonly theirs: ReadonlyMap<ClipId, SharedClip | null>;
  /** As its records say: what differs from `theirs` was changed by hand, and is not in the records yet. null where a living clip has none. */
  readonly records: ReadonlyMap<ClipId, SharedClip | null>;
  /** Texts that were written by hand and have no file of their own yet, by hash. */
  readonly texts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Files with names that somebody gave them; they go when their clip is next sent. */
  readonly strays: ReadonlyMap<ClipId, readonly string[]>;
  /** Each costs its file alone: the clip stays here as it is. */
  readonly problems: readonly ImportProblem[];
  /** Indexes of days of which something changed. */
  readonly days: ReadonlySet<string>;
}

/** The record that the repository has of a clip: null for none, undefined where it is the one that was known. */
export function recordThere({ records, theirs }: RemoteChanges, id: ClipId): SharedClip | null | undefined {
  const record = records.get(id);
  return record === undefined && theirs.get(id) === null ? null : record;
}

export const noChanges: RemoteChanges = {
  theirs: new Map(),
  records: new Map(),
  texts: new Map(),
  strays: new Map(),
  problems: [],
  days: new Set(),
};
