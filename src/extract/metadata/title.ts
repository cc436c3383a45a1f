import type { PageClasses } from '../page-classes.ts';
import { type Metas, metaContents } from './meta-content.ts';
import { schemaText, type SchemaNode } from './schema-org.ts';
import { isSiteName } from './site-name.ts';
import { shortTextOf, textOf } from './text-of.ts';
import { titleText } from './title-text.ts';
import { comparable, segmentsOf, withoutSiteName } from './title-segments.ts';

export interface Title {
  readonly text: string;
  /** The element that shows the title: where the article's header is. */
  readonly heading: Element | null;
  /** What the document's title says besides the article's: mostly the site's name. */
  readonly rest: string | null;
  /** What the site is called, with what the title has taught. */
  readonly names: readonly string[];
  /** Who wrote it, where the document's title says so: `Ann Lee on Site: "Title"`. */
  readonly author: string | null;
}

const headings =
  'h1, h2, h3, [itemprop~="headline"], [itemprop~="name"], [class*="title" i], [id*="title" i], [class*="headline" i], ' +
  '[class*="p-name"], [role="heading"], [data-testid*="title" i]';

/**
 * The author's title. A heading that a stated title contains is what both mean; without one, the stated title is
 * cleaned of the site's name; where every page states the site's name only, the first heading of the text it is.
 */
export function readTitle(
  document: Document,
  metas: Metas,
  article: SchemaNode | null,
  siteNames: readonly string[],
  classes: PageClasses,
  isStale: boolean,
): Title {
  const written = textOf(document.querySelector('head > title') ?? document.querySelector('title')).replace(
    unread,
    '',
  );
  const said = saidBy(written);
  if (said !== null)
    return { ...quotedTitle(classes, said.title), rest: said.site, names: siteNames, author: said.name };
  const names = [...siteNames, ...manualName(document, written, siteNames)];
  const stated = [
    schemaText(article?.data['headline']) ?? '',
    ...metaContents(metas, ['og:title', 'twitter:title', 'citation_title', 'dc.title']),
    written,
  ].filter((text) => text !== '' && !isSiteName(text, names));
  const shown = shownHeading(document, classes, stated, names);
  const found = { names, author: null };
  const first = isStale && shown === null ? firstHeading(document, names) : null;
  if (first !== null) return { text: titleText(first), heading: first, rest: null, ...found };
  if (shown !== null)
    return {
      text: titleText(shown),
      heading: shown,
      rest: restOf(written, titleText(shown), names),
      ...found,
    };
  const heading = firstHeading(document, names);
  const cleaned = stated.map((text) => withoutSiteName(text, (part) => isSiteName(part, names)))[0];
  const text = cleaned ?? (heading === null ? written : titleText(heading));
  return { text, heading, rest: restOf(written, text, names), ...found };
}

/** How many messages wait, which applications set before their titles. */
const unread = /^\(\d{1,4}\+?\)\s+(?=\S)/;

/** How networks title a post: `Ann Lee on Site: "How it works" / Site`. */
function saidBy(
  written: string,
): { readonly name: string; readonly site: string; readonly title: string } | null {
  const match =
    /^(.{1,60}?)\s(?:on|auf|sur|en|em|su|в|在)\s(\S{1,20}?)\s?[:：]\s["“«「](.{1,300})["”»」](?:\s\/\s\S{1,20})?$/u.exec(
      written,
    );
  const [, name = '', site = '', title = ''] = match ?? [];
  return match === null ? null : { name, site, title };
}

function quotedTitle(classes: PageClasses, title: string): Pick<Title, 'text' | 'heading'> {
  const wanted = comparable(title);
  const heading = classes
    .select(headings)
    .find((element) => comparable(shortTextOf(element, 400) ?? '') === wanted);
  return { text: title, heading: heading ?? null };
}

/**
 * What a title says of the whole manual: `File system | The manual`, where the page's first heading says `The manual`
 * and its second `File system`; `Notes` on every page of `Notes by Ann`.
 */
function manualName(document: Document, written: string, siteNames: readonly string[]): readonly string[] {
  const parts = segmentsOf(written);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const says = (selector: string, text: string): boolean =>
    [...document.querySelectorAll(selector)].some(
      (heading) => comparable(shortTextOf(heading, 300) ?? '') === comparable(text),
    );
  if (parts.length === 1) {
    const begins = siteNames.some((name) => comparable(name).startsWith(comparable(written)));
    const isOver = begins || says('[class*="header" i] :is(th, a, span, p), [class*="nav" i] th', written);
    return isOver && !says('h1, h2, h3', written) ? [written] : [];
  }
  if (parts.length === 0 || comparable(first) === comparable(last)) return [];
  const isInText = says('article :is(h1, h2), main :is(h1, h2), [role="main"] :is(h1, h2)', last);
  return says('h1', last) && says('h1, h2, h3', first) && !isInText ? [last] : [];
}

