import { tableEntries } from './csv-table.ts';
import { importedClip, type ImportEntry } from './imported-clip.ts';
import { importedTime } from './imported-dates.ts';
import { listOf } from './tag-list.ts';

/**
 * Readwise Reader's export: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`; tags as a Python
 * list, location new, later, shortlist, archive or feed.
 */
export function importReadwise(text: string): Iterable<ImportEntry> {
  return tableEntries(text, (column, line) => {
    const location = column('location').toLowerCase();
    return importedClip(
      {
        url: column('url'),
        title: column('title'),
        tags: listOf(column('document tags')),
        savedAt: importedTime(column('saved date')),
        read: location === 'archive' || Number(column('reading progress')) >= 1,
        starred: location === 'shortlist',
      },
      { line },
    );
  });
}
