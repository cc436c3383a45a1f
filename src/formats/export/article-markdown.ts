import { fenceName, htmlAttribute, inertHtml, openTag } from '../markdown/write/inert.ts';
import { withoutMarks } from '../markdown/write/prepare-tree.ts';
import { toMarkdown } from '../markdown/write/to-markdown.ts';
import { Islands } from './islands.ts';
import { replaceWithAll } from '../../extract/many-nodes.ts';

/**
 * Article HTML as Markdown that importedArticle reads back as the same article: as toMarkdown has it, with HTML for
 * what Markdown has no form for (tabs, captions, definition lists, cells that span, sizes of images, places that the
 * article links to). What markRanges has marked is written as `==…==`, and as a list of lines beside code.
 */
export function articleMarkdown(article: DocumentFragment): string {
  const document = article.ownerDocument;
  const tree = document.importNode(article, true);
  withoutMarks(tree, ...Islands.signs);
  const islands = new Islands(document);
  for (const element of tree.querySelectorAll('[data-block]')) element.removeAttribute('data-block');
  for (const [selector, replace] of rules) {
    for (const element of tree.querySelectorAll(selector)) {
      if (tree.contains(element)) replace(element, islands);
    }
  }
  guardDollars(tree, islands);
  guardMarks(tree, islands);
  return islands.fill(toMarkdown(tree));
}

type Rule = readonly [selector: string, replace: (element: Element, islands: Islands) => void];

/** Whole ones first: what stands in them is not looked at again. */
const rules: readonly Rule[] = [
  ['dl, p[data-embed], ol[reversed], math', whole],
  ['table', (table, islands) => (isPlainTable(table) ? undefined : whole(table, islands))],
  ['figcaption, summary', whole],
  ['div[data-tabs], section[data-tab], figure, details', around],
  ['img[width], img[height]', whole],
  ['q, cite, small, time', around],
  ['h1[id], h2[id], h3[id], h4[id], h5[id], h6[id], p[id], li[id^="clip-"]', namedPlace],
  ['pre', fenced],
];

const inlineNames = new Set(['EM', 'STRONG', 'DEL', 'IMG', 'MATH', 'Q', 'CITE', 'SMALL', 'TIME']);

function whole(element: Element, islands: Islands): void {
  // A blank line would end the HTML, and so would a line feed in a table of Markdown.
  const html = inertHtml(element);
  element.replaceWith(
    inlineNames.has(element.tagName.toUpperCase()) ? islands.inline(html) : islands.block(html),
  );
}

/** Its tags only: what is inside stays Markdown. */
function around(element: Element, islands: Islands): void {
  const piece = (html: string) =>
    inlineNames.has(element.tagName) ? islands.inline(html) : islands.block(html);
  replaceWithAll(element, [piece(openTag(element)), ...element.childNodes, piece(`</${element.localName}>`)]);
}

function namedPlace(element: Element, islands: Islands): void {
  const target =
    element.tagName === 'LI' && element.firstElementChild?.tagName === 'P'
      ? element.firstElementChild
      : element;
  target.prepend(islands.inline(`<span${htmlAttribute('id', element.id)}></span>`));
}

/**
 * Two dollars in a block are a formula, wherever they stand in it: also one in bold text and one in code. Escaped, they
 * are punctuation, beside which `**` may not open or close: there the element is written as HTML.
 */
function guardDollars(tree: DocumentFragment, islands: Islands): void {
  if ((tree.textContent ?? '').split('$').length < 3) return;
  for (const element of tree.querySelectorAll('em, strong, del'))
    if (/^\$|\$$/.test((element.textContent ?? '').trim())) around(element, islands);
  eachText(tree, (node) => {
    node.data = node.data.replaceAll(/(?<!\\)(\\*)\$/g, (_, before: string) =>
      islands.mark(escaped('$', before)),
    );
  });
}

/**
 * Where there are marks, `==` of the text would begin or end one. Escaped, the sign is punctuation, as a dollar is. White
 * space at the ends of a mark is written outside of it.
 */
