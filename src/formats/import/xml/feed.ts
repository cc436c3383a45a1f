import { plainText } from '../../text/markup.ts';
import { readFields } from '../fields/read-fields.ts';
import type { ImportedContent, ImportEntry } from '../imported-clip.ts';
import { attributesOf, children, elements, plain, type XmlElement } from './elements.ts';

/** RSS, RDF and Atom, by their outermost element. */
export function isFeed(start: string): boolean {
  return /<(?:rss|feed|rdf:RDF)[\s>]/i.test(start.slice(0, 4_000));
}

/**
 * The entries of a feed that was saved as a file, as Diigo and readers of feeds export what was saved. The longest text that
 * an entry has is the article; a short one beside it is the description.
 */
export function* importFeed(text: string): Generator<ImportEntry> {
  let number = 0;
  for (const name of ['item', 'entry']) {
    for (const { inner } of elements(text, name)) {
      number += 1;
      yield entryOf([...children(inner)], { entry: String(number) });
    }
  }
}

function entryOf(parts: readonly XmlElement[], place: { readonly entry: string }): ImportEntry {
  const named = (...names: readonly string[]) =>
    names.flatMap((name) => parts.filter((part) => part.name === name));
  const textOf = (...names: readonly string[]) =>
    named(...names)
      .map(({ inner }) => plain(inner).trim())
      .find((text) => text !== '') ?? '';
  const whole = textOf('content:encoded', 'content');
  const short = textOf('description', 'summary');
  const content = contentOf(whole || short);
  const fields = new Map<string, unknown>([
    ['url', addressOf(named)],
    ['title', plainText(textOf('title'))],
    ['tags', named('category', 'dc:subject').map(termOf)],
    [
      'author',
      named('dc:creator', 'author')
        .map(personOf)
        .find((text) => text !== '') ?? '',
    ],
    ['published', textOf('pubDate', 'published', 'dc:date', 'updated')],
    ['description', whole === '' ? '' : plainText(short)],
  ]);
  return readFields(fields, {}, place, null, { content }).entry;
}

type Named = (...names: readonly string[]) => XmlElement[];

/** Its link, else an identifier that is an address. */
function addressOf(named: Named): string {
  const links = named('link').map(({ attributes, inner }) => {
    const said = attributesOf(attributes);
    return { rel: said.get('rel') ?? 'alternate', url: (said.get('href') ?? plain(inner)).trim() };
  });
  const ids = named('guid', 'id').map(({ inner }) => plain(inner).trim());
  return links.find(({ rel }) => rel === 'alternate')?.url || (ids.find((id) => /^https?:/i.test(id)) ?? '');
}

function termOf({ attributes, inner }: XmlElement): string {
  return attributesOf(attributes).get('term') ?? plain(inner).trim();
}

function personOf({ inner }: XmlElement): string {
  const name = [...children(inner)].find((part) => part.name === 'name');
  return plain(name?.inner ?? inner).trim();
}

function contentOf(text: string): ImportedContent | null {
  return text === '' ? null : { kind: 'html', text };
}
