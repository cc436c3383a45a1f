import type { Article } from '../../core/clip/article.ts';
import type { LeftOutReason } from '../../core/clip/left-out.ts';
import { leaveOut } from '../account/leave-out.ts';
import { dropRelatedTail } from './related-tail.ts';

/** Takes the page's title and what is left of its furniture off the ends of the article, and gives it back. */
export function trimEdges(
  article: HTMLElement,
  { title, author, url }: Pick<Article, 'title' | 'author' | 'url'>,
): readonly Element[] {
  const before = new Set(article.children);
  dropTitle(article, title, { author, url });
  dropContentsTitles(article);
  dropRelatedTail(article, url);
  for (
    let last = article.lastElementChild;
    last !== null && isAfterword(last);
    last = article.lastElementChild
  )
    leaveOut(last, reasonAfter(last), 'edges/after');
  for (
    let first = article.firstElementChild;
    first !== null &&
    (isForeword(first) || isByline(first, author) || isFiling(first) || isTrail(first, url));
    first = article.firstElementChild
  ) {
    leaveOut(first, 'details', 'edges/before');
  }
  return [...before].filter((element) => element.parentNode === null);
}

/** What stands after an article, by its words. */
function reasonAfter(element: Element): LeftOutReason {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (copyright.test(text)) return 'details';
  if (/^(?:comments?|discussion|leave a|评论|留言)/i.test(text)) return 'comments';
  return /^[OU]L$/.test(element.tagName) || others.test(text) ? 'related' : 'navigation';
}

const afterwords =
  /关注.{0,12}公众号|(长按|扫描?|识别).{0,8}(二维码|关注)|^(文档信息$|评论$|留言$|上一篇|下一篇|阅读原文|分享到|赞赏|打赏|相关(文章|阅读|推荐)|推荐阅读|版权声明[:：]|本文(作者|链接)[:：]|文章(作者|链接)[:：]|最后(更新|编辑)于?|欢迎.{0,6}(点赞|转发|收藏))|^(feedback$|comments?$|recommendations?$|discussion$|comments powered by|share (this|on)|tweet|edit this page|edit on github|previous|next|prev|related (posts|articles)|leave a (comment|reply)|thanks for reading!? subscribe|was this (page |article )?helpful|subscribe( to| now|$)|last (updated|modified))\b/i;
/** Labels of what is no longer there: tags, a discussion that opens elsewhere. */
const emptyLabels =
  /^(?:tags?|categor(?:y|ies)|标签|分类)[:：]?$|^(?:discussion|comments?|评论|留言) ?[(（][^)）]{1,40}[)）]$/i;
const others =
  /^(?:recommend(?:ed|ations?)?(?: (?:posts|articles|reading))?|(?:related|similar|latest|recent|popular|more)(?: (?:posts|articles|issues|stories|reading))?|(?:read|more to read)(?: next| more)?|you (?:may|might) (?:also )?like.*|相关(?:文章|阅读|推荐)|推荐(?:阅读|文章)?|猜你喜欢|更多文章|热门文章|最新文章)[:：]?$/i;
const copyright = /^(copyright\b|©|\(c\) ?\d{4}|all rights reserved)/i;
const forewords =
  /^(tags?[:：]|标签[:：]|点击.{0,4}(蓝字|上方|关注)|阅读(量|数|时长)|字数(统计)?[:：]|(本文|全文)(总|共)?字数|预计阅读|作者[:：]|发布(于|时间)|更新(于|时间)|发表于|posted (on|by)\b|published (on|by|in|\w{3,9} \d)|reading time\b|last updated|by [^.]{2,30}$|[~≈]?\s?\d+ min(ute)?s? read)|^[\d.,]{1,9}\s?[km万千]?\s?(?:views?|reads?|likes?|replies|次?(?:阅读|浏览|点赞|回复))$|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}, \d{4}\b(?!.*[.!?]$)/i;

function isAfterword(element: Element): boolean {
  if (element.tagName === 'HR') return true;
  if (!/^(P|[OU]L|H[2-6]|BLOCKQUOTE)$/.test(element.tagName)) return false;
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (/^[OU]L$/.test(element.tagName))
    return isListOfOthers(element) || (text.length < 120 && afterwords.test(text));
  if (element.tagName === 'P' && text.length < 240 && copyright.test(text)) return true;
  if (isDatedLink(element, text)) return true;
  if (text.length >= 120) return false;
  return afterwords.test(text) || emptyLabels.test(text) || (text.length < 40 && others.test(text));
}

const clock = /^(?:\d{1,2}:\d{2}(?:\s?[ap]m)?\s?[·,|]?\s?)?/.source;
const day =
  /(?:\p{L}{3,9}\.?\s\d{1,2},\s\d{4}|\d{1,2}\.?\s\p{L}{3,9}\.?\s\d{4}|\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?)/u
    .source;
const weekday = /(?:\p{L}{2,10}\.?,?\s)?/u.source;
const date = new RegExp(`${clock}${weekday}${day}(?:\\s?[·,|]?\\s?\\d{1,2}:\\d{2}(?:\\s?[ap]m)?)?$`, 'iu');

/** The date under a post, which is the link to it. */
function isDatedLink(element: Element, text: string): boolean {
  if (element.tagName !== 'P' || text.length > 40 || !date.test(text)) return false;
  const link = element.querySelector('a[href]');
  return link !== null && (link.textContent ?? '').trim().length === text.length;
}

