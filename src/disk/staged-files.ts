import { Failure } from '../core/failure.ts';

// Files that are being taken over, in the origin's own file system: a job must be able to go on without the page, the
// worker and the browser that it began in.

const folderName = 'taken-over';

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return await root.getDirectoryHandle(folderName, { create: true });
}

/** Writes a file for another of our contexts to read. Throws `store/full` where there is no room for it. */
export async function writeCopy(name: string, file: Blob): Promise<void> {
  await stageFile(name, file, new AbortController().signal);
}

/** Copies a file. Throws `store/full` where there is no room for it. */
export async function stageFile(name: string, file: Blob, signal: AbortSignal): Promise<void> {
  const handle = await (await folder()).getFileHandle(name, { create: true });
  try {
    await file.stream().pipeTo(await handle.createWritable(), { signal });
  } catch (error) {
    await (await folder()).removeEntry(name);
    if (error instanceof DOMException && error.name === 'QuotaExceededError')
      throw new Failure('store/full', error.message, { cause: error });
    throw error;
  }
}

/** Throws `import/unreadable` where it is not there any more. */
export async function openStagedFile(name: string): Promise<File> {
  try {
    return await (await (await folder()).getFileHandle(name)).getFile();
  } catch (error) {
    throw new Failure('import/unreadable', `our copy: ${String(error)}`, { cause: error });
  }
}

const day = 24 * 60 * 60 * 1000;

/**
 * Removes the copies that no job needs, but for those of the last day: a page may be about to give one to a job, or the
 * parser page a batch of one to the worker.
 */
export async function removeOldStagedFiles(needed: ReadonlySet<string>, now: number): Promise<void> {
  const directory = await folder();
  for await (const [name, handle] of directory.entries()) {
    if (needed.has(name) || handle.kind !== 'file') continue;
    const file = await handle.getFile();
    if (now - file.lastModified > day) await directory.removeEntry(name);
  }
}

/** Removes a staged file; it may be gone already. */
export async function removeStagedFile(name: string): Promise<void> {
  try {
    await (await folder()).removeEntry(name);
  } catch {
    // Removed already.
  }
}
