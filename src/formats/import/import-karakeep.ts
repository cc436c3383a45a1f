import * as v from 'valibot';
import { folderTag, type ImportEntry, importedClip } from './imported-clip.ts';
import { importedTime } from './imported-dates.ts';
import { eachOf, flag, names, parsed, parseJson, text, time } from './json-entries.ts';

const karakeepList = v.object({ id: v.string(), name: v.string(), parentId: text });
type List = v.InferOutput<typeof karakeepList>;
const karakeepEntry = v.object({
  createdAt: time,
  title: text,
  tags: names,
  lists: v.optional(v.array(v.string()), []),
  content: v.nullable(v.object({ type: v.string(), url: text })),
  note: text,
  archived: flag,
});
const karakeepExport = v.object({
  bookmarks: v.array(v.unknown()),
  lists: v.optional(v.array(v.unknown()), []),
});

/** Karakeep's (Hoarder's) export: `{bookmarks, lists}`; lists nest by their parent's id. Texts have no page to clip. */
export function* importKarakeep(json: string): Generator<ImportEntry> {
  const whole = parsed(karakeepExport, parseJson(json));
  const byId = new Map<string, List>();
  for (const value of whole.lists) {
    const list = v.safeParse(karakeepList, value);
    if (list.success) byId.set(list.output.id, list.output);
  }
  yield* eachOf(v.array(v.unknown()), whole.bookmarks, karakeepEntry, (entry, place) =>
    importedClip(
      {
        url: entry.content?.url,
        title: entry.title ?? '',
        tags: [...(entry.tags ?? []), ...entry.lists.flatMap((id) => folderTag(listPath(byId, id)))],
        note: entry.note ?? '',
        savedAt: importedTime(entry.createdAt),
        read: Boolean(entry.archived),
      },
      place,
    ),
  );
}

/** Names from the outermost list to this one. A list that is its own ancestor ends the path. */
function listPath(byId: ReadonlyMap<string, List>, id: string): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (
    let list = byId.get(id);
    list !== undefined && !seen.has(list.id);
    list = byId.get(list.parentId ?? '')
  ) {
    seen.add(list.id);
    path.unshift(list.name);
  }
  return path;
}
