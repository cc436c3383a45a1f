import { mayWrite } from '../../../browser/directory-picker.ts';
import { openSyncFolderRecord } from '../../../database/sync/sync-folder-record.ts';
import { openFolderRecord } from '../../../database/transfer/folder-record.ts';
import { folderFiles } from '../../folder/folder-files.ts';
import type { Carrier } from '../carrier.ts';
import { openFolder } from './open-folder.ts';

/** The folder that the user chose. Throws `folder/…`, `store/…`. */
export async function openOwnFolder(now: () => number): Promise<Carrier> {
  const record = await openSyncFolderRecord();
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  try {
    return await openFolder({ record, mayWrite, now, pause, clearCopy });
  } catch (error) {
    record.close();
    throw error;
  }
}

/** Removes what the one-way copy wrote there, where nobody changed it since: the library is in the folder now. */
async function clearCopy(): Promise<void> {
  const copy = await openFolderRecord();
  try {
    const chosen = await copy.folder.get('folder');
    if (chosen === undefined) return;
    const files = folderFiles(chosen.handle, copy);
    const owners = new Set((await copy.files.toArray()).map(({ clipId }) => clipId));
    for (const owner of owners) await files.keepOnly(owner, new Set());
    await copy.clips.clear();
  } finally {
    copy.close();
  }
}
