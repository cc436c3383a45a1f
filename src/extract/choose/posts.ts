import { plainInkOf, textLengthOf } from '../boilerplate/ink.ts';
import type { PageCopy } from '../copy/page-copy.ts';

export interface Post {
  readonly content: Element;
  readonly author: string | undefined;
}

/** Addresses of what people write together: an issue, a question, a topic. */
const threads =
  /[/?](?:issues|discussions?|questions?|q|d|threads?|topics?|t|forums?|viewtopic|showthread|comments|item|merge_requests|pulls?|bugs?|tickets?|show_bug|posts?)(?:[/?.=-]|\b.*[=/.-])\d|\/comments\/\w{4,12}\//i;
/** Characters of an address that are looked at. */
const longestAddress = 2000;

/** Most texts that are looked at. */
const most = 500;
const bodies =
  /(?:^|[\s_-])(?:comm(?:ent)?|reply|note|post|answer|message|msg|topic|question|issue|top|description)?[\s_-]?(?:text|body|content|message|markdown|md|description|cooked)(?=$|[\s_-])/i;
const authors =
  '[itemprop="author"], [rel~="author"], [class*="author" i], [class*="user" i], [class*="poster" i], a[href*="/member"], a[href*="/user"], a[href*="/u/"], a[href*="/people/"], a[href*="/profile"], a[href*="/@"], a[href^="/~"]';

/** Whoever asked may be named far from the text: only links to people tell. */
const profiles =
  ':is(a[rel~="author"], a.author, a[href*="/member/"], a[href*="/user/"], a[href*="user?id="], a[href*="/u/"], a[href*="/people/"], a[href*="/profile/"], a[href*="/@"], a[href^="/~"]):not(nav a, header a)';

/**
 * The posts of a page whose address is a thread's: the texts of one make that stand under names of their own, and before
 * them what they answer. None where it is no thread.
 */
export function postsOf({ body, url }: PageCopy): readonly Post[] {
  const isThread = threads.test(url.slice(0, longestAddress));
  if (!isThread && body.querySelector(replyNames) === null) return [];
  const texts = [...body.querySelectorAll('div[class], td[class], section[class], article[class]')]
    .filter((each) => bodies.test(kindOf(each)) && /\S/.test(each.textContent ?? ''))
    .slice(0, most);
  const replies = mostOf(texts);
  const [first] = replies;
  if (first === undefined) return [];
  if (!isThread && !areAll(replies, body)) return [];
  const all = replies.map((content) => ({ content, author: authorOf(content, replies, body) }));
  const posts = withoutRules(all);
  if (posts.filter(({ author }) => author !== undefined).length < posts.length * 0.6) return [];
  const opening = openingBefore(
    posts[0]?.content ?? first,
    texts.filter((each) => !replies.includes(each)),
  );
  if (opening === null) return posts;
  const asker = authorOf(opening, [opening, ...replies], body, profiles);
  return [{ content: opening, author: asker }, ...posts];
}

const replyNames = '[class*="comment" i], [class*="reply" i], [class*="post" i], [class*="answer" i]';

/** A text of the same make that stands first, under no name, where all others have one: what the forum says of itself. */
function withoutRules(posts: readonly Post[]): readonly Post[] {
  const [first, ...others] = posts;
  const isNamed = others.length > 1 && others.every(({ author }) => author !== undefined);
  return first?.author === undefined && isNamed ? others : posts;
}

/** Whether a page is hardly more than what people say to each other: six parts of seven. */
function areAll(replies: readonly Element[], body: Element): boolean {
  const said = replies.reduce((sum, each) => sum + plainInkOf(each), 0);
  return replies.length > 1 && plainInkOf(body) < said * 1.17;
}

function kindOf(element: Element): string {
  return (element.getAttribute('class') ?? '').replace(/([a-z])([A-Z])/g, '$1-$2');
}

/** Of the texts of one make the ones that say most; what holds several others is no single post. */
function mostOf(texts: readonly Element[]): readonly Element[] {
  const groups = new Map<string, Element[]>();
  for (const each of texts) {
    const make = `${each.tagName} ${each.classList[0] ?? ''}`;
    groups.set(make, [...(groups.get(make) ?? []), each]);
  }
  const many = [...groups.values()].filter((group) => group.length > 1);
  const holdsMany = (each: Element): boolean =>
    many.some((group) => group.filter((other) => other !== each && each.contains(other)).length > 1);
  let best: readonly Element[] = [];
  let ink = 0;
  for (const made of many) {
    // The text may stand in an element of the same make.
    const group = made.filter(
      (outer) => !made.some((inner) => inner !== outer && outer.contains(inner) && isWhole(inner, outer)),
    );
    if (group.some((each, index) => group[index - 1]?.contains(each) === true || holdsMany(each))) continue;
    const own = group.reduce((sum, each) => sum + plainInkOf(each), 0);
    const isWithin = best.some((each) => each.contains(group[0] ?? null));
    if (own <= ink * (isWithin ? 0.8 : 1.1)) continue;
    best = group;
    ink = Math.max(ink, own);
  }
  return best;
}

function isWhole(inner: Element, outer: Element): boolean {
  return textLengthOf(inner) === textLengthOf(outer);
}

/** The name in the largest element round a text that holds no other. */
export function authorOf(
  content: Element,
  all: readonly Element[],
  body: Element,
  named = authors,
): string | undefined {
  const index = all.indexOf(content);
  const near = [all[index - 1], all[index + 1]].filter((each) => each !== undefined);
  let scope = content;
  for (let outer = content.parentElement; outer !== null && outer !== body; outer = outer.parentElement) {
    const place: Element = outer;
    if (near.some((each) => place.contains(each))) break;
    scope = place;
  }
  const around = [...scope.querySelectorAll(named)].filter(
    (each) => !content.contains(each) && !each.contains(content),
  );
  return nameAmong(around) ?? nameBefore(scope, all, named);
}

function nameAmong(elements: readonly Element[]): string | undefined {
  return elements
    .map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim())
    .find((words) => words !== '' && words.length <= 40);
}

/** The name in what stands right before a post whose answers stand in the same element. */
function nameBefore(post: Element, all: readonly Element[], named: string): string | undefined {
  let before = post.previousElementSibling;
  for (let step = 0; step < 4 && before !== null; step++, before = before.previousElementSibling) {
    const place: Element = before;
    if (all.some((each) => place.contains(each))) return undefined;
    const name = nameAmong([...(place.matches(named) ? [place] : []), ...place.querySelectorAll(named)]);
    if (name !== undefined) return name;
  }
  return undefined;
}

function openingBefore(first: Element, texts: readonly Element[]): Element | null {
  let opening: Element | undefined;
  let ink = 25;
  for (const each of texts) {
    if ((each.compareDocumentPosition(first) & 4) === 0 || each.contains(first)) continue;
    if (each.closest('nav, aside, header, footer') !== null) continue;
    const own = plainInkOf(each);
    if (own <= (opening?.contains(each) === true ? ink * 0.9 : ink)) continue;
    opening = each;
    ink = Math.max(ink, own);
  }
  return opening ?? null;
}
