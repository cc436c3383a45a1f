import { tableEntries } from './csv-table.ts';
import { importedClip, type ImportEntry } from './imported-clip.ts';
import { importedTime } from './imported-dates.ts';

/** Pocket's export (2023 on): `title,url,time_added,tags,status`; tags joined by `|`, status `unread` or `archive`. */
export function importPocket(text: string): Iterable<ImportEntry> {
  return tableEntries(text, (column, line) =>
    importedClip(
      {
        url: column('url'),
        title: column('title'),
        tags: column('tags').split('|'),
        savedAt: importedTime(column('time_added')),
        read: column('status').toLowerCase() === 'archive',
      },
      { line },
    ),
  );
}
