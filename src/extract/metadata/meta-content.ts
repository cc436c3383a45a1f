import { oneLine } from './text-of.ts';
import { unescapeEntities } from './schema-org.ts';

/** Values of a page's own `<meta name|property|itemprop>` of these names (lower case), in the order of the names. */
export function metaContents(head: ParentNode, names: readonly string[]): readonly string[] {
  const found = names.map((): string[] => []);
  for (const meta of head.querySelectorAll('meta[content]')) {
    const item = meta.closest('[itemscope]') === null ? meta.getAttribute('itemprop') : null;
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? item ?? '').toLowerCase();
    const value = oneLine(unescapeEntities(meta.getAttribute('content') ?? ''));
    if (value !== '') found[names.indexOf(name)]?.push(value);
  }
  return found.flat();
}

export function metaContent(head: ParentNode, names: readonly string[]): string | null {
  return metaContents(head, names)[0] ?? null;
}
