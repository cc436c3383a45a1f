const codeTags = new Set(['CODE', 'SAMP', 'TT', 'KBD']);
const tableNamed = /table|row|cell|col|grid|head|tr|td/i;
const named = /code|line|highlight|fragment|snippet|terminal|console|editor|listing|verbatim|syntax/i;

/**
 * What style sheets say of the live page's elements and later steps have to know, written into the copy's own styles:
 * where white space counts and in which font (code without a `<pre>`), and what cannot be selected in code (line
 * numbers, prompts, buttons). Asked of those elements only that may be such. `copies` are the same elements in the copy.
 */
export function keepRenderedStyles(live: ArrayLike<Element>, copies: ArrayLike<Element>): void {
  const view = live[0]?.ownerDocument.defaultView ?? null;
  if (view === null) return;
  for (let index = 0; index < live.length; index++) {
    const element = live[index];
    const copy = copies[index];
    if (element === undefined || copy === undefined) continue;
    const styles = stylesOf(element, view);
    if (styles === '') continue;
    const own = copy.getAttribute('style');
    copy.setAttribute('style', own === null ? styles : `${own};${styles}`);
  }
}

function stylesOf(element: Element, view: Window): string {
  if (codeTags.has(element.tagName)) {
    if (element.tagName === 'KBD' || element.closest('pre') !== null) return '';
    const style = view.getComputedStyle(element);
    return `${whiteSpace(style)}${style.display.startsWith('inline') ? '' : 'display:block;'}`;
  }
  if (isShortLeaf(element) && element.closest('pre, code') !== null)
    return view.getComputedStyle(element).userSelect === 'none' ? 'user-select:none;' : '';
  if (tableNamed.test(element.getAttribute('class') ?? '') && !element.tagName.startsWith('T')) {
    const { display } = view.getComputedStyle(element);
    if (display.startsWith('table-')) return `display:${display};`;
  }
  if (!named.test(element.getAttribute('class') ?? '') && !hasLinesOfItsOwn(element)) return '';
  if (element.closest('pre, code') !== null) return '';
  const style = view.getComputedStyle(element);
  const space = whiteSpace(style);
  return space !== '' && isMonospaced(style.fontFamily) ? `${space}font-family:monospace;` : '';
}

function whiteSpace({ whiteSpace: value }: CSSStyleDeclaration): string {
  return /^(pre|pre-wrap|break-spaces)$/.test(value) ? 'white-space:pre;' : '';
}

function isMonospaced(family: string): boolean {
  return /mono|consol|courier|menlo/i.test(family);
}

function isShortLeaf(element: Element): boolean {
  return element.childElementCount === 0 && (element.firstChild?.nodeValue ?? '').length < 12;
}

/** Text of several lines directly in an element that usually holds words of one paragraph, or none. */
function hasLinesOfItsOwn(element: Element): boolean {
  if (!/^(DIV|SPAN|P|SECTION|TD|FIGURE)$/.test(element.tagName)) return false;
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3 && (node.nodeValue ?? '').trim().includes('\n')) return true;
  }
  return false;
}
