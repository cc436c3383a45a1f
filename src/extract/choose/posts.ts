import { plainInkOf } from '../boilerplate/ink.ts';
import type { PageCopy } from '../copy/page-copy.ts';

export interface Post {
  readonly content: Element;
  readonly author: string | undefined;
}

/** Addresses of what people write together: an issue, a question, a topic. */
const threads =
  /[/?](?:issues|discussions?|questions?|threads?|topics?|t|forums?|viewtopic|showthread|comments|item|merge_requests|pulls?|bugs?|tickets?|show_bug|posts?)(?:[/?.=-]|\b.*[=/])\d/i;
/** Characters of an address that are looked at. */
const longestAddress = 2000;

/** Most texts that are looked at. */
const most = 500;
const bodies =
  /(?:^|[\s_-])(?:comm(?:ent)?|reply|note|post|answer|message|msg|topic|question|issue|top|description)?[\s_-]?(?:text|body|content|message|markdown|md|description|cooked)(?=$|[\s_-])/i;
const authors =
  '[itemprop="author"], [rel~="author"], [class*="author" i], [class*="user" i], [class*="poster" i], a[href*="/member"], a[href*="/user"], a[href*="/u/"], a[href*="/people/"], a[href*="/profile"], a[href*="/@"], a[href^="/~"]';

/**
 * The posts of a page whose address is a thread's: the texts of one make that stand under names of their own, and before
 * them what they answer. None where it is no thread.
 */
export function postsOf({ body, url }: PageCopy): readonly Post[] {
  if (!threads.test(url.slice(0, longestAddress))) return [];
  const texts = [...body.querySelectorAll('div[class], td[class], section[class], article[class]')]
    .filter((each) => bodies.test(kindOf(each)) && /\S/.test(each.textContent ?? ''))
    .slice(0, most);
  const replies = mostOf(texts);
  const [first] = replies;
  if (first === undefined) return [];
  const posts = replies.map((content) => ({ content, author: authorOf(content, replies, body) }));
  if (posts.filter(({ author }) => author !== undefined).length < posts.length * 0.6) return [];
  const opening = openingBefore(first, texts);
  return opening === null ? posts : [{ content: opening, author: undefined }, ...posts];
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
  for (const group of many) {
    if (group.some((each, index) => group[index - 1]?.contains(each) === true || holdsMany(each))) continue;
    const own = group.reduce((sum, each) => sum + plainInkOf(each), 0);
    const isWithin = best.some((each) => each.contains(group[0] ?? null));
    if (own <= ink * (isWithin ? 0.8 : 1.1)) continue;
    best = group;
    ink = Math.max(ink, own);
  }
  return best;
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
  return [...scope.querySelectorAll(named)]
    .filter((each) => !content.contains(each) && !each.contains(content))
    .map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim())
    .find((words) => words !== '' && words.length <= 40);
}

function openingBefore(first: Element, texts: readonly Element[]): Element | null {
  let opening: Element | undefined;
  let ink = 40;
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
