/** What never belongs to a label, a title or a name even where it stands inside its element. */
const silent =
  'script, style, template, noscript, svg, button, .headerlink, .header-anchor, .anchor-link, .hash-link, ' +
  '[class*="immersive-translate-target" i], .anchorjs-link, .anchor, [class*="heading-anchor" i], .header-section-number, .section-number, .chapter-number, .sr-only, .visually-hidden, .screen-reader-text';

const permalink = 'a[href^="#"]';

/** A permalink by whatever sign: `#`, `¶`, `§`. */
function isMark(element: Element): boolean {
  return element.matches(permalink) && !/[\p{L}\p{N}]/u.test(element.textContent ?? '');
}

/** The text of an element on one line, without scripts, icons, permalink marks and what `skipped` selects. */
export function textOf(element: Element | null | undefined, skipped = ''): string {
  if (element === null || element === undefined) return '';
  const without = skipped === '' ? silent : `${silent}, ${skipped}`;
  const isPlain =
    element.querySelector(without) === null && ![...element.querySelectorAll(permalink)].some(isMark);
  if (isPlain) return oneLine(element.textContent ?? '');
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += child.nodeValue ?? '';
      else if (isElement(child) && !child.matches(without) && !isMark(child)) walk(child);
    }
  };
  walk(element);
  // Docsify's and Documenter's anchors are around the heading's words, not beside them.
  if (skipped !== '' || oneLine(text) !== '') return oneLine(text);
  const anchors = [...element.querySelectorAll('a, .anchor, .header-anchor')];
  return oneLine(anchors.find((anchor) => /[\p{L}\p{N}]/u.test(anchor.textContent ?? ''))?.textContent ?? '');
}

/** The text of an element where it is at most `limit` characters long, else null: without reading a whole article. */
export function shortTextOf(element: Element, limit: number): string | null {
  // Templates indent: a short text can have much white space.
  return isLongerThan(element, 10 * limit + 500) ? null : shortened(textOf(element), limit);
}

function shortened(text: string, limit: number): string | null {
  return text.length <= limit ? text : null;
}

function isLongerThan(element: Element, limit: number): boolean {
  let length = 0;
  const walk = (node: Node): boolean => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) length += child.nodeValue?.length ?? 0;
      if (length > limit || (child.nodeType === 1 && walk(child))) return true;
    }
    return false;
  };
  return walk(element);
}

/** By node type, since `instanceof` fails on the elements of another frame. */
export function isElement(node: Node | null): node is Element {
  return node?.nodeType === 1;
}

/** One line: runs of white space become one space, invisible characters go. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const lineBreaks = /^(?:p|div|li|ul|ol|br|section|header|footer|dd|dt|tr|td|h[1-6])$/i;

const wordless = 'script, style, svg, button, template';

/** The text of an element by its lines, so that a name does not run into the paragraph after it; without what `skipped` selects. */
export function linesOf(element: Element, skipped = ''): readonly string[] {
  const without = skipped === '' ? wordless : `${wordless}, ${skipped}`;
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += (child.nodeValue ?? '').replace(/\s+/g, ' ');
      else if (isElement(child) && !child.matches(without)) {
        const breaks = lineBreaks.test(child.tagName);
        if (breaks) text += '\n';
        walk(child);
        if (breaks) text += '\n';
      }
    }
  };
  walk(element);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The texts of an element one by one, as parts of a row that its style sheet sets apart. */
export function partsOf(element: Element): readonly string[] {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) parts.push(oneLine(child.nodeValue ?? ''));
      else if (isElement(child) && !child.matches(wordless)) walk(child);
    }
  };
  walk(element);
  return parts.filter((part) => part !== '');
}
