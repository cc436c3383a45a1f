import type { ArticlePlace } from './article-place.ts';
import { type Metas, metaContents } from './meta-content.ts';
import { schemaTexts, type SchemaNode } from './schema-org.ts';
import { shownTags } from './shown-tags.ts';
import { isSiteName } from './site-name.ts';
import { oneLine, textOf } from './text-of.ts';

const metaNames = ['article:tag', 'og:article:tag', 'parsely-tags', 'bytedance:tags', 'citation_keywords'];

/** The page's own tags in page order: those shown by the article, else those stated for machines. */
export function readTags(
  document: Document,
  metas: Metas,
  article: SchemaNode | null,
  place: ArticlePlace,
  names: readonly string[],
): readonly string[] {
  const sources = [
    () => shownTags(document, place),
    () => metaContents(metas, metaNames).flatMap((text) => splitList(text)),
    () => withoutKinds(schemaTexts(article?.data['keywords']).flatMap((text) => splitList(text))),
    () => splitList(metaContents(metas, ['itemprop:keywords'])[0] ?? ''),
    () => pageKeywords(document, metas, names).filter((tag) => tag !== textOf(place.heading)),
  ];
  for (const read of sources) {
    const tags = unique(read());
    if (tags.length > 0) return tags;
  }
  return [];
}

/** The keywords of the head, unless they are the site's: most must be words of this page. */
function pageKeywords(document: Document, metas: Metas, names: readonly string[]): readonly string[] {
  const keywords = unique(splitList(metaContents(metas, ['keywords'])[0] ?? ''));
  if (keywords.length === 0 || keywords.length > 10) return [];
  if (keywords.some((word) => isSiteName(word, names))) return [];
  const text = (document.body?.textContent ?? '').toLowerCase();
  const present = keywords.filter((word) => text.includes(word.toLowerCase()));
  return present.length * 3 >= keywords.length * 2 ? keywords : [];
}

/** Medium states `Tag:Go`, `Topic:Programming`, `Elevated:false` in one list. */
function withoutKinds(keywords: readonly string[]): readonly string[] {
  const tagged = keywords.filter((word) => word.startsWith('Tag:'));
  return tagged.length === 0 ? keywords : tagged.map((word) => word.slice(4));
}

function splitList(text: string): readonly string[] {
  return text.split(/[,，;；、]/).map((tag) => tag.trim());
}

function unique(tags: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const written of tags) {
    const tag = oneLine(written)
      .replace(/^[#＃]\s*/, '')
      .replace(/(?<![,，;；、])[,，;；、]+$/, '')
      .trim();
    if (tag !== '' && tag.length <= 60 && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  return [...seen.values()];
}
