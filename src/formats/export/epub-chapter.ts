import temml from 'temml';
import { sanitizeArticle } from '../../extract/sanitize.ts';
import type { ExportClip } from './clip-markdown.ts';
import { highlightsHeading } from './clip-markdown.ts';
import { markRanges } from './mark-ranges.ts';
import { inTextOrder, type WrittenHighlight, writtenHighlight } from './written-highlight.ts';
import { appendAll, replaceWithAll } from '../../extract/many-nodes.ts';

export interface Chapter {
  readonly title: string;
  /** A whole XHTML document. */
  readonly xhtml: string;
  /** In order; ids of the document. */
  readonly headings: readonly { readonly id: string; readonly text: string; readonly level: number }[];
  readonly hasMath: boolean;
}

const xhtml = 'http://www.w3.org/1999/xhtml';
const epub = 'http://www.idpf.org/2007/ops';

/**
 * A clip as a document of an EPUB 3. `images` has the paths of its pictures, by their addresses: one that is not there leaves its
 * description. Needs a document.
 */
export function epubChapter(
  { clip, body, tags, highlights = [] }: ExportClip,
  images: ReadonlyMap<string, string>,
  shows: { readonly highlights: boolean },
): Chapter {
  const page = document.implementation.createDocument(xhtml, 'html');
  const article = page.importNode(sanitizeArticle(body?.html ?? ''), true);
  const blocks = body?.blocks ?? [];
  const written = shows.highlights
    ? inTextOrder(highlights.map((each) => writtenHighlight(each, blocks)))
    : [];
  markRanges(article, blocks, written, 'marks');
  const hasMath = drawFormulas(article);
  const title = clip.title.trim() || clip.url;
  mend(article, images);
  const headings = nameHeadings(article);
  const byline = [
    clip.author,
    clip.siteName,
    clip.publishedAt?.slice(0, 10),
    ...tags.map((tag) => `#${tag}`),
  ];
  const make = makerOf(page);
  const source = webAddress(clip.url);
  const head = make(
    'head',
    {},
    make('title', {}, legal(title)),
    make('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
  );
  const content = make(
    'body',
    {},
    make('h1', {}, legal(title)),
    make(
      'p',
      { class: 'source' },
      legal(byline.filter((part) => part !== null && part !== undefined && part !== '').join(' · ')),
    ),
    make(
      'p',
      { class: 'source' },
      source === null ? legal(clip.url) : make('a', { href: source }, legal(clip.url)),
    ),
    article,
    ...notes(written, highlightsHeading(clip.language), make),
  );
  page.documentElement.append(head, content);
  return { title, headings, hasMath, xhtml: serialized(page.documentElement, languageOf(clip.language)) };
}

type Make = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: (Node | string)[]
) => Element;

