import { tableEntries } from './csv-table.ts';
import { folderTag, importedClip, type ImportEntry } from './imported-clip.ts';
import { importedTime } from './imported-dates.ts';

/** Raindrop's export: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`; folders `Dev / Go`. */
export function importRaindrop(text: string): Iterable<ImportEntry> {
  return tableEntries(text, (column, line) =>
    importedClip(
      {
        url: column('url'),
        title: column('title'),
        tags: [...raindropFolder(column('folder')), ...column('tags').split(',')],
        note: [column('note'), column('highlights')].filter((part) => part.trim() !== '').join('\n\n'),
        description: column('excerpt'),
        savedAt: importedTime(column('created')),
        starred: isTrue(column('favorite')),
      },
      { line },
    ),
  );
}

/** Where Raindrop puts what is in no folder. */
const noFolder = new Set(['unsorted', '未分类', '未排序']);

function raindropFolder(folder: string): string[] {
  return noFolder.has(folder.trim().toLowerCase()) ? [] : folderTag(folder.split('/'));
}

function isTrue(text: string): boolean {
  return ['true', '1', 'yes'].includes(text.trim().toLowerCase());
}
