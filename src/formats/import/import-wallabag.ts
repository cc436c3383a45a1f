import * as v from 'valibot';
import { type ImportEntry, importedClip } from './imported-clip.ts';
import { importedDate, importedTime } from './imported-dates.ts';
import { eachOf, flag, htmlContent, names, parseJson, text, time } from './json-entries.ts';

const wallabagEntry = v.object({
  url: text,
  title: text,
  content: text,
  tags: names,
  is_archived: flag,
  is_starred: flag,
  created_at: time,
  archived_at: time,
  published_at: time,
  published_by: v.optional(v.nullable(v.array(v.nullable(v.string()))), []),
  language: text,
  domain_name: text,
  annotations: v.optional(v.nullable(v.array(v.object({ text: text, quote: text }))), []),
});

/** wallabag's export: a list of entries with their content as HTML. */
export function* importWallabag(json: string): Generator<ImportEntry> {
  yield* eachOf(v.array(v.unknown()), parseJson(json), wallabagEntry, (entry, place) =>
    importedClip(
      {
        url: entry.url,
        title: entry.title ?? '',
        content: htmlContent(entry.content),
        tags: entry.tags ?? [],
        note: (entry.annotations ?? []).map(annotation).join('\n\n'),
        savedAt: importedTime(entry.created_at),
        read: Boolean(entry.is_archived),
        readAt: importedTime(entry.archived_at),
        starred: Boolean(entry.is_starred),
        publishedAt: importedDate(entry.published_at),
        author: (entry.published_by ?? []).filter((name) => name !== null && name.trim() !== '').join(', '),
        language: entry.language,
        siteName: entry.domain_name,
      },
      place,
    ),
  );
}

function annotation({ quote, text: comment }: { quote: string | null; text: string | null }): string {
  const quoted = (quote ?? '').trim().replaceAll(/^/gm, '> ');
  return [quoted, comment ?? ''].filter((part) => part.trim() !== '' && part !== '> ').join('\n\n');
}
