import { Dexie, type EntityTable, type Table } from 'dexie';
import type { ClipSource, ClipVersion } from '../core/clip/whole-clip.ts';
import type { Json, SharedClip } from '../core/sync/shared-clip.ts';
import type { StampedMap } from '../core/sync/stamp.ts';
import type { Clip, ClipBody, ClipId } from '../core/clip/clip.ts';
import type { Draft } from '../core/clip/draft.ts';
import type { ArticleEdits } from '../core/clip/article-edits.ts';
import type { Highlight } from '../core/highlight/highlight.ts';
import type { ClipImage } from '../core/image/image.ts';
import type { EditPiece } from '../core/job/edit-work.ts';
import type { Job, JobItem } from '../core/job/job.ts';
import type { RuleRun, SmartList } from '../core/library/smart-list.ts';
import type { Undo } from '../core/library/undo.ts';
import type { FieldTimes } from '../core/sync/change-times.ts';
import type { TagRow } from '../core/tag/tag.ts';
import { databaseName, nativeVersion, adoptPrewarmed } from './prewarm.ts';
import type { KeptClip } from './transfer/kept-clip.ts';
import { detectBlockedOpen } from './blocked-open.ts';
import { schemaHistory } from './schema.ts';
import { storeFailureNow } from './store-failure.ts';

export interface SourceRow extends ClipSource {
  readonly clipId: ClipId;
}

export interface VersionRow extends ClipVersion {
  readonly id?: number;
  readonly clipId: ClipId;
}

export interface ChangeRow {
  readonly clipId: ClipId;
  readonly at: number;
  readonly kind: 'put' | 'delete';
  /** When single fields changed last: sync decides by it. */
  readonly fields?: FieldTimes;
  /** Missing once the user's repository has it. */
  readonly unsent?: 1;
}

/** A picture's bytes, once for all clips that show it. */
export interface ImageFileRow {
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  /** With its media type. */
  readonly blob: Blob;
}

export interface EditsRow extends ArticleEdits {
  readonly clipId: ClipId;
}

/** A clip that rules have not looked at yet. */
export interface QueuedClip {
  readonly clipId: ClipId;
}

export interface RuleRunRow extends RuleRun {
  /** What takes it back. */
  readonly undo: Undo;
}

/** A clip as the user's repository has it. */
export interface SharedRow {
  readonly clipId: ClipId;
  /** The change (`changes.at`) that the repository has; `mustSend` where it has to be sent. */
  readonly at: number;
  /** null where the repository has none of it yet. */
  readonly common: SharedClip | null;
  /** The merged state with its stamps, where it is not sent yet. */
  readonly own: SharedClip | null;
  /** Files of it with names that somebody gave them: they go when it is next sent. */
  readonly strays: readonly string[];
}

/** An id that a clip had on another device, or here before it became one with another clip of its page. */
export interface AliasRow {
  readonly id: ClipId;
  readonly clipId: ClipId;
}

/** Up to where the library and the repository are known to each other. */
export interface SyncStateRow {
  readonly id: 'state';
  /** The commit that the library has all of; null before the first sync has ended. */
  readonly commit: string | null;
  /** Commits that the library has a part of: syncs that were ended in the middle. */
  readonly begun: readonly string[];
  /** All clips were compared with the repository once: since then, what is unsent is marked as such. */
  readonly isCompared: boolean;
}

/** What all devices have in common beside the clips, as it was last merged. */
export interface SharedValuesRow {
  readonly name: 'tags' | 'settings' | 'lists' | 'reading';
  readonly values: StampedMap<Json>;
}

/** A clip as it was before a sync; null where it was not there. */
export interface SyncUndoRow {
  readonly jobId: string;
  readonly clipId: ClipId;
  readonly before: KeptClip | null;
  /** The change that the sync made. */
  readonly at: number;
}

export type Database = Dexie & {
  clips: EntityTable<Clip, 'id'>;
  bodies: EntityTable<ClipBody, 'clipId'>;
  sources: EntityTable<SourceRow, 'clipId'>;
  versions: Table<VersionRow, number>;
  tags: EntityTable<TagRow, 'key'>;
  drafts: EntityTable<Draft, 'urlKey'>;
  changes: EntityTable<ChangeRow, 'clipId'>;
  jobs: EntityTable<Job, 'id'>;
  jobItems: Table<JobItem, [string, number]>;
  images: Table<ClipImage, [string, string]>;
  imageFiles: EntityTable<ImageFileRow, 'hash'>;
  edits: EntityTable<EditsRow, 'clipId'>;
  highlights: EntityTable<Highlight, 'id'>;
  editPieces: Table<EditPiece, [string, number]>;
  smartLists: EntityTable<SmartList, 'id'>;
  ruleQueue: EntityTable<QueuedClip, 'clipId'>;
  ruleRuns: Table<RuleRunRow, number>;
  sharedClips: EntityTable<SharedRow, 'clipId'>;
  syncState: EntityTable<SyncStateRow, 'id'>;
  aliases: EntityTable<AliasRow, 'id'>;
  sharedValues: EntityTable<SharedValuesRow, 'name'>;
  syncUndo: Table<SyncUndoRow, [string, string]>;
};

/**
 * Opens the library, creating it only where there is none. Strict durability: a committed write is on the disk.
 * Throws `store/newer-version`, `store/blocked` or `store/unavailable`; never replaces a database that does not open.
 */
export async function openDatabase(name = databaseName): Promise<Database> {
  const database = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    indexedDB: ownVersionOnly,
  }) as Database;
  for (const step of schemaHistory) database.version(step.version).stores(step.stores);
  const ended = new AbortController();
  try {
    await Promise.race([database.open(), detectBlockedOpen(database, ended.signal)]);
    return database;
  } catch (error) {
    database.close();
    throw await storeFailureNow(error);
  } finally {
    ended.abort();
  }
}

/**
 * Where the database is of a later version, Dexie would open it after all, without naming one, and change it to fit this
 * one. Here it is refused again: such a database is not to be touched. (Asking for its version first would cost every
 * cold start a request.)
 */
const ownVersionOnly: Pick<IDBFactory, 'open' | 'deleteDatabase' | 'cmp' | 'databases'> = {
  open: (name, version = nativeVersion) => adoptPrewarmed(name, version) ?? indexedDB.open(name, version),
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  cmp: (a, b) => indexedDB.cmp(a, b),
  databases: () => indexedDB.databases(),
};
