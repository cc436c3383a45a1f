import type { Article, TextBlock } from './article.ts';
import { articleFromLink } from './article-from-link.ts';
import type { IndexPost } from './index-page.ts';

/** An index page kept as what it is, a reading list: titles with their links, dates and excerpts. */
export function articleFromList(url: string, title: string, posts: readonly IndexPost[]): Article {
  const link = articleFromLink(url, title);
  const texts = posts.map(lineOf);
  const blocks: TextBlock[] = texts.map((text) => ({ kind: 'prose', text }));
  const items = posts.map((post, index) => `<li data-block="${String(index)}">${itemHtml(post)}</li>`);
  const words = texts.join(' ').split(/\s+/).length;
  return {
    ...link,
    html: `<ol>${items.join('')}</ol>`,
    blocks,
    measure: { ...link.measure, words, readingMinutes: Math.max(1, Math.round(words / 220)) },
    integrity: { ...link.integrity, extractorVersion: 'list', coverage: 1 },
  };
}

function lineOf({ title, date, excerpt }: IndexPost): string {
  return [title, date, excerpt].filter((part) => part !== null && part !== '').join(' · ');
}

function itemHtml({ url, title, date, excerpt }: IndexPost): string {
  const time = date === null ? '' : ` · <time datetime="${escape(date)}">${escape(date)}</time>`;
  const more = excerpt === null || excerpt === '' ? '' : ` · ${escape(excerpt)}`;
  return `<a href="${escape(url)}">${escape(title)}</a>${time}${more}`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
