import { unescapeEntities } from './schema-org.ts';
import { oneLine } from './text-of.ts';

/** What a page's own `<meta name|property|itemprop>` say, by their names in lower case, in the order of the page. */
export type Metas = ReadonlyMap<string, readonly string[]>;

/** Reads them once: a page is asked for a hundred names. Microdata of the head stand under `itemprop:NAME` too. */
export function readMetas(document: Document): Metas {
  const metas = new Map<string, string[]>();
  const add = (name: string, value: string): void => {
    const values = metas.get(name);
    if (values === undefined) metas.set(name, [value]);
    else values.push(value);
  };
  for (const meta of document.querySelectorAll('meta[content]')) {
    const property = meta.getAttribute('itemprop');
    const item = property !== null && meta.closest('[itemscope]') === null ? property : null;
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? item ?? '').toLowerCase();
    const value = oneLine(unescapeEntities(meta.getAttribute('content') ?? ''));
    if (value === '') continue;
    if (name !== '') add(name, value);
    if (property !== null && meta.closest('head') !== null) add(`itemprop:${property}`, value);
  }
  return metas;
}

/** Values of these names, in the order of the names. */
export function metaContents(metas: Metas, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => metas.get(name) ?? []);
}

export function metaContent(metas: Metas, names: readonly string[]): string | null {
  return metaContents(metas, names)[0] ?? null;
}