function makerOf(page: Document): Make {
  return (name, attributes, ...content) => {
    const element = page.createElementNS(xhtml, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    appendAll(element, content);
    return element;
  };
}

function serialized(root: Element, language: string): string {
  root.setAttributeNS('http://www.w3.org/2000/xmlns/', 'xmlns:epub', epub);
  root.setAttribute('lang', language);
  root.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:lang', language);
  const xml = new XMLSerializer().serializeToString(root);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${legal(xml)}\n`;
}

/** A language that every reading program knows for one. */
export function languageOf(language: string | null): string {
  return language !== null && /^[a-z]{2,3}(?:-[\da-z]{2,8})*$/i.test(language) ? language : 'und';
}

/** XML has no other control characters (XML 1.0, section 2.2). */
export function legal(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

function webAddress(url: string): string | null {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).href : null;
}

/** LaTeX as MathML; what cannot be read stays as it was written. */
function drawFormulas(article: DocumentFragment): boolean {
  for (const formula of article.querySelectorAll('[data-math]')) {
    const latex = formula.textContent ?? '';
    try {
      const holder = document.createElement('span');
      temml.render(latex, holder, {
        displayMode: formula.getAttribute('data-math') === 'block',
        throwOnError: true,
        trust: false,
      });
      const math = holder.querySelector('math');
      if (math === null) continue;
      for (const element of [math, ...math.querySelectorAll('*')])
        for (const { name } of Array.from(element.attributes))
          if (/^(?:class|style|data-.*)$/.test(name)) element.removeAttribute(name);
      formula.replaceChildren(math);
    } catch {
      // No LaTeX that anybody draws.
    }
  }
  return article.querySelector('math') !== null;
}

/** What HTML of the web has and a book may not, or cannot show. */
function mend(article: DocumentFragment, images: ReadonlyMap<string, string>): void {
  const { ownerDocument: page } = article;
  for (const image of article.querySelectorAll('img')) {
    const path = images.get(image.getAttribute('src') ?? '');
    if (path === undefined) image.replaceWith(image.getAttribute('alt') ?? '');
    else image.setAttribute('src', path);
    if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
    for (const name of ['width', 'height'])
      if (!/^\d+$/.test(image.getAttribute(name) ?? '')) image.removeAttribute(name);
  }
  for (const cell of article.querySelectorAll('[align]')) {
    const align = cell.getAttribute('align') ?? '';
    cell.removeAttribute('align');
    if (/^(?:left|center|right)$/.test(align)) cell.setAttribute('class', align);
  }
  for (const mark of article.querySelectorAll('mark[data-highlight]')) {
    mark.setAttribute('class', mark.getAttribute('data-highlight') ?? '');
    mark.removeAttribute('data-highlight');
  }
  for (const time of article.querySelectorAll('time')) time.removeAttribute('datetime');
  for (const tab of article.querySelectorAll('section[data-tab]')) {
    const label = page.createElementNS(xhtml, 'p');
    label.setAttribute('class', 'tab');
    label.textContent = tab.getAttribute('data-tab');
    tab.prepend(label);
  }
  for (const details of article.querySelectorAll('details'))
    if (details.querySelector(':scope > summary') === null) replaceWithAll(details, details.childNodes);
  for (const element of article.querySelectorAll('*'))
    for (const { name } of Array.from(element.attributes))
      if (name.startsWith('data-')) element.removeAttribute(name);
  linkWithin(article);
}

/** Names that XML allows, each once; links to what is not there are text. */
function linkWithin(article: DocumentFragment): void {
  const names = new Map<string, string>();
  for (const element of article.querySelectorAll('[id]')) {
    const name = `n${names.size}`;
    if (names.has(element.id)) element.removeAttribute('id');
    else {
      names.set(element.id, name);
      element.id = name;
    }
  }
  for (const link of article.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    const target = href.startsWith('#') ? names.get(href.slice(1)) : undefined;
    const address =
      target === undefined ? (/^mailto:/i.test(href) ? encodeURI(href) : webAddress(href)) : `#${target}`;
    if (address === null) replaceWithAll(link, link.childNodes);
    else link.setAttribute('href', address);
    if (target !== undefined && link.parentElement?.localName === 'sup')
      link.setAttributeNS(epub, 'epub:type', 'noteref');
  }
}

function nameHeadings(article: DocumentFragment) {
  return Array.from(article.querySelectorAll('h1, h2, h3, h4, h5, h6'), (heading, index) => {
    if (heading.id === '') heading.id = `h${index}`;
    const text = (heading.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    return { id: heading.id, text, level: Number(heading.localName.slice(1)) };
  }).filter(({ text }) => text !== '');
}

/** The highlights that have a note, or are not in the text. */
function notes(
  highlights: readonly WrittenHighlight[],
  heading: string,
  make: (
    name: string,
    attributes: Readonly<Record<string, string>>,
    ...content: (Node | string)[]
  ) => Element,
): Element[] {
  const said = highlights.filter(({ note, range }) => note !== '' || range === null);
  if (said.length === 0) return [];
  const entries = said.flatMap(({ quote, note }) => [
    make('blockquote', {}, make('p', {}, legal(quote))),
    ...(note === '' ? [] : [make('p', {}, legal(note))]),
  ]);
  return [make('section', { class: 'notes' }, make('h2', {}, heading), ...entries)];
}
