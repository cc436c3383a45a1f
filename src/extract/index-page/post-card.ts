import type { IndexPost } from '../../core/clip/index-page.ts';
import { parseDate } from '../metadata/date-text.ts';
import { dateInAddress } from '../metadata/dates.ts';
import { oneLine, textOf } from '../metadata/text-of.ts';
import { titleText } from '../metadata/title-text.ts';
import type { PostLink } from './post-links.ts';
import { teaserOf } from './teaser.ts';

const more =
  /^(?:[\s»›→….\-[(（【]*)(?:(?:continue )?reading|read(?: the)?(?: (?:more|full|rest|post|article|on))?\b.*|(?:learn|show|view|see)? ?more\b.*|full (?:post|text|article)|details?|permalink|link|comments?.*|\d+ (?:comments?|min.*)|no comments?|leave a comment|阅读(?:全文|更多|原文|剩余.*)?|閱讀.*|继续阅读.*|查看(?:全文|更多|详情)?|更多|详情|展开|全文|评论.*|\d+\s*(?:条?评论|次?阅读|赞).*|#|¶|置顶|top|edit|编辑|share|分享|prev(?:ious)?|next|home|首页|上一[篇页]|下一[篇页])[\s»›→….\])）】]*$/i;

/** The post of a card, or null where nothing in it could be a title. `same` are all links to that post. */
export function readCard(link: PostLink, card: Element, same: readonly PostLink[]): IndexPost | null {
  const title = titleOf(
    link,
    card,
    same.map(({ element }) => element).filter((element) => card.contains(element)),
  );
  if (title === null) return null;
  return { title, url: link.url, date: dateOf(card, link), excerpt: excerptOf(card, title) };
}

const titles =
  'h1, h2, h3, h4, h5, h6, [itemprop~="headline"], [class*="title" i]:not([class*="tag" i], [class*="sub" i])';

/** A heading in or around a link, else the card's heading, else what a link says. */
function titleOf(link: PostLink, card: Element, links: readonly Element[]): string | null {
  const candidates = [
    ...links.map((element) => titleText(element.querySelector(titles))),
    ...links.map((element) => (inTitle(element, card) ? partsOf(element) : '')),
    headingOf(card),
    ...links.map((element) => partsOf(element)).filter((text) => text.length <= 150),
    partsOf(link.element),
    labelOf(link.element),
  ];
  return candidates.find((text) => isTitle(text)) ?? null;
}

function inTitle(link: Element, card: Element): boolean {
  const title = link.closest(titles);
  return title !== null && card.contains(title);
}

/** What a link says; of a whole row in a link (day, title, tags), the longest part that could be a title. */
function partsOf(link: Element): string {
  const own = [...link.childNodes].some(
    (node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '',
  );
  const parts = own
    ? []
    : [...link.querySelectorAll('*')].filter(
        (part) => part.children.length === 0 && part.closest('svg') === null,
      );
  const texts = parts
    .map((part) => textOf(part))
    .filter((text) => isTitle(text) && !/^#|^\d{1,2}[-/]\d{1,2}$/.test(text));
  if (texts.length < 2) return texts[0] ?? titleText(link);
  return texts.reduce((best, text) => (text.length > best.length ? text : best));
}

function headingOf(card: Element): string {
  const heading =
    card.querySelector('[itemprop~="headline"], [class*="post-title" i], [class*="entry-title" i]') ??
    card.querySelector('h1, h2, h3, h4, h5, h6') ??
    card.querySelector(titles);
  return titleText(heading);
}

/** `aria-label="post link to …"`, `title="…"` of a link that has no text of its own. */
function labelOf(link: Element): string {
  const label =
    link.getAttribute('aria-label') ??
    link.getAttribute('title') ??
    link.querySelector('img[alt]')?.getAttribute('alt') ??
    '';
  return label.replace(/^(?:post link to|permalink to|link to|read more about|阅读)\s+/i, '').trim();
}

export function isTitle(text: string): boolean {
  return (
    text !== '' && text.length <= 300 && /[\p{L}\p{N}]/u.test(text) && !more.test(text) && !onlyDate(text)
  );
}

/** Days and times in digits and the names of months and weekdays, and nothing besides. */
function onlyDate(text: string): boolean {
  const rest = text.replace(
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|\b(?:am|pm|utc|gmt|at|on|ago|days?|hours?|minutes?|weeks?|months?|years?)\b|(?<=\d)(?:st|nd|rd|th)\b|[年月日号时分秒前天小周个]|星期./gi,
    '',
  );
  return /\d/.test(text) && !/\p{L}/u.test(rest);
}

/** The first day that the card shows outside its title, else the one in the address. */
function dateOf(card: Element, link: PostLink): string | null {
  for (const time of card.querySelectorAll('time, [datetime], [itemprop~="datePublished"]')) {
    const stated = time.getAttribute('datetime') ?? time.getAttribute('content') ?? '';
    const date = parseDate(stated) ?? parseDate(textOf(time)) ?? parseDate(time.getAttribute('title') ?? '');
    if (date !== null) return date;
  }
  for (const place of card.querySelectorAll(
    '[class*="date" i], [class*="time" i], [class*="meta" i], [class*="info" i]',
  )) {
    const date = parseDate(oneLine((place.textContent ?? '').slice(0, 600)));
    if (date !== null) return date;
  }
  const text = oneLine((card.textContent ?? '').slice(0, 3000));
  // Of a card that holds the whole post only what is by the title: the text has dates of its own.
  const near = text.replace(textOf(link.element), '').slice(0, text.length <= 400 ? 400 : 120);
  return parseDate(near) ?? dateInAddress(link.url);
}

/** The card's own words besides its title, up to 300 characters. */
function excerptOf(card: Element, title: string): string | null {
  const named = card.querySelector(
    '[class*="excerpt" i], [class*="summary" i], [class*="abstract" i], [class*="desc" i], [itemprop~="description"]',
  );
  const places = named === null ? [...card.querySelectorAll('p, [class*="content" i]')] : [named];
  for (const place of places.slice(0, 12)) {
    const text = teaserOf(oneLine((place.textContent ?? '').slice(0, 1000)), title);
    if (text.length >= 20 && !/^(?:posted|发表|发布|更新)/i.test(text)) {
      return text.length > 300 ? `${text.slice(0, 299).trimEnd()}…` : text;
    }
  }
  return null;
}
