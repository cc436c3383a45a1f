import { recognizePage } from '../../extract/index-page/recognize-page.ts';
import type { PageList } from '../../core/clip/page-list.ts';
import type { WebPage } from './read-web-page.ts';

/** What an index page lists. */
export function readIndex({ document, url }: WebPage): PageList {
  const { posts, next } = recognizePage(document, url);
  return { title: document.title, pages: posts, next };
}
