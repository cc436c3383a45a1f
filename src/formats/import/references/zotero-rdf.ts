import type { DayOrder } from '../../../core/job/file-work.ts';
import { readFields } from '../fields/read-fields.ts';
import type { ImportEntry } from '../imported-clip.ts';
import { type Named, pathOf } from '../json/named-path.ts';
import { attributesOf, children, elements, plain, textIn, type XmlElement } from '../xml/elements.ts';

export function isZoteroRdf(start: string): boolean {
  return start.includes('<rdf:RDF') && start.includes('http://www.zotero.org/namespaces/export#');
}

/**
 * Zotero's RDF: items, notes and collections side by side, each naming the others by identifiers. Attachments and notes
 * of no page are no clips of their own; collections nest, and are tags.
 */
export function* importZoteroRdf(text: string, order: DayOrder | null): Generator<ImportEntry> {
  const parts = [...elements(text, 'rdf:RDF')].flatMap(({ inner }) => [...children(inner)]);
  const memos = new Map(
    parts
      .filter(({ name }) => name === 'bib:Memo')
      .map((memo) => [about(memo), textIn(memo.inner, 'rdf:value')]),
  );
  const collections = collectionsOf(parts);
  let number = 0;
  for (const part of parts) {
    const kind = textIn(part.inner, 'z:itemType');
    if (kind === '' || kind === 'attachment' || kind === 'note') continue;
    number += 1;
    yield entryOf(part, { memos, collections, order, number });
  }
}

interface Around {
  readonly memos: ReadonlyMap<string, string>;
  readonly collections: Collections;
  readonly order: DayOrder | null;
  readonly number: number;
}

function entryOf(part: XmlElement, { memos, collections, order, number }: Around): ImportEntry {
  const fields = [...children(part.inner)];
  const named = (name: string) => fields.filter((field) => field.name === name);
  const said = (name: string) => plain(named(name)[0]?.inner ?? '').trim();
  const notes = named('dcterms:isReferencedBy').map((field) => memos.get(resource(field)) ?? '');
  const ids = collections.of.get(about(part)) ?? [];
  const values = new Map<string, unknown>([
    [
      'url',
      named('dc:identifier')
        .map(({ inner }) => textIn(inner, 'rdf:value'))
        .find((text) => text !== '') ?? about(part),
    ],
    ['title', said('dc:title')],
    ['folder', ids.map((id) => pathOf(collections.byId, id).join('/'))],
    ['tags', named('dc:subject').map(({ inner }) => textIn(inner, 'rdf:value') || plain(inner).trim())],
    [
      'author',
      named('bib:authors').flatMap(({ inner }) => [...elements(inner, 'foaf:Person')].map(personOf)),
    ],
    [
      'site',
      named('dcterms:isPartOf')
        .map(({ inner }) => textIn(inner, 'dc:title'))
        .find((text) => text !== ''),
    ],
    ['description', said('dcterms:abstract')],
    ['language', said('z:language')],
    ['date saved', said('dcterms:dateSubmitted')],
    ['published', said('dc:date')],
    ['note', notes.join('')],
  ]);
  return readFields(values, {}, { entry: String(number) }, order).entry;
}

interface Collections {
  readonly byId: ReadonlyMap<string, Named>;
  /** The collections that an item is in, by the item's identifier. */
  readonly of: ReadonlyMap<string, readonly string[]>;
}

function collectionsOf(parts: readonly XmlElement[]): Collections {
  const found = parts.filter(({ name }) => name === 'z:Collection');
  const of = new Map<string, string[]>();
  for (const collection of found)
    for (const { attributes } of elements(collection.inner, 'dcterms:hasPart')) {
      const id = attributesOf(attributes).get('rdf:resource') ?? '';
      const known = of.get(id) ?? [];
      known.push(about(collection));
      of.set(id, known);
    }
  const byId = new Map(
    found.map((collection): [string, Named] => {
      const id = about(collection);
      return [id, { id, name: textIn(collection.inner, 'dc:title'), parentId: of.get(id)?.[0] ?? null }];
    }),
  );
  return { byId, of };
}

function about({ attributes }: XmlElement): string {
  return attributesOf(attributes).get('rdf:about') ?? '';
}

function resource({ attributes }: XmlElement): string {
  return attributesOf(attributes).get('rdf:resource') ?? '';
}

function personOf({ inner }: { readonly inner: string }): string {
  return `${textIn(inner, 'foaf:givenName')} ${textIn(inner, 'foaf:surname')}`.trim();
}
