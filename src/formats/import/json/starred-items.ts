import * as v from 'valibot';
import { decodeEntities } from '../../text/html-entities.ts';
import { readFields } from '../fields/read-fields.ts';
import type { ImportEntry } from '../imported-clip.ts';
import { eachOf, parsed, parseJson, text, time } from './json-entries.ts';

const links = v.optional(v.nullable(v.array(v.looseObject({ href: text }))), []);
const body = v.optional(v.nullable(v.looseObject({ content: text })), null);
const item = v.object({
  title: text,
  author: text,
  categories: v.optional(v.nullable(v.array(v.string())), []),
  published: time,
  starred: time,
  crawlTimeMsec: time,
  timestampUsec: time,
  canonical: links,
  alternate: links,
  summary: body,
  content: body,
  annotations: v.optional(v.nullable(v.array(v.unknown())), []),
  origin: v.optional(v.nullable(v.looseObject({ title: text })), null),
});
const starredExport = v.object({ items: v.array(v.unknown()) });

/** The starred items of feed readers in Google Reader's form: Inoreader, FreshRSS, The Old Reader, Feedbin. */
export function* importStarredItems(json: string): Generator<ImportEntry> {
  yield* eachOf(parsed(starredExport, parseJson(json)).items, item, (entry, place) => {
    const fields = new Map<string, unknown>([
      ['url', entry.canonical?.[0]?.href ?? entry.alternate?.[0]?.href],
      // Titles are HTML in this form.
      ['title', entry.title === null ? null : decodeEntities(entry.title)],
      ['author', entry.author],
      ['tags', (entry.categories ?? []).flatMap(labelOf)],
      ['saved', entry.starred ?? entry.crawlTimeMsec ?? entry.timestampUsec],
      ['published', entry.published],
      ['site', entry.origin?.title],
      ['content', entry.content?.content ?? entry.summary?.content],
      ['highlights', entry.annotations],
    ]);
    return readFields(fields, { content: 'html' }, place, null).entry;
  });
}

/** `user/1/label/Dev`; what a feed itself says of its item and the user's own states are no labels. */
function labelOf(category: string): string[] {
  const label = /^user\/[^/]*\/label\/(.+)$/.exec(category.slice(0, 500))?.[1];
  return label === undefined ? [] : [label];
}
