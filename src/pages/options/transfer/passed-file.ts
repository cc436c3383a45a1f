import { openStagedFile, stageFile } from '../../../disk/staged-files.ts';
import type { PickedFile } from '../state/transfer.ts';

const idOf = 'file';
const nameOf = 'name';

/** Keeps files of another page for the preview of the settings page; the address that shows it. Throws `store/full`. */
export async function passFiles(files: readonly PickedFile[]): Promise<string | null> {
  const [first] = files;
  if (first === undefined) return null;
  const ending = new AbortController().signal;
  const file =
    files.length === 1 ? first.file : await (await import('./pack-files.ts')).packFiles(files, ending);
  const id = crypto.randomUUID();
  await stageFile(id, file, ending);
  return `../options/index.html?${new URLSearchParams({ [idOf]: id, [nameOf]: file.name })}#transfer`;
}

/** Whether the page's address names a file that another page passed. */
export function hasPassedFile(search: string): boolean {
  return new URLSearchParams(search).has(idOf);
}

/** That file, under the name that it had. Throws `import/unreadable` where it is not there any more. */
export async function passedFile(search: string): Promise<PickedFile[]> {
  const said = new URLSearchParams(search);
  const kept = await openStagedFile(said.get(idOf) ?? '');
  const path = said.get(nameOf) ?? kept.name;
  return [{ path, file: new File([kept], path, { type: kept.type }) }];
}