/** The heading that a stated title equals or holds as a part: the one that says most of the first part. */
function shownHeading(
  document: Document,
  classes: PageClasses,
  stated: readonly string[],
  names: readonly string[],
): Element | null {
  // Docusaurus' title is the front matter's, where there is one.
  const exact = document.querySelector('meta[name="generator"][content^="Docusaurus"]') !== null;
  // mdBook's title is what its summary calls the chapter; the author's is the chapter's heading.
  const isBook = document.querySelector('#menu-bar .menu-title') !== null;
  const main = [...document.querySelectorAll('h1')].filter((element) => !isSiteName(textOf(element), names));
  const only = main.length === 1 ? main[0] : null;
  let best: { readonly element: Element; readonly score: number; readonly isLonger: boolean } | null = null;
  for (const element of classes.select(headings)) {
    if (shortTextOf(element, 400) === null) continue;
    const text = titleText(element);
    if (text === '' || isSiteName(text, names)) continue;
    const agreed = Math.max(...stated.map((title) => agreement(comparable(text), title)), 0);
    const longer =
      agreed === 0 && !exact && element === only && (isBook || stated.some((title) => saysMore(text, title)));
    if (agreed === 0 && !longer) continue;
    const score = (longer ? 900 : agreed) - rank(element);
    // `Pauses after an hour #12`: the title is a part of what says more.
    const isPart = best?.isLonger === true && agreed > 0 && best.element.contains(element);
    if (best === null || isPart || score > best.score) best = { element, score, isLonger: longer };
  }
  return best?.element ?? null;
}

/** What generators of books and archives set before a title: `3.1 `, `Chapter 3 `, `[2601.00001] `. */
const chapterNumber = /^(?:(?:\p{L}+\s+)?[\d.]+[.:]?|\[[\w.]{1,20}\])\s+/u;

/** 0 where a heading is no whole part of a stated title; more where it is the first part, or all of it. */
function agreement(heading: string, stated: string): number {
  if (comparable(stated) === heading) return 1000 + heading.length;
  const at = segmentsOf(stated).findIndex(
    (segment) =>
      comparable(segment) === heading || comparable(segment.replace(chapterNumber, '')) === heading,
  );
  if (at >= 0) return (at === 0 ? 800 : 400) + heading.length;
  if (heading.length >= 2 && startsWith(stated, heading)) return 800 + heading.length;
  return heading.length >= 4 && endsWith(stated, heading) ? 400 + heading.length : 0;
}

/** Whether a heading holds the first part of a stated title: menus of docs shorten `Installing Go` to `Installing`. */
function saysMore(heading: string, stated: string): boolean {
  const first = segmentsOf(stated)[0] ?? '';
  const short = comparable(first);
  if (heading.length > 80) return false;
  if (short.length >= 4 && comparable(heading).includes(short)) return true;
  // `std::pump`, `Pump (Works 2.1)`, `Pump in works`: manuals head a page with what the thing is, and its own name.
  const name = comparable((first.split(/ (?:\(|in )/, 1)[0] ?? '').replace(/^.*(?:::|\.)(?=\w+$)/, ''));
  const whole = comparable(heading);
  return name.length >= 4 && name !== short && whole !== name && whole.endsWith(name);
}

/** Whether a title is a heading and then a mark: `Heading: more - Site`, `heading [Site]`, `Heading #tag`. */
function startsWith(stated: string, heading: string): boolean {
  if (!comparable(stated).startsWith(heading)) return false;
  for (let length = 1; length <= stated.length; length++) {
    if (comparable(stated.slice(0, length)) === heading)
      return /^\s*[-–—|·•/~»«›‹｜_]|^\s+[[#]/u.test(stated.slice(length));
  }
  return false;
}

/** Whether a title is its site's name, a colon, and then a heading: `Site: Heading`. */
function endsWith(stated: string, heading: string): boolean {
  for (const { index } of stated.matchAll(/[:：]\s/g)) {
    if (comparable(stated.slice(index + 1)) === heading) return true;
  }
  return false;
}

/** Of equal texts the page's h1, and none of a menu. */
function rank(element: Element): number {
  const level = /^h([1-6])$/i.exec(element.tagName);
  const aside =
    element.closest(
      'nav, [role="navigation"], aside, head, [class*="sidebar" i], [class*="breadcrumb" i], [class*="toc" i]',
    ) !== null;
  return (
    (aside ? 300 : 0) +
    (level === null ? 30 : 10 * (Number(level[1]) - 1)) +
    (element.querySelector('h1, h2') === null ? 0 : 40)
  );
}

/** The first heading of the main content that is not the site's name. */
function firstHeading(document: Document, names: readonly string[]): Element | null {
  const isHeaded = document.querySelector('h1') !== null;
  for (const places of [
    'article h1, main h1, [role="main"] h1, [itemprop~="headline"]',
    'h1, h2[class*="title" i], [class*="post-title" i], [class*="article-title" i]',
    ...(isHeaded
      ? []
      : [':is(article, main, [role="main"], [class*="content" i], [class*="markdown" i]) :is(h2, h3, h4)']),
  ]) {
    for (const element of document.querySelectorAll(places)) {
      if (textOf(element) !== '' && !isSiteName(textOf(element), names)) return element;
    }
  }
  return null;
}

function restOf(written: string, title: string, names: readonly string[]): string | null {
  const parts = segmentsOf(written);
  const rest = parts.filter((segment) => comparable(segment) !== comparable(title));
  const known = rest.find((segment) => isSiteName(segment, names));
  return known ?? (rest.length === parts.length ? null : (rest.at(-1) ?? null));
}
