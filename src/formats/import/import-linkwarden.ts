import * as v from 'valibot';
import { folderTag, type ImportEntry, importedClip } from './imported-clip.ts';
import { importedTime } from './imported-dates.ts';
import { eachOf, names, parseJson, text, time } from './json-entries.ts';

const linkwardenLink = v.object({
  url: text,
  name: text,
  description: text,
  tags: names,
  createdAt: time,
  importDate: time,
});
const linkwardenExport = v.object({
  collections: v.array(v.object({ name: text, links: v.array(v.unknown()) })),
});
const inCollection = v.object({ collection: v.string(), link: linkwardenLink });

/** Linkwarden's export: collections with their links. Its own collection `Unorganized` is no tag. */
export function* importLinkwarden(json: string): Generator<ImportEntry> {
  const links = v.pipe(
    linkwardenExport,
    v.transform(({ collections }) =>
      collections.flatMap((each) => each.links.map((link) => ({ collection: each.name ?? '', link }))),
    ),
  );
  yield* eachOf(links, parseJson(json), inCollection, ({ collection, link }, place) =>
    importedClip(
      {
        url: link.url,
        title: link.name ?? '',
        tags: [
          ...(link.tags ?? []),
          ...(collection === 'Unorganized' ? [] : folderTag(collection.split('/'))),
        ],
        description: link.description,
        savedAt: importedTime(link.importDate) ?? importedTime(link.createdAt),
      },
      place,
    ),
  );
}
