import * as v from 'valibot';
import { readFields } from '../fields/read-fields.ts';
import { isGiven } from '../fields/read-values.ts';
import type { ImportEntry } from '../imported-clip.ts';
import { eachOf, parsed, parseJson, text } from './json-entries.ts';
import { type Named, pathOf } from './named-path.ts';

const karakeepList = v.object({ id: v.string(), name: v.string(), parentId: text, type: text });
const karakeepEntry = v.looseObject({
  lists: v.optional(v.array(v.string()), []),
  content: v.nullable(v.looseObject({ url: text })),
});
const karakeepExport = v.object({
  bookmarks: v.array(v.unknown()),
  lists: v.optional(v.array(v.unknown()), []),
});

/**
 * Karakeep's (Hoarder's) export: `{bookmarks, lists}`; lists nest by their parent's id, smart ones are searches. Texts
 * have no page to clip.
 */
export function* importKarakeep(json: string): Generator<ImportEntry> {
  const whole = parsed(karakeepExport, parseJson(json));
  const lists = new Map<string, Named>();
  for (const value of whole.lists) {
    const list = v.safeParse(karakeepList, value);
    if (list.success && list.output.type !== 'smart') lists.set(list.output.id, list.output);
  }
  yield* eachOf(whole.bookmarks, karakeepEntry, ({ lists: ids, content, ...entry }, place) => {
    const fields = new Map<string, unknown>([
      ['url', content?.url ?? content?.['sourceUrl']],
      ['title', entry['title'] ?? content?.['title']],
      ['tags', entry['tags']],
      ['folder', ids.map((id) => pathOf(lists, id).join('/'))],
      ['note', entry['note']],
      ['description', entry['summary'] ?? content?.['description']],
      ['highlights', entry['highlights']],
      ['author', content?.['author']],
      ['publisher', content?.['publisher']],
      ['date published', content?.['datePublished']],
      ['archived', entry['archived']],
      ['favourite', entry['favourited']],
      ['created at', entry['createdAt']],
      ['html content', content?.['htmlContent']],
      ['text', content?.['text']],
    ]);
    const kind = isGiven(content?.['htmlContent']) ? 'html' : 'markdown';
    return readFields(fields, { content: kind, roles: { content: ['html content', 'text'] } }, place, null)
      .entry;
  });
}
