import type { RecognizedPage } from '../../core/clip/index-page.ts';
import { findFeeds } from './feeds.ts';
import { weigh } from './page-evidence.ts';
import { findNextPage } from './pagination.ts';
import { mainOf, mostLinks, postLinks } from './post-links.ts';
import { findPostList } from './post-list.ts';
import { findSeries } from './series.ts';
import { Surroundings } from './surroundings.ts';

/**
 * Whether a page is an article, an index of posts or something else, and the posts, pages and feeds that it names.
 * Reads structure only, without layout, and changes nothing, since it runs in the page that the user sees as the popup opens.
 */
export function recognizePage(document: Document, url: string = document.URL): RecognizedPage {
  const main = mainOf(document);
  const around = new Surroundings(main);
  const links = postLinks(document, url, main, around);
  const list = findPostList(links, main);
  const next = findNextPage(document, url);
  const evidence = weigh(document, url, main, around, list, next);
  const index = 1 / (1 + Math.exp(-evidence.index));
  const isIndex = index >= 0.5;
  const kind = isIndex ? 'index' : evidence.isArticle ? 'article' : 'other';
  return {
    kind,
    confidence: isIndex ? index : 1 - index,
    posts: list?.posts.map(({ post }) => post) ?? [],
    ...(links.length < mostLinks ? {} : { isCut: true }),
    next: isIndex ? next : null,
    feeds: findFeeds(document, url),
    series: isIndex ? null : findSeries(document, url),
  };
}
