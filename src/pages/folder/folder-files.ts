import { nameKey } from '../../formats/export/file-name.ts';
import type { ClipId } from '../../core/clip/clip.ts';
import { isNamed, removeFile, requireFolder, fileAt, writeFile } from '../../disk/directory-files.ts';
import { sha256 } from '../../disk/sha256.ts';
import type { FolderRecord } from '../../database/transfer/folder-record.ts';

/** The user's folder, in which only what we wrote, and nobody has changed since, is ours to change. */
export interface FolderFiles {
  /**
   * Writes these bytes for a clip under `name` + `extension`, or, where a file stands there that is not ours, under the
   * name with a number. Returns the path. An equal file is taken for ours.
   */
  readonly put: (
    clipId: ClipId,
    name: string,
    extension: string,
    bytes: Uint8Array<ArrayBuffer>,
  ) => Promise<string>;
  /** Removes the clip's files but for these. What is not ours any more stays. */
  readonly keepOnly: (clipId: ClipId, paths: ReadonlySet<string>) => Promise<void>;
}

export function folderFiles(root: FileSystemDirectoryHandle, record: FolderRecord): FolderFiles {
  /** Writes the file, or says that the place is taken. */
  async function write(
    clipId: ClipId,
    path: string,
    bytes: Uint8Array<ArrayBuffer>,
    hash: string,
  ): Promise<'written' | 'taken'> {
    const key = nameKey(path);
    const row = await record.files.get(key);
    if (row !== undefined && row.clipId !== clipId) return 'taken';
    const there = await hashOfFile(root, path);
    if (there !== null && there !== hash && !(row?.hashes.includes(there) ?? false)) return 'taken';
    if (there !== hash) {
      // Who dies between the file and its record, or finds the folder gone, knows either text for ours.
      await record.files.put({ key, path, clipId, hashes: [...(row?.hashes ?? []), hash] });
      await writeFile(root, path, bytes);
    }
    await record.files.put({ key, path, clipId, hashes: [hash] });
    return 'written';
  }

  return {
    async put(clipId, name, extension, bytes) {
      const hash = await sha256(bytes);
      for (let number = 1; ; number += 1) {
        const path = number === 1 ? `${name}${extension}` : `${name} ${number}${extension}`;
        if ((await write(clipId, path, bytes, hash)) === 'written') return path;
      }
    },
    async keepOnly(clipId, paths) {
      for (const { key, path, hashes } of await record.files.where('clipId').equals(clipId).toArray()) {
        if (paths.has(path)) continue;
        const there = await hashOfFile(root, path);
        if (there === null) await requireFolder(root);
        else if (hashes.includes(there)) await removeFile(root, path);
        await record.files.delete(key);
      }
    },
  };
}

/** null where there is no such file, be it that the whole folder is gone. */
async function hashOfFile(root: FileSystemDirectoryHandle, path: string): Promise<string | null> {
  try {
    const file = await fileAt(root, path);
    return file === null ? null : await sha256(await file.arrayBuffer());
  } catch (error) {
    // A folder of this name stands there: taken.
    if (isNamed(error, 'TypeMismatchError')) return '';
    throw error;
  }
}
