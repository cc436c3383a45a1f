import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { poll } from './poll.ts';

/** The folder that a browser with this profile saves into. */
export function downloadsOf(profile: string): string {
  return join(profile, 'saved files');
}

/** The file that the browser saves there while `act` runs, once it is whole. */
export async function downloadedBy(
  profile: string,
  act: () => Promise<unknown>,
  name: RegExp,
): Promise<Buffer> {
  const folder = downloadsOf(profile);
  await mkdir(folder, { recursive: true });
  await act();
  const file = await poll(
    `a file like ${String(name)}`,
    async () => {
      const files = await readdir(folder);
      if (files.some((each) => /\.(?:part|crdownload)$/.test(each))) return null;
      const found = files.find((each) => name.test(each));
      if (found === undefined) return null;
      const bytes = await readFile(join(folder, found));
      // Firefox reserves the name with an empty file.
      return bytes.byteLength === 0 ? null : { path: join(folder, found), bytes };
    },
    60_000,
  );
  await rm(file.path);
  return file.bytes;
}
