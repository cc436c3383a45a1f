import { metaContent } from '../metadata/meta-content.ts';
import { findArticleNode, hasType, readSchemaNodes } from '../metadata/schema-org.ts';
import { textOf } from '../metadata/text-of.ts';
import { parseUrl } from '../../domain/parse-url.ts';
import { isList, textLength } from './post-links.ts';
import type { PostList } from './post-list.ts';

/** What speaks for an index (above 0) and for an article (below), as log-odds that add up. */
export interface Evidence {
  readonly index: number;
  /** Characters of prose and code that stand in no card of the list. */
  readonly proseOutside: number;
}

const blocks = 'p, li, pre, td, blockquote, dd, figcaption';

export function weigh(
  document: Document,
  url: string,
  main: Element,
  list: PostList | null,
  next: string | null,
): Evidence {
  const proseOutside = proseBesides(main, list);
  if (list === null) return { index: -6, proseOutside };
  return {
    index: listEvidence(list) + pageEvidence(document, url, next) - proseEvidence(list, proseOutside),
    proseOutside,
  };
}

function listEvidence(list: PostList): number {
  const many = Math.min(3, Math.log2(list.posts.length)) - 1;
  return many + 1.2 * list.dated + 0.8 * list.headed + 0.6 * list.excerpted + 0.8 * list.named - 1.5;
}

function pageEvidence(document: Document, url: string, next: string | null): number {
  const path = parseUrl(url)?.pathname ?? '';
  const nodes = readSchemaNodes(document);
  const home = /^\/(?:index\.html?)?$/.test(path);
  let index = 0;
  if (home) index += 2;
  else if (
    isList(path.replace(/\/$/, '')) ||
    /\/(?:page|p)\/?\d+\/?$|\/(?:blog|posts?|articles?|notes?|archives?)\/?(?:index\.html)?$/i.test(path)
  )
    index += 2.5;
  if (next !== null) index += 1.5;
  if (nodes.some((node) => hasType(node, /^(?:Blog|ItemList|CollectionPage)$/))) index += 1;
  if (document.querySelector('.h-feed, [itemtype$="/Blog"], [itemtype$="/ItemList"]') !== null) index += 1;
  if (
    /归档|标签|分类|专栏|文章列表|archives?\b|\btags?\b|categor(?:y|ies)\b|posts? (?:in|tagged)/i.test(
      titleOf(document),
    )
  )
    index += 1;
  if (!home && findArticleNode(nodes, url) !== null) index -= 3;
  if (!home && metaContent(document, ['og:type']) === 'article') index -= 2.5;
  if (!home && metaContent(document, ['article:published_time']) !== null) index -= 1.5;
  return index;
}

function titleOf(document: Document): string {
  return `${textOf(document.querySelector('title'))} ${textOf(document.querySelector('h1'))}`.slice(0, 300);
}

/** Prose outside of the cards, against what the cards hold. */
function proseEvidence(list: PostList, outside: number): number {
  const inside = list.posts.reduce((sum, { card }) => sum + textLength(card), 0);
  const share = outside / (outside + inside + 300);
  return 6 * share + Math.min(4, outside / 1500);
}

function proseBesides(main: Element, list: PostList | null): number {
  const cards = new Set<Element>(list?.posts.map(({ card }) => card));
  let length = 0;
  for (const block of main.querySelectorAll(blocks)) {
    if (block.querySelector(blocks) !== null) continue;
    if (!isInside(block, cards, main) && block.closest('nav, aside, footer, form') === null)
      length += (block.textContent ?? '').trim().length;
  }
  return length;
}

function isInside(element: Element, cards: ReadonlySet<Element>, main: Element): boolean {
  for (let place: Element | null = element; place !== null && place !== main; place = place.parentElement) {
    if (cards.has(place)) return true;
  }
  return false;
}
