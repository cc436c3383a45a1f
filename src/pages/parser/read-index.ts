import { recognizePage } from '../../article/index-page/recognize-page.ts';
import type { PageList } from '../../domain/clip/page-list.ts';

/** What an index page lists. */
export function readIndex(document: Document): PageList {
  const { posts, next } = recognizePage(document);
  return { title: document.title, pages: posts, next };
}
