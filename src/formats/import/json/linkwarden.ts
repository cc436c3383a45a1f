import * as v from 'valibot';
import { readFields } from '../fields/read-fields.ts';
import type { ImportEntry } from '../imported-clip.ts';
import { eachOf, parsed, parseJson, text } from './json-entries.ts';
import { type Named, pathOf } from './named-path.ts';

const id = v.optional(v.nullable(v.union([v.string(), v.number()])), null);
const linkwardenExport = v.object({
  collections: v.array(
    v.object({ id, name: text, parentId: id, links: v.optional(v.array(v.unknown()), []) }),
  ),
  pinnedLinks: v.optional(v.nullable(v.array(v.unknown())), []),
});
const inCollection = v.object({ folder: v.string(), link: v.looseObject({ id, url: text }) });

/**
 * Linkwarden's export: collections, nested by their parent's id, with their links; the pinned ones listed apart. Its own
 * collection `Unorganized` is no tag.
 */
export function* importLinkwarden(json: string): Generator<ImportEntry> {
  const whole = parsed(linkwardenExport, parseJson(json));
  const collections = new Map<string, Named>();
  for (const { id: own, name, parentId } of whole.collections)
    if (own !== null) collections.set(String(own), { id: own, name: name ?? '', parentId });
  const pinned = new Set((whole.pinnedLinks ?? []).map((link) => idOf(link)));
  const links = whole.collections.flatMap((collection) =>
    collection.links.map((link) => ({
      folder:
        collection.id === null
          ? (collection.name ?? '')
          : pathOf(collections, String(collection.id)).join('/'),
      link,
    })),
  );
  yield* eachOf(links, inCollection, ({ folder, link }, place) => {
    const fields = new Map<string, unknown>([
      ['url', link.url],
      ['title', link['name']],
      ['tags', link['tags']],
      ['folder', folder],
      ['description', link['description']],
      ['text content', link['textContent']],
      ['highlights', link['highlight'] ?? link['highlights']],
      ['date saved', link['importDate'] ?? link['createdAt']],
      ['pinned', link.id !== null && pinned.has(String(link.id))],
    ]);
    return readFields(fields, { roles: { content: ['text content'] }, content: 'markdown' }, place, null)
      .entry;
  });
}

function idOf(link: unknown): string | null {
  const found = v.safeParse(v.object({ id }), link);
  return found.success && found.output.id !== null ? String(found.output.id) : null;
}
