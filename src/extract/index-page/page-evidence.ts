import { metaContent, readMetas } from '../metadata/meta-content.ts';
import { findArticleNode, hasType, readSchemaNodes } from '../metadata/schema-org.ts';
import { isElement, textOf } from '../metadata/text-of.ts';
import { parseUrl } from '../../core/parse-url.ts';
import { isList } from './post-links.ts';
import { textLength, type Surroundings } from './surroundings.ts';
import type { PostList } from './post-list.ts';

/** Which way a page leans: above 0 to an index, below to an article, as log-odds that add up. */
export interface Evidence {
  readonly index: number;
  /** Whether there is anything to clip: prose, or a statement that this is an article. */
  readonly isArticle: boolean;
}

/** Less text than this is an article only where the page says so. */
const shortestArticle = 120;

export function weigh(
  document: Document,
  url: string,
  main: Element,
  around: Surroundings,
  list: PostList | null,
  next: string | null,
): Evidence {
  const place = routeOf(url);
  const stated = statedArticle(document, url);
  const prose = proseOf(main, around, list);
  const isArticle = stated > 0 || prose.outside + prose.inside >= shortestArticle;
  if (list === null) return { index: -6, isArticle };
  const page = placeEvidence[place] + pageEvidence(document, next) - (place === 'home' ? 0 : stated);
  return { index: listEvidence(list) + page - proseEvidence(list, prose.outside), isArticle };
}

function listEvidence({ posts, dated, headed, excerpted, named }: PostList): number {
  const many = posts.length === 1 ? -4 : Math.min(3, Math.log2(posts.length)) - 1;
  return many + 1.2 * dated + 0.8 * headed + 0.6 * excerpted + 0.8 * named - 1.5;
}

const placeEvidence = { home: 2, list: 2.5, page: 0 };

/** What the address says: the site's start, an address that templates give to lists, or any other. */
function routeOf(url: string): keyof typeof placeEvidence {
  const path = parseUrl(url)?.pathname ?? '';
  if (/^\/(?:index\.html?)?$/.test(path)) return 'home';
  const counted = /\/(?:page|p)\/?\d+\/?$/i.test(path);
  const section = /\/(?:blog|posts?|articles?|notes?|archives?)\/?(?:index\.html?)?$/i.test(path);
  return counted || section || isList(path.replace(/\/$/, '')) ? 'list' : 'page';
}

function pageEvidence(document: Document, next: string | null): number {
  const listing = readSchemaNodes(document).some((node) =>
    hasType(node, /^(?:Blog|ItemList|CollectionPage)$/),
  );
  const feed = document.querySelector('.h-feed, [itemtype$="/Blog"], [itemtype$="/ItemList"]') !== null;
  const titled =
    /归档|标签|分类|专栏|文章列表|archives?\b|\btags?\b|categor(?:y|ies)\b|posts? (?:in|tagged)/i.test(
      titleOf(document),
    );
  return (next === null ? 0 : 1.5) + (listing ? 1 : 0) + (feed ? 1 : 0) + (titled ? 1 : 0);
}

/** How strongly the head says that the page is one article. */
function statedArticle(document: Document, url: string): number {
  const node = findArticleNode(readSchemaNodes(document), url) === null ? 0 : 3;
  const metas = readMetas(document);
  const type = metaContent(metas, ['og:type']) === 'article' ? 2.5 : 0;
  return node + type + (metaContent(metas, ['article:published_time']) === null ? 0 : 1.5);
}

function titleOf(document: Document): string {
  return `${textOf(document.querySelector('title'))} ${textOf(document.querySelector('h1'))}`.slice(0, 300);
}

/** Prose outside of the cards, against what the cards hold. */
function proseEvidence(list: PostList, outside: number): number {
  const inside = list.posts.reduce((sum, { card }) => sum + textLength(card), 0);
  return (6 * outside) / (outside + inside + 300) + Math.min(4, outside / 1500);
}

const blocks = /^(?:p|li|pre|td|blockquote|dd|figcaption)$/i;
const silent = /^(?:script|style|noscript|template|svg)$/i;

/** Characters of prose and code in the list's cards and elsewhere in the content, in one walk. */
function proseOf(
  main: Element,
  around: Surroundings,
  list: PostList | null,
): { readonly inside: number; readonly outside: number } {
  const cards = new Set<Element>(list?.posts.map(({ card }) => card));
  let [inside, outside] = [0, 0];
  const walk = (element: Element, inBlock: boolean, inCard: boolean): void => {
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3 && inBlock) {
        const length = child.nodeValue?.trim().length ?? 0;
        if (inCard) inside += length;
        else outside += length;
      } else if (isElement(child) && !silent.test(child.tagName) && (inBlock || !around.include(child))) {
        walk(child, inBlock || blocks.test(child.tagName), inCard || cards.has(child));
      }
    }
  };
  walk(main, false, false);
  return { inside, outside };
}
