import { deleteSyncFolderRecord, openSyncFolderRecord } from '../../../database/sync/sync-folder-record.ts';
import { openFolderRecord, stopFolder } from '../../../database/transfer/folder-record.ts';
import { markerPath } from '../../../formats/repository/repository-files.ts';

/** In a folder with other files, the library gets one of its own. */
const ownName = 'Clipshelf';

/**
 * Takes this folder for the one in which devices meet; what the user sees of it. A one-way copy of the library that is in the same
 * folder ends, and goes with the first sync. Throws `store/…`, DOMException.
 */
export async function takeFolder(
  chosen: FileSystemDirectoryHandle,
  copiesHere: boolean,
): Promise<{ readonly name: string; readonly endsCopy: boolean }> {
  const copied = copiesHere ? await endCopy(chosen) : null;
  const handle = await placeIn(chosen, copied ?? new Set());
  await deleteSyncFolderRecord();
  const record = await openSyncFolderRecord();
  try {
    await record.folder.put({ id: 'folder', handle, clearsCopy: copied !== null });
  } finally {
    record.close();
  }
  const name = handle === chosen ? chosen.name : `${chosen.name}/${ownName}`;
  return { name, endsCopy: copied !== null };
}

/** Asks the browser anew, within the user's gesture. False where the user says no. */
export async function allowFolder(
  askToWrite: (handle: FileSystemDirectoryHandle) => Promise<boolean>,
): Promise<boolean> {
  const record = await openSyncFolderRecord();
  try {
    const row = await record.folder.get('folder');
    return row !== undefined && (await askToWrite(row.handle));
  } finally {
    record.close();
  }
}

async function placeIn(
  chosen: FileSystemDirectoryHandle,
  copied: ReadonlySet<string>,
): Promise<FileSystemDirectoryHandle> {
  const names = new Set<string>();
  for await (const name of chosen.keys()) if (!name.startsWith('.')) names.add(name);
  const isLibrary = names.has(markerPath) || names.has('clips');
  if (isLibrary || [...names].every((name) => copied.has(name))) return chosen;
  return await chosen.getDirectoryHandle(ownName, { create: true });
}

/** What a one-way copy has in this folder, by the first part of its paths; null where it is elsewhere or nowhere. */
async function endCopy(chosen: FileSystemDirectoryHandle): Promise<ReadonlySet<string> | null> {
  const copy = await openFolderRecord();
  try {
    const folder = await copy.folder.get('folder');
    if (folder?.active !== true || !(await folder.handle.isSameEntry(chosen))) return null;
    await stopFolder(copy);
    const files = await copy.files.toArray();
    return new Set(files.map(({ path }) => path.split('/')[0] ?? ''));
  } finally {
    copy.close();
  }
}
