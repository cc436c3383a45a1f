import { recognizePage } from '../../article/index-page/recognize-page.ts';
import type { PageList } from '../../domain/clip/page-list.ts';
import type { WebPage } from './read-web-page.ts';

/** What an index page lists. */
export function readIndex({ document, url }: WebPage): PageList {
  const { posts, next } = recognizePage(document, url);
  return { title: document.title, pages: posts, next };
}
