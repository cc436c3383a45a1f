import { folderTag, type ImportEntry, importedClip } from '../imported-clip.ts';
import { textIn } from '../xml/elements.ts';

/** A link as a desktop keeps it: Windows' `.url`, macOS' `.webloc`, `.desktop` of Linux. */
export function isShortcut(start: string): boolean {
  return (
    /^\[(?:InternetShortcut|Desktop Entry)\]/i.test(start) || /<plist\b[^]{0,400}<key>URL<\/key>/.test(start)
  );
}

/** Its file's name is the title, and the folders around it (Internet Explorer's favourites) are a tag. */
export function* importShortcut(text: string, path: string): Generator<ImportEntry> {
  const url =
    /^\s{0,9}URL\s{0,9}=\s{0,9}(\S{1,32000})/im.exec(text.slice(0, 100_000))?.[1] ?? textIn(text, 'string');
  const levels = path.split('/');
  const title = levels.pop()?.replace(/\.(?:url|webloc|desktop)$/i, '') ?? '';
  yield importedClip({ url, title, tags: folderTag(levels) }, { entry: path });
}
