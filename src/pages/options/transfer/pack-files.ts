import { writeZip, type ZipFile } from '../../../formats/zip/write-zip.ts';
import type { PickedFile } from '../state/transfer.ts';

/**
 * Several files, or those of a folder, as one archive: a job has one file, and a note finds its pictures in it. It is named
 * after the folder, or after the first file and the number of the others.
 */
export async function packFiles(files: readonly PickedFile[], signal: AbortSignal): Promise<File> {
  const parts: Blob[] = [];
  for await (const chunk of writeZip(read(files, signal))) parts.push(new Blob([chunk]));
  return new File(parts, nameOf(files), { type: 'application/zip' });
}

async function* read(files: readonly PickedFile[], signal: AbortSignal): AsyncGenerator<ZipFile> {
  const names = new Set<string>();
  for (const { path, file } of files) {
    signal.throwIfAborted();
    // Two files of one name, from two folders.
    let name = path;
    for (let number = 2; names.has(name); number += 1) name = `${number}/${path}`;
    names.add(name);
    yield { name, bytes: new Uint8Array(await file.arrayBuffer()), modifiedAt: file.lastModified };
  }
}

function nameOf(files: readonly PickedFile[]): string {
  const [first] = files;
  const folder = first?.path.includes('/') === true ? first.path.split('/', 1)[0] : undefined;
  return folder ?? `${first?.file.name ?? ''} + ${files.length - 1}`;
}
