import type { Dexie, EntityTable } from 'dexie';
import type { ClipId } from '../../core/clip/clip.ts';
import type { FailureCode } from '../../core/failure.ts';
import { openRecord } from '../open-record.ts';

/** The folder that the user chose. */
export interface ChosenFolder {
  readonly id: 'folder';
  readonly handle: FileSystemDirectoryHandle;
  readonly active: boolean;
  /** When it was chosen or last allowed, epoch ms: a new time asks for a new try. */
  readonly askedAt: number;
}

/** How the writing goes. */
export interface FolderState {
  readonly id: 'state';
  /** Clips whose files are not up to date. */
  readonly waiting: number;
  /** When all was last up to date, epoch ms. */
  readonly writtenAt: number | null;
  readonly code: FailureCode | null;
  /** The form in which the files are written, as a text that differs with it. */
  readonly form?: string;
}

/** A file that we wrote. Its bytes say whether it still is what we wrote. */
export interface WrittenFile {
  /** The path without the difference of case. */
  readonly key: string;
  readonly path: string;
  readonly clipId: ClipId;
  /** SHA-256 of what we wrote; two while a new text is being written over it. */
  readonly hashes: readonly string[];
}

/** The change (`changes.at`) up to which a clip's files are up to date. */
export interface WrittenClip {
  readonly clipId: ClipId;
  readonly at: number;
}

/**
 * What is known of the user's folder, in a database of its own: it is the pages' that write there, and nothing of the
 * library. Without it nothing is lost but the knowledge which files are ours.
 */
export type FolderRecord = Dexie & {
  folder: EntityTable<ChosenFolder, 'id'>;
  state: EntityTable<FolderState, 'id'>;
  files: EntityTable<WrittenFile, 'key'>;
  clips: EntityTable<WrittenClip, 'clipId'>;
};

/** Throws `store/…`. */
export async function openFolderRecord(name = 'clipshelf-folder'): Promise<FolderRecord> {
  const stores = { folder: 'id', state: 'id', files: 'key, clipId', clips: 'clipId' };
  return await openRecord<FolderRecord>(name, stores);
}

/** Writes into this folder from now on. What is known of its files stays where it is the one of before. */
export async function chooseFolder(
  record: FolderRecord,
  handle: FileSystemDirectoryHandle,
  now: number,
): Promise<void> {
  const before = await record.folder.get('folder');
  const same = before !== undefined && (await before.handle.isSameEntry(handle));
  await record.transaction('rw', [record.folder, record.state, record.files, record.clips], async () => {
    await record.folder.put({ id: 'folder', handle, active: true, askedAt: now });
    await record.state.delete('state');
    // Looked at once more: a file that was deleted there comes back.
    await record.clips.clear();
    if (!same) await record.files.clear();
  });
}

/** Ends the writing to the folder. Its files and their record stay. */
export async function stopFolder(record: FolderRecord): Promise<void> {
  await record.folder.update('folder', { active: false });
}

/** Asks for another try. */
export async function retryFolder(record: FolderRecord, now: number): Promise<void> {
  await record.folder.update('folder', { askedAt: now });
}
