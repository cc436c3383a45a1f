import { tableEntries } from './csv-table.ts';
import { folderTag, importedClip, type ImportEntry } from './imported-clip.ts';
import { importedTime } from './imported-dates.ts';
import { listOf } from './tag-list.ts';

/** Any other table with a column `url`: what its columns are most often called. */
export function importTable(text: string): Iterable<ImportEntry> {
  return tableEntries(text, (column, line) => {
    const first = (...names: readonly string[]) => names.map(column).find((value) => value !== '') ?? '';
    return importedClip(
      {
        url: first('url', 'link', 'href'),
        title: first('title', 'name'),
        tags: [...folderTag(first('folder', 'collection').split('/')), ...listOf(first('tags', 'labels'))],
        note: first('note', 'notes', 'comment'),
        description: first('description', 'excerpt'),
        author: first('author'),
        savedAt: importedTime(first('created', 'saved', 'added', 'date', 'time_added', 'timestamp')),
      },
      { line },
    );
  });
}
