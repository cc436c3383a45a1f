import { inertYaml } from './inert.ts';
import type { Article } from '../../../core/clip/article.ts';

type Described = Pick<
  Article,
  | 'title'
  | 'url'
  | 'canonicalUrl'
  | 'author'
  | 'publishedAt'
  | 'updatedAt'
  | 'tags'
  | 'language'
  | 'siteName'
  | 'description'
>;

/** What is known of an article as YAML front matter, with the names that static site generators use. */
export function frontMatter(article: Described): string {
  const lines = [
    ['title', article.title],
    ['url', article.canonicalUrl ?? article.url],
    ['site', article.siteName],
    ['author', article.author],
    ['date', article.publishedAt],
    ['updated', article.updatedAt],
    ['language', article.language],
    ['description', article.description],
  ].flatMap(([key, value]) =>
    value === null || value === undefined || value === '' ? [] : [`${key}: ${inertYaml(value)}`],
  );
  if (article.tags.length > 0) lines.push(`tags: [${article.tags.map((tag) => inertYaml(tag)).join(', ')}]`);
  return `---\n${lines.join('\n')}\n---\n`;
}
