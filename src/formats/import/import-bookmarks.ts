import { decodeEntities } from '../text/html-entities.ts';
import { type Markup, readMarkup } from '../text/markup.ts';
import { folderTag, type ImportEntry, importedClip, problem } from './imported-clip.ts';
import { importedTime } from './imported-dates.ts';

/**
 * A Netscape bookmark file, as browsers, Pinboard, Delicious, Shaarli and many others write it, and Pocket's older
 * list, which has the same links between other elements:
 *
 *   <DT><H3>Folder</H3> <DL> <DT><A HREF ADD_DATE TAGS>Title</A> <DD>Note … </DL>
 *
 * Folders become nested tags, but for the browser's own ones (toolbar, unfiled). Dates are seconds, in some files
 * milliseconds or microseconds.
 */
export function* importBookmarks(text: string): Generator<ImportEntry> {
  const folders: string[] = [];
  let opening: string | null = null;
  let read = false;
  let pending: Markup | null = null;
  for (const part of readMarkup(text, new Set(['dl', '/dl', 'h1', 'h3', 'a', 'dd']))) {
    if (part.name === 'dd' && pending !== null) {
      yield bookmark(pending, folders, read, part.text);
      pending = null;
      continue;
    }
    if (pending !== null) yield bookmark(pending, folders, read, '');
    pending = null;
    if (part.name === 'broken') yield problem('unbalanced-quotes', part.text, { line: part.line });
    else if (part.name === 'a') pending = part;
    else if (part.name === 'h3') opening = isBrowsersOwn(part) ? '' : decodeEntities(part.text);
    else if (part.name === 'h1') read = /archive/i.test(part.text);
    else if (part.name === 'dl') {
      folders.push(opening ?? '');
      opening = null;
    } else folders.pop();
  }
  if (pending !== null) yield bookmark(pending, folders, read, '');
}

function bookmark(link: Markup, folders: readonly string[], read: boolean, note: string): ImportEntry {
  const said = (name: string) => link.attributes.get(name);
  return importedClip(
    {
      url: said('href'),
      title: decodeEntities(link.text),
      tags: [...folderTag(folders), ...(said('tags') ?? '').split(',')],
      note: decodeEntities(note),
      savedAt: importedTime(said('add_date') ?? said('time_added')),
      read,
    },
    { line: link.line },
  );
}

function isBrowsersOwn(folder: Markup): boolean {
  return ['personal_toolbar_folder', 'unfiled_bookmarks_folder'].some(
    (name) => folder.attributes.get(name)?.toLowerCase() === 'true',
  );
}
