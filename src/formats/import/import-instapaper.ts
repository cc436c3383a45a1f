import { tableEntries } from './csv-table.ts';
import { folderTag, importedClip, type ImportEntry } from './imported-clip.ts';
import { importedTime } from './imported-dates.ts';
import { listOf } from './tag-list.ts';

/**
 * Instapaper's export: `URL,Title,Selection,Folder,Timestamp`, since 2023 also `Tags` as a JSON list. Unread, Archive
 * and Starred are states that look like folders.
 */
export function importInstapaper(text: string): Iterable<ImportEntry> {
  return tableEntries(text, (column, line) => {
    const folder = column('folder').trim();
    const state = folder.toLowerCase();
    return importedClip(
      {
        url: column('url'),
        title: column('title'),
        tags: [
          ...(['unread', 'archive', 'starred'].includes(state) ? [] : folderTag([folder])),
          ...listOf(column('tags')),
        ],
        note: column('selection'),
        savedAt: importedTime(column('timestamp')),
        read: state === 'archive',
        starred: state === 'starred',
      },
      { line },
    );
  });
}
