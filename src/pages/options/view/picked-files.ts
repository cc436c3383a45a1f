import type { PickedFile } from '../state/transfer.ts';

/** The files of a field, with their way within the folder where one was chosen. */
export function pickedFiles(files: FileList | null): PickedFile[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** More are no export. */
const mostDropped = 100_000;

/** What was dropped: files, folders with all that they hold, or a text as the list of addresses that it may be. */
export async function droppedFiles(data: DataTransfer): Promise<PickedFile[]> {
  // Asked before anything is awaited: the browser empties the list then.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  // Pasted files, and those of some file managers, are in no file system.
  const loose = entries.length === 0 ? pickedFiles(data.files) : [];
  const text = data.getData('text/uri-list') || data.getData('text/plain');
  const found: PickedFile[] = [...loose];
  for (const entry of entries) await collect(entry, found);
  if (found.length > 0 || text === '') return found;
  return [{ path: 'list.txt', file: new File([text], 'list.txt', { type: 'text/plain' }) }];
}

async function collect(entry: FileSystemEntry, found: PickedFile[]): Promise<void> {
  if (found.length >= mostDropped) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  if (!isDirectory(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const each of some) await collect(each, found);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
