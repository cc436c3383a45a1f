import { oneLine } from './text-of.ts';
import { unescapeEntities } from './schema-org.ts';

/** Values of the page's own `<meta name|property|itemprop>` of these names (lower case), in the order of the names. */
export function metaContents(document: Document, names: readonly string[]): readonly string[] {
  const found = names.map((): string[] => []);
  for (const meta of document.querySelectorAll('meta[content]')) {
    const item = meta.closest('[itemscope]') === null ? meta.getAttribute('itemprop') : null;
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? item ?? '').toLowerCase();
    const value = oneLine(unescapeEntities(meta.getAttribute('content') ?? ''));
    if (value !== '') found[names.indexOf(name)]?.push(value);
  }
  return found.flat();
}

export function metaContent(document: Document, names: readonly string[]): string | null {
  return metaContents(document, names)[0] ?? null;
}
