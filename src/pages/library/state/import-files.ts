import { droppedFiles } from '../../options/view/picked-files.ts';

/** The address of the settings with what is in these files, before any of it is taken over; null where there is none. */
export async function importAddress(data: DataTransfer): Promise<string | null> {
  // Read first: the browser empties the list as soon as anything else is awaited.
  const files = droppedFiles(data);
  const { passFiles } = await import('../../options/transfer/passed-file.ts');
  return await passFiles(await files);
}
