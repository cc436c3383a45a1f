import { Dexie, type EntityTable } from 'dexie';
import { openRecord } from '../open-record.ts';

/** The folder in which devices meet. */
export interface SyncFolderRow {
  readonly id: 'folder';
  readonly handle: FileSystemDirectoryHandle;
  /** The one-way copy of the library was in it: what it wrote goes once all is here. */
  readonly clearsCopy: boolean;
}

/** What a file is known by: `blob` names its content. */
export type FolderEntry = readonly [path: string, blob: string, size: number, changedAt: number];

/** The folder's files at one moment. */
export interface SnapshotRow {
  readonly id: string;
  /** When it was looked at, epoch ms. */
  readonly at: number;
  readonly entries: readonly FolderEntry[];
}

/** A file of ours that is about to be written, or removed (null). It is whole here before it is begun there. */
export interface PendingRow {
  readonly path: string;
  readonly before: string | null;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** What is known of the folder, in a database of its own: the page that syncs writes it. It may be lost: then all is looked at again. */
export type SyncFolderRecord = Dexie & {
  folder: EntityTable<SyncFolderRow, 'id'>;
  snapshots: EntityTable<SnapshotRow, 'id'>;
  pending: EntityTable<PendingRow, 'path'>;
};

const databaseName = 'clipshelf-sync-folder';

/** Throws `store/…`. */
export async function openSyncFolderRecord(name = databaseName): Promise<SyncFolderRecord> {
  return await openRecord<SyncFolderRecord>(name, { folder: 'id', snapshots: 'id', pending: 'path' });
}

/** Forgets the folder and what is known of it. Its files stay. */
export async function deleteSyncFolderRecord(name = databaseName): Promise<void> {
  await Dexie.delete(name);
}
