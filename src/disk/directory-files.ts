import { Failure, type FailureCode } from '../core/failure.ts';

// Files of a directory that the user chose, by paths from its root. What fails is a DOMException: folderFailure says what it means.

/** null where there is no such file, be it that the whole folder is gone. */
export async function fileAt(root: FileSystemDirectoryHandle, path: string): Promise<File | null> {
  try {
    const { folder, name } = await place(root, path, false);
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return null;
    throw error;
  }
}

/** Takes the place of what stood there, as a whole. */
export async function writeFile(
  root: FileSystemDirectoryHandle,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { folder, name } = await place(root, path, true);
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(bytes);
  await stream.close();
}

/** The file, and the folders that it leaves empty. */
export async function removeFile(root: FileSystemDirectoryHandle, path: string): Promise<void> {
  const { folder, name } = await place(root, path, false);
  await folder.removeEntry(name);
  for (let parents = path.split('/').slice(0, -1); parents.length > 0; parents = parents.slice(0, -1)) {
    try {
      const above = await place(root, parents.join('/'), false);
      await above.folder.removeEntry(above.name);
    } catch (error) {
      // Something else is in it: another file of the clip's, or one of the user's.
      if (isNamed(error, 'InvalidModificationError') || isNamed(error, 'NotFoundError')) return;
      throw error;
    }
  }
}

/** Throws where the folder itself is gone. Reads all of its names: not for every file. */
export async function requireFolder(root: FileSystemDirectoryHandle): Promise<void> {
  await root.keys().next();
}

async function place(
  root: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<{ readonly folder: FileSystemDirectoryHandle; readonly name: string }> {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  let folder = root;
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
  return { folder, name };
}

/** Whether the error is the one of the browser that has this name. */
export function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}

/** What a failure of the user's folder means. Others are thrown again. */
export function folderFailureCode(error: unknown): FailureCode {
  // A name that the file system does not take.
  if (error instanceof TypeError) return 'folder/unwritable';
  if (error instanceof Failure) return error.code;
  if (!(error instanceof DOMException)) throw error;
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'folder/no-access';
  return error.name === 'NotFoundError' ? 'folder/gone' : 'folder/unwritable';
}
