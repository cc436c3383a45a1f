import type { Article } from '../../core/clip/article.ts';
import type { LeftOutReason } from '../../core/clip/left-out.ts';
import { leaveOut } from '../account/leave-out.ts';
import { lettersOf, plainLetters } from '../letters.ts';
import { isAfterword, isOfActions, isOnlyTime, reasonAfter } from './afterwords.ts';
import { dateLine } from './date-line.ts';
import { isManualFoot, isManualLine } from './manual-lines.ts';
import { dropRelatedTail } from './related-tail.ts';

/** Takes the page's title and what is left of its furniture off the ends of the article, and gives it back. */
export function trimEdges(
  article: HTMLElement,
  { title, author, url }: Pick<Article, 'title' | 'author' | 'url'>,
): readonly Element[] {
  const before = new Set(article.children);
  dropTitle(article, title, { author, url });
  dropContentsTitles(article);
  dropContentsLists(article);
  dropRelatedTail(article, url);
  const isManual = article.firstElementChild !== null && isManualLine(article.firstElementChild);
  for (;;) {
    // The notes stand last, whatever stood between them and the text.
    const end = article.lastElementChild;
    const last = end?.hasAttribute('data-footnotes') === true ? end.previousElementSibling : end;
    const reason = last === null ? null : isManual && isManualFoot(last) ? 'details' : tailReason(last);
    if (last === null || reason === null) break;
    leaveOut(last, reason, 'edges/after');
  }
  const whole = article.childElementCount;
  for (
    let first = article.firstElementChild;
    first !== null &&
    (isForeword(first) ||
      isByline(first, author) ||
      isFiling(first) ||
      isManualLine(first) ||
      isTrail(first, url, title) ||
      isBar(first) ||
      (first.tagName === 'HR' && article.childElementCount < whole));
    first = article.firstElementChild
  ) {
    leaveOut(first, 'details', 'edges/before');
  }
  return [...before].filter((element) => element.parentNode === null);
}

/** Why the last element is none of the article; null where it is. */
function tailReason(last: Element): LeftOutReason | null {
  if (isFiling(last)) return 'details';
  return isAfterword(last) ? reasonAfter(last) : null;
}