function guardMarks(tree: DocumentFragment, islands: Islands): void {
  if (tree.querySelector('mark[data-highlight]') === null || !(tree.textContent ?? '').includes('=')) return;
  for (const element of tree.querySelectorAll('em, strong, del'))
    if (/^=|=$/.test((element.textContent ?? '').trim())) around(element, islands);
  eachText(tree, (node) => {
    const { data } = node;
    const ends = new Set([data.search(/\S/), data.trimEnd().length - 1]);
    node.data = data.replaceAll(/(?<!\\)(\\*)=/g, (written, before: string, start: number) => {
      const at = start + before.length;
      const isSign = data[at - 1] === '=' || data[at + 1] === '=' || ends.has(at);
      return isSign ? islands.mark(escaped('=', before)) : written;
    });
  });
}

/** A sign and the backslashes before it, none of which may escape the other. */
function escaped(sign: string, backslashes: string): string {
  return `${backslashes}${backslashes}\\${sign}`;
}

/** The texts that are neither code nor a formula. */
function eachText(root: Node, change: (node: Text) => void): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
    if (node instanceof Text && (node.parentElement?.closest('code, pre, [data-math]') ?? null) === null)
      change(node);
}

/** Code goes around the writer of Markdown, which is free to trim lines. The fence is longer than any in the code. */
function fenced(pre: Element, islands: Islands): void {
  const text = pre.textContent ?? '';
  const info = codeFenceInfo(pre.querySelector('code'));
  const sign = info.includes('`') ? '~' : '`';
  const longest = Math.max(
    2,
    ...[...text.matchAll(sign === '~' ? /~{3,}/g : /`{3,}/g)].map(([run]) => run.length),
  );
  const fence = sign.repeat(longest + 1);
  pre.replaceWith(islands.block(`${fence}${info}\n${text}\n${fence}`));
}

/** `go title="main.go" {1,4-6} highlight="2"`: what codeInfo reads. A language that was guessed is not said, and guessed again. */
function codeFenceInfo(code: Element | null): string {
  const language =
    code?.hasAttribute('data-guessed') === true
      ? ''
      : fenceName(/^language-(\S+)/.exec(code?.className ?? '')?.[1] ?? '');
  const file = (code?.getAttribute('data-file') ?? '').replaceAll(/\s+/g, ' ');
  const lines = code?.getAttribute('data-lines') ?? '';
  const highlighted = code?.getAttribute('data-highlight') ?? '';
  const quote = file.includes('"') ? "'" : '"';
  return (
    [
      language,
      file === '' ? '' : `title=${quote}${file.replaceAll(quote, '')}${quote}`,
      lines === '' ? '' : `{${lines}}`,
      highlighted === '' ? '' : `highlight="${highlighted}"`,
    ]
      .filter((part) => part !== '')
      .join(' ')
      // Backslashes and entities mean something in an info string.
      .replaceAll(/[\\&<]/g, '\\$&')
  );
}

/** What GitHub's tables can hold: one header row, the same number of cells in each, and text in them. */
function isPlainTable(table: Element): boolean {
  const rows = [...table.querySelectorAll('tr')];
  const [head, ...rest] = rows;
  const aligned = new Set(
    rows.map((row) => [...row.children].map((cell) => cell.getAttribute('align')).join()),
  );
  return (
    head !== undefined &&
    rest.length > 0 &&
    aligned.size === 1 &&
    head.parentElement?.tagName === 'THEAD' &&
    [...head.children].every((cell) => cell.tagName === 'TH') &&
    rest.every(
      (row) => row.parentElement?.tagName === 'TBODY' && row.childElementCount === head.childElementCount,
    ) &&
    rest.every((row) => [...row.children].every((cell) => cell.tagName === 'TD')) &&
    table.querySelector(
      'caption, [colspan], [rowspan], pre, ul, ol, p, blockquote, table, aside, h1, h2, h3, h4, h5, h6, dl, div, figure, details',
    ) === null &&
    ![...table.querySelectorAll('code, [data-math]')].some((piece) => /[|\\]/.test(piece.textContent ?? ''))
  );
}
