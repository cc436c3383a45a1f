import { folderTag, type ImportEntry, importedClip } from '../imported-clip.ts';
import { textIn } from '../xml/elements.ts';

/** A link as a desktop keeps it: Windows' `.url`, macOS' `.webloc`, `.desktop` of Linux. */
export function isShortcut(start: string): boolean {
  return (
    /^\[(?:InternetShortcut|Desktop Entry)\]/i.test(start) ||
    (start.startsWith('<') &&
      start.slice(0, 2_000).includes('<plist') &&
      start.slice(0, 2_000).includes('<key>URL</key>'))
  );
}

/** Its file's name is the title, and the folders around it (Internet Explorer's favourites) are a tag. */
export function* importShortcut(text: string, path: string): Generator<ImportEntry> {
  const url =
    /^URL[ \t]{0,9}=[ \t]{0,9}(\S{1,32000})/im.exec(text.slice(0, 100_000))?.[1] ?? textIn(text, 'string');
  const levels = path.split('/');
  const title = levels.pop()?.replace(/\.(?:url|webloc|desktop)$/i, '') ?? '';
  yield importedClip({ url, title, tags: folderTag(levels) }, { entry: path });
}
