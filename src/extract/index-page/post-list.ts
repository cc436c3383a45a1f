import type { IndexPost } from '../../core/clip/index-page.ts';
import { readCard } from './post-card.ts';
import { postGroups, type PostGroup } from './post-groups.ts';
import type { PostLink } from './post-links.ts';
import { textLength } from './surroundings.ts';

export interface ListedPost {
  readonly post: IndexPost;
  readonly link: PostLink;
  readonly card: Element;
}

/** The page's best list of posts, and how much its cards look like cards of posts. */
export interface PostList {
  readonly posts: readonly ListedPost[];
  /** Shares (0 to 1) of cards with a date, a heading, an excerpt, and an element or class made for posts. */
  readonly dated: number;
  readonly headed: number;
  readonly excerpted: number;
  readonly named: number;
}

/** How many cards of a group are read to judge it. */
const sample = 20;

/** The repeated structure that looks most like a list of posts; null where nothing repeats. */
export function findPostList(links: readonly PostLink[], main: Element): PostList | null {
  const total = Math.max(1, textLength(main));
  const groups = postGroups(links, main)
    .filter((group) => !isWhole(group, total))
    .sort((a, b) => b.links.length - a.links.length)
    .slice(0, 24);
  let best: { readonly group: PostGroup; readonly score: number } | null = null;
  for (const group of groups) {
    const list = readGroup(group, sample);
    if (list.posts.length === 0) continue;
    const score = scoreOf(list, group.links.length, total);
    if (best === null || score > best.score) best = { group, score };
  }
  return best === null ? null : withSiblings(readGroup(best.group, Infinity), groups);
}

/** A single link, or a pair with the article itself between them, is no list. */
function isWhole(group: PostGroup, total: number): boolean {
  return group.links.length < 4 && group.cards.some((card) => textLength(card) > Math.max(2000, 0.7 * total));
}

function readGroup(group: PostGroup, most: number): PostList {
  const posts: ListedPost[] = [];
  for (const [at, link] of group.links.slice(0, most).entries()) {
    const card = group.cards[at] ?? link.element;
    const post = readCard(link, card, group.same.get(link.key) ?? [link]);
    if (post !== null) posts.push({ post, link, card });
  }
  return measured(posts);
}

function measured(posts: readonly ListedPost[]): PostList {
  const share = (test: (listed: ListedPost) => boolean): number =>
    posts.length === 0 ? 0 : posts.filter((listed) => test(listed)).length / posts.length;
  return {
    posts,
    dated: share(({ post, card }) => post.date !== null && card !== null),
    headed: share(
      ({ link, card }) =>
        link.element.closest('h1, h2, h3, h4') !== null || card.querySelector('h1, h2, h3, h4') !== null,
    ),
    excerpted: share(({ post }) => post.excerpt !== null),
    named: share(({ card, link }) => isNamed(card) || isNamed(link.element)),
  };
}

/** An element or class that templates give to posts in lists. */
function isNamed(element: Element): boolean {
  const made =
    'article, .h-entry, .hentry, [itemtype*="BlogPosting"], [itemtype*="Article"], [class*="post" i], [class*="article" i], [class*="entry" i], [class*="archive" i], [class*="blog" i], [class*="excerpt" i]';
  return (
    element.matches(made) ||
    (element.firstElementChild?.matches(made) ?? false) ||
    (element.parentElement?.matches(made) ?? false)
  );
}

function scoreOf(list: PostList, count: number, total: number): number {
  const text = (count / list.posts.length) * list.posts.reduce((sum, { card }) => sum + textLength(card), 0);
  const length =
    list.posts.reduce((sum, { post }) => sum + Math.min(post.title.length, 30), 0) / list.posts.length;
  const look =
    0.4 +
    0.9 * list.dated +
    list.headed +
    0.5 * list.excerpted +
    0.5 * list.named +
    Math.min(length, 15) / 30;
  return Math.log2(1 + count) * look + 2 * Math.min(1, text / total);
}

/** With the cards beside the best ones that differ in a detail: the first, a pinned one, one without picture. */
function withSiblings(list: PostList, groups: readonly PostGroup[]): PostList {
  const parents = new Set(list.posts.map(({ card }) => card.parentElement));
  const shape = new Set(list.posts.map(({ card }) => card.tagName));
  const all = [...list.posts];
  const has = (card: Element, key: string): boolean =>
    all.some((other) => other.link.key === key || other.card.contains(card) || card.contains(other.card));
  for (const group of groups) {
    for (const [at, link] of group.links.entries()) {
      const card = siblingCard(group.cards[at] ?? link.element, parents);
      if (card === null || !shape.has(card.tagName) || has(card, link.key)) continue;
      const post = readCard(link, card, group.same.get(link.key) ?? [link]);
      if (post !== null) all.push({ post, link, card });
    }
  }
  all.sort((a, b) => ((a.card.compareDocumentPosition(b.card) & 4) === 0 ? 1 : -1));
  return all.length === list.posts.length ? list : measured(all);
}

/** The element at the height of the list's cards that holds this one. */
function siblingCard(card: Element, parents: ReadonlySet<Element | null>): Element | null {
  for (let place: Element | null = card; place !== null; place = place.parentElement) {
    if (parents.has(place.parentElement)) return place;
  }
  return null;
}