const forewords =
  /^(tags?[:：]|标签[:：]|点击.{0,4}(蓝字|上方|关注)|阅读(量|数|时长)|字数(统计)?[:：]|(本文|全文)(总|共)?字数|预计阅读|作者[:：]|发布(于|时间)|(?:投稿|公開|更新|作成)日|更新(于|时间)|发表于|posted (on|by)\b|published (on|by|in|\w{3,9} \d)|reading time\b|last updated|by [^.]{2,30}$|you(?: are|['’]re) (?:viewing|reading|looking at) [^.]{0,60}(?:version|docs|documentation)\b|this is (?:unreleased|outdated|old) documentation|[~≈]?\s?\d+ min(ute)?s? read)|^[\d.,]{1,9}\s?[km万千]?\s?(?:views?|reads?|likes?|replies|次?(?:阅读|浏览|点赞|回复))$|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}, \d{4}\b(?!.*[.!?]$)/i;

/** With a year in a short line: who wrote when, and how long one reads. */
const readingTime = /\d\s?min(?:ute)?s?\.? read\b|阅读(?:时间|时长)?\D{0,4}\d+\s?分钟/i;

function isForeword(element: Element): boolean {
  const text = (element.textContent ?? '').trim();
  if (!/^(?:P|H[4-6])$/.test(element.tagName) || text.length >= 120) return false;
  if (text.length <= 90 && /(?:19|20)\d{2}/.test(text) && readingTime.test(text)) return true;
  return forewords.test(text) || isOnlyTime(element, text) || (text.length <= 40 && dateLine.test(text));
}

/** A row of links before the text that lead about the page or the manual: to its sections, to what comes before and next. */
function isBar(element: Element): boolean {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (isOfActions(element, text)) return true;
  const links = [...element.querySelectorAll('a[href]')];
  if (
    !/^(?:P|TABLE)$/.test(element.tagName) ||
    links.length < (element.tagName === 'P' ? 2 : 1) ||
    element.querySelector('img, pre, code') !== null
  )
    return false;
  const linked = links.reduce((length, link) => length + lettersOf(link.textContent ?? '').length, 0);
  const own = lettersOf(text).length - linked;
  if (own === 0 && element.tagName === 'TABLE') return true;
  if (own === 0 && links.every((link) => (link.getAttribute('href') ?? '').startsWith('#'))) return true;
  return (text.match(ways)?.length ?? 0) >= 2 && lettersOf(text.replace(ways, '')).length <= linked;
}

/** What links of a manual say of where they lead. */
const ways =
  /\b(?:next|prev(?:ious)?|up|home|top|contents|index)\b|上一[页节章篇]|下一[页节章篇]|目录|首页/gi;

/** The way from the site's home to the page: nothing but links to folders of its address, and signs between them. */
function isTrail(element: Element, url: string, title: string): boolean {
  const links = [...element.querySelectorAll('a[href]')];
  if (!/^(?:P|DIV|[OU]L)$/.test(element.tagName) || links.length === 0) return false;
  const linked = links.map((link) => link.textContent ?? '').join('');
  const all = lettersOf(element.textContent ?? '');
  if (element.querySelector('img, pre') !== null) return false;
  if (lettersOf(linked) !== all && lettersOf(linked) + lettersOf(title) !== all) return false;
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

/** Names, dates, minutes and buttons that stand before an article's text, and the author's portrait. */
function isByline(element: Element, author: string | null): boolean {
  const text = (element.textContent ?? '').trim();
  if (author === null || text.length > 120 || !/^(P|UL|TABLE|FIGURE)$/.test(element.tagName)) return false;
  const images = [...element.querySelectorAll('img')];
  if (images.some(({ alt }) => alt.trim() !== author && !(alt !== '' && text.includes(`@${alt}`))))
    return false;
  const says = text.includes(author) || images.length > 0;
  return says && !/[\p{L}]/u.test(text.replaceAll(author, '').replace(bylineWords, ''));
}

const bylineWords =
  /@[\w.]+|\b(?:by|follow(?:ing)?|listen|share|posted|published|on|in|updated|min(?:utes?)? read|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|ago|hours?|days?)\b|作者|发布于|更新于|阅读|分钟|关注|[年月日]/gi;

const archive = /\/(?:categor(?:y|ies)|authors?|tags?|topics?|sections?|labels?)\/[^/]+/i;
const filingWords =
  /\b(?:by|in|under|filed|posted|published|tagged|with|categor(?:y|ies)|tags?|topics?|labels?|and)\b|作者|分类|标签|发布于|发表于/gi;

/** `in News`, `Filed under Go, Testing`: nothing but links to the site's archives, and the words that lead to them. */
function isFiling(element: Element): boolean {
  const links = [...element.querySelectorAll('a[href]')];
  const text = (element.textContent ?? '').trim();
  if (!/^(?:P|UL)$/.test(element.tagName) || text.length > 120 || links.length === 0) return false;
  const isTag = (link: Element): boolean =>
    /^\s*[#＃]\s?\p{L}[\p{L}\p{N}_-]{1,40}\s*$/u.test(link.textContent ?? '');
  if (!links.every((link) => archive.test(link.getAttribute('href') ?? '') || isTag(link))) return false;
  const linked = links.reduce((length, link) => length + lettersOf(link.textContent ?? '').length, 0);
  return lettersOf(text.replace(filingWords, '')).length <= linked;
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

const contents =
  /^(?:on this page|in this (?:article|page|post|section)|(?:table of |page )?contents|目\s?录|本页目录|本文目录|文章目录|本页内容|auf dieser seite|inhalt(?:sverzeichnis)?|sommaire|contenido|índice|目次)[:：]?$/i;

/** A list of the article's own headings under a line that says so and is no heading of the author's. */
function dropContentsLists(article: HTMLElement): void {
  for (const list of article.querySelectorAll(':scope > :is(ul, ol)')) {
    const label = list.previousElementSibling;
    if (label?.tagName !== 'P' || !contents.test((label.textContent ?? '').trim())) continue;
    const links = [...list.querySelectorAll('a')];
    if (links.length < 2 || !links.every((link) => (link.getAttribute('href') ?? '').startsWith('#')))
      continue;
    for (const each of [label, list]) leaveOut(each, 'navigation', 'edges/contents');
  }
}

/** The title is not part of the article's text; themes and some authors write it above. */
function dropTitle(
  article: HTMLElement,
  title: string,
  { author, url }: Pick<Article, 'author' | 'url'>,
): void {
  const wanted = plainLetters(title);
  if (wanted === '') return;
  const start = [...article.children].slice(0, 4);
  const heading = start.find((element) => /^H[1-6]$/.test(element.tagName));
  // Some generators set the title in no heading.
  const isOver = (element: Element) =>
    isOverTitle(element) || isByline(element, author) || isTrail(element, url, title);
  const line = start.find((element) => !isOver(element));
  // A question under a title that asks the same is a turn of a conversation.
  const isLine = line?.tagName === 'P' && plainLetters(line.textContent ?? '') === wanted;
  const asks = /[?？]\s*$/;
  const first = isLine && asks.test(line.textContent ?? '') === asks.test(title) ? line : heading;
  if (first === undefined || plainLetters(first.textContent ?? '') !== wanted) return;
  for (let over = first.previousElementSibling; over !== null; over = first.previousElementSibling) {
    if (!isOver(over)) break;
    leaveOut(over, 'details', 'edges/before');
  }
  leaveOut(first, 'duplicate', 'edges/title');
  // Where the theme shows the title and the author wrote it again, the second stands next.
  const again = [...article.children].slice(0, 4).find((element) => /^H[1-6]$/.test(element.tagName));
  if (again !== undefined && plainLetters(again.textContent ?? '') === wanted)
    dropTitle(article, title, { author, url });
}

/** A date, or a link to the section that the article is in. */
function isOverTitle(element: Element): boolean {
  const text = (element.textContent ?? '').trim();
  if (element.tagName !== 'P' || text.length > 40 || element.querySelector('img') !== null) return false;
  const links = element.querySelectorAll('a');
  return forewords.test(text) || (links.length === 1 && (links[0]?.textContent ?? '').trim() === text);
}
