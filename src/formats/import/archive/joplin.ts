import type { DayOrder } from '../../../core/job/file-work.ts';
import { type ImportEntry, problem } from '../imported-clip.ts';
import { type Named, pathOf } from '../json/named-path.ts';
import { joplinProperties } from '../notes/joplin-properties.ts';
import { noteEntry } from '../notes/note.ts';
import { type ArchiveFiles, readText } from './archive-files.ts';
import { picturesBeside } from './pictures.ts';

/** Joplin's own export, as an archive (JEX) or a folder (RAW): each item a file of its id's name. */
export function isJoplinItem(path: string): boolean {
  return /(?:^|\/)[a-f\d]{32}\.md$/.test(path);
}

/** Times that have not come are 0. */
function isTime(value: string | undefined): boolean {
  return value !== undefined && value !== '0';
}

const types = { note: '1', notebook: '2', tag: '5', noteTag: '6' } as const;

/** Notes with their notebooks as nested tags, their tags and their pictures. Two passes: notebooks lie anywhere. */
export async function* importJoplin(
  files: ArchiveFiles,
  order: DayOrder | null,
): AsyncGenerator<ImportEntry> {
  const notebooks = new Map<string, Named>();
  const tags = new Map<string, string>();
  const tagged = new Map<string, string[]>();
  const notes: string[] = [];
  for (const path of files.paths.filter(isJoplinItem)) {
    const { text } = await readText(files, path);
    const item = text === null ? null : joplinProperties(text);
    const said = (name: string) => item?.fields.get(name) ?? '';
    const id = said('id');
    if (said('type_') === types.notebook)
      notebooks.set(id, { id, name: item?.title ?? '', parentId: said('parent_id') });
    else if (said('type_') === types.tag) tags.set(id, item?.title ?? '');
    else if (said('type_') === types.noteTag)
      tagged.set(said('note_id'), [...(tagged.get(said('note_id')) ?? []), said('tag_id')]);
    else if (item === null || said('type_') === types.note) notes.push(path);
  }
  for (const path of notes) {
    const { text, problems } = await readText(files, path);
    yield* problems;
    if (text === null) continue;
    const fields = joplinProperties(text)?.fields;
    if (isTime(fields?.get('deleted_time'))) {
      yield problem('in-trash', joplinProperties(text)?.title ?? path, { entry: path });
      continue;
    }
    const more = new Map<string, unknown>([
      ['tags', (tagged.get(fields?.get('id') ?? '') ?? []).map((id) => tags.get(id) ?? '')],
      ['folder', [pathOf(notebooks, fields?.get('parent_id') ?? '').join('/')]],
      // The user may have changed the date by hand.
      ['created', fields?.get('user_created_time') ?? fields?.get('created_time')],
      ['done', isTime(fields?.get('todo_completed'))],
    ]);
    const kind = fields?.get('markup_language') === '2' ? 'html' : 'markdown';
    yield noteEntry(text, path, { pictures: picturesBeside(files, path), order, kind }, more);
  }
}