/** Under a label that promises other articles, nothing but links. */
function isListOfOthers(list: Element): boolean {
  const label = (list.previousElementSibling?.textContent ?? '').trim();
  if (label.length > 40 || !others.test(label)) return false;
  return [...list.children].every((item) => {
    const link = item.querySelector('a[href]');
    return link !== null && (link.textContent ?? '').trim() === (item.textContent ?? '').trim();
  });
}

function isForeword(element: Element): boolean {
  const text = (element.textContent ?? '').trim();
  if (!/^(?:P|H[4-6])$/.test(element.tagName) || text.length >= 120) return false;
  return forewords.test(text) || (text.length <= 40 && date.test(text));
}

/** The way from the site's home to the page: nothing but links to folders of its address, and signs between them. */
function isTrail(element: Element, url: string): boolean {
  const links = [...element.querySelectorAll('a[href]')];
  if (!/^(?:P|DIV|[OU]L)$/.test(element.tagName) || links.length === 0) return false;
  const linked = links.map((link) => link.textContent ?? '').join('');
  if (letters(linked) !== letters(element.textContent ?? '') || element.querySelector('img, pre') !== null)
    return false;
  return links.every((link) => isAbove(link.getAttribute('href') ?? '', url));
}

/** Whether the address is a folder that the page is in, or the site's home. */
function isAbove(href: string, page: string): boolean {
  if (!URL.canParse(href, page)) return false;
  const [folder, of] = [new URL(href, page), new URL(page)];
  const path = folder.pathname.replace(/index\.html?$/, '');
  const way = path.endsWith('/') ? path : `${path}/`;
  return (
    folder.host === of.host && folder.search === '' && of.pathname !== path && of.pathname.startsWith(way)
  );
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Names, dates, minutes and buttons that stand before an article's text, and the author's portrait. */
function isByline(element: Element, author: string | null): boolean {
  const text = (element.textContent ?? '').trim();
  if (author === null || text.length > 120 || !/^(P|UL|TABLE|FIGURE)$/.test(element.tagName)) return false;
  const images = [...element.querySelectorAll('img')];
  if (images.some((image) => image.alt.trim() !== author)) return false;
  const says = text.includes(author) || images.length > 0;
  return says && !/[\p{L}]/u.test(text.replaceAll(author, '').replace(bylineWords, ''));
}

const bylineWords =
  /@[\w.]+|\b(?:by|follow(?:ing)?|listen|share|posted|published|on|in|updated|min(?:utes?)? read|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|ago|hours?|days?)\b|作者|发布于|更新于|阅读|分钟|关注|[年月日]/gi;

const archive = /\/(?:categor(?:y|ies)|authors?|tags?|topics?|sections?)\/[^/]+/i;
const filingWords =
  /\b(?:by|in|under|filed|posted|published|tagged|with|categor(?:y|ies)|tags?|and)\b|作者|分类|标签|发布于|发表于/gi;

/** `in News`, `Filed under Go, Testing`: nothing but links to the site's archives, and the words that lead to them. */
function isFiling(element: Element): boolean {
  const links = [...element.querySelectorAll('a[href]')];
  const text = (element.textContent ?? '').trim();
  if (!/^(?:P|UL)$/.test(element.tagName) || text.length > 120 || links.length === 0) return false;
  if (!links.every((link) => archive.test(link.getAttribute('href') ?? ''))) return false;
  const linked = links.reduce((length, link) => length + letters(link.textContent ?? '').length, 0);
  return letters(text.replace(filingWords, '')).length <= linked;
}

/** The title of a table of contents that is no longer there. */
function dropContentsTitles(article: HTMLElement): void {
  for (const heading of article.querySelectorAll('h2, h3, h4, h5, h6')) {
    const next = heading.nextElementSibling;
    if (
      /^(table of contents|contents|目\s*录|文章目录)$/i.test((heading.textContent ?? '').trim()) &&
      (next === null || /^H[1-6]$/.test(next.tagName))
    )
      leaveOut(heading, 'navigation', 'edges/contents');
  }
}

/** The title is not part of the article's text; themes and some authors write it above. */
function dropTitle(
  article: HTMLElement,
  title: string,
  { author, url }: Pick<Article, 'author' | 'url'>,
): void {
  const wanted = plain(title);
  if (wanted === '') return;
  const start = [...article.children].slice(0, 4);
  const heading = start.find((element) => /^H[1-6]$/.test(element.tagName));
  // Some generators set the title in no heading.
  const isOver = (element: Element) =>
    isOverTitle(element) || isByline(element, author) || isTrail(element, url);
  const line = start.find((element) => !isOver(element));
  const first = line?.tagName === 'P' && plain(line.textContent ?? '') === wanted ? line : heading;
  if (first === undefined || plain(first.textContent ?? '') !== wanted) return;
  for (let over = first.previousElementSibling; over !== null; over = first.previousElementSibling) {
    if (!isOver(over)) break;
    leaveOut(over, 'details', 'edges/before');
  }
  leaveOut(first, 'duplicate', 'edges/title');
  // Where the theme shows the title and the author wrote it again, the second stands next.
  const again = [...article.children].slice(0, 4).find((element) => /^H[1-6]$/.test(element.tagName));
  if (again !== undefined && plain(again.textContent ?? '') === wanted)
    dropTitle(article, title, { author, url });
}

/** A date, or a link to the section that the article is in. */
function isOverTitle(element: Element): boolean {
  const text = (element.textContent ?? '').trim();
  if (element.tagName !== 'P' || text.length > 40 || element.querySelector('img') !== null) return false;
  const links = element.querySelectorAll('a');
  return forewords.test(text) || (links.length === 1 && (links[0]?.textContent ?? '').trim() === text);
}

function plain(text: string): string {
  return letters(text.normalize('NFKC').toLowerCase());
}
