import { type Markup, readMarkup } from '../../text/markup.ts';
import { folderTag, type ImportEntry, problem } from '../imported-clip.ts';
import { type Fields, readFields } from '../fields/read-fields.ts';
import { readTags } from '../fields/tag-list.ts';

/**
 * A Netscape bookmark file, as browsers, Pinboard, Raindrop, linkding and many others write it, and other lists of links
 * (Pocket's and Instapaper's), which have the same links between other elements:
 *
 *   <DT><H3>Folder</H3> <DL> <DT><A HREF ADD_DATE TAGS>Title</A> <DD>Note … </DL>
 *
 * Folders become nested tags, but for the browser's own ones (toolbar, unfiled). A heading of state is none.
 */
export function* importBookmarks(text: string): Generator<ImportEntry> {
  const folders: string[] = [];
  let opening: string | null = null;
  let heading = '';
  let pending: Markup | null = null;
  // Instapaper's list has a heading for each folder.
  const isParted = text.split(/<h1\b/i, 3).length > 2;
  const entry = (link: Markup, note: string) => {
    const isFolder = isParted && folders.length === 0 && !noFolder.test(heading.trim());
    return bookmark(link, isFolder ? [heading] : folders, heading, note);
  };
  for (const part of readMarkup(text, new Set(['dl', '/dl', 'h1', 'h3', 'a', 'dd']))) {
    if (part.name === 'dd' && pending !== null) {
      yield entry(pending, part.text);
      pending = null;
      continue;
    }
    if (pending !== null) yield entry(pending, '');
    pending = null;
    if (part.name === 'broken') yield problem('unbalanced-quotes', part.text, { line: part.line });
    else if (part.name === 'a') {
      if (part.attributes.has('href')) pending = part;
    } else if (part.name === 'h3') opening = isNone(part) ? '' : part.text;
    else if (part.name === 'h1') heading = part.text;
    else if (part.name === 'dl') {
      folders.push(opening ?? '');
      opening = null;
    } else if (part.name === '/dl') folders.pop();
  }
  if (pending !== null) yield entry(pending, '');
}

/** Headings that are a state, or name the list itself. */
const noFolder = /^(?:unread|read archive|archive|starred|liked|home|bookmarks?)$/i;

const states: ReadonlyMap<string, string> = new Map([
  ['read archive', 'archive'],
  ['archive', 'archive'],
  ['starred', 'starred'],
  ['liked', 'starred'],
]);

/** linkding marks the user's own note within the description, and keeps its archive as a tag. */
const ownNote = { start: '[linkding-notes]', end: '[/linkding-notes]' } as const;
const archivedTag = 'linkding:archived';

function bookmark(link: Markup, folders: readonly string[], state: string, note: string): ImportEntry {
  const said = (name: string) => link.attributes.get(name) ?? '';
  const tags = readTags(said('tags'));
  const isArchived = tags.includes(archivedTag);
  const fields: Fields = new Map<string, unknown>([
    ['url', said('href')],
    ['title', link.text],
    ['tags', [...folderTag(folders), ...tags.filter((tag) => tag !== archivedTag)]],
    ['note', withoutMarks(note)],
    ['add date', said('add_date') || said('time_added') || said('date_added') || said('last_modified')],
    ['important', said('data-important') || said('important')],
    ['state', isArchived ? 'archive' : states.get(state.trim().toLowerCase())],
  ]);
  return readFields(fields, {}, { line: link.line }, null).entry;
}

function withoutMarks(note: string): string {
  const start = note.indexOf(ownNote.start);
  const end = note.indexOf(ownNote.end, start);
  if (start === -1 || end === -1) return note;
  const own = note.slice(start + ownNote.start.length, end);
  return [note.slice(0, start), own, note.slice(end + ownNote.end.length)]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}

function isNone(folder: Markup): boolean {
  const isOwn = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'].some(
    (name) => folder.attributes.get(name)?.toLowerCase() === 'true',
  );
  return isOwn || /^unsorted$/i.test(folder.text);
}
