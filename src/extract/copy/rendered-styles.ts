const codeTags = new Set(['CODE', 'SAMP', 'TT', 'KBD']);
const textTags = new Set(['DIV', 'SPAN', 'P', 'SECTION', 'TD', 'FIGURE']);
const tableNamed = /table|row|cell|col|grid|head|tr|td/i;
const named = /code|line|highlight|fragment|snippet|terminal|console|editor|listing|verbatim|syntax/i;

/**
 * What style sheets say of the live page's elements and later steps have to know, written into the copy's own styles:
 * where white space counts and in which font (code without a `<pre>`), and what cannot be selected in code (line
 * numbers, prompts, buttons). Asked of those elements only that may be such. `live` is every element
 * of the live page in tree order, and `root` its faithful copy.
 */
export function keepRenderedStyles(live: ArrayLike<Element>, root: Element): void {
  const view = live[0]?.ownerDocument.defaultView ?? null;
  if (view === null) return;
  const copies = root.getElementsByTagName('*');
  for (let index = 0; index < live.length; index++) {
    const element = live[index];
    const styles = element === undefined ? '' : stylesOf(element, view);
    const copy = styles === '' ? undefined : index === 0 ? root : copies[index - 1];
    if (copy === undefined) continue;
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
  const name = element.getAttribute('class') ?? '';
  if (name !== '' && !element.tagName.startsWith('T') && tableNamed.test(name)) {
    const { display } = view.getComputedStyle(element);
    if (display.startsWith('table-')) return `display:${display};`;
  }
  if (!(name !== '' && named.test(name)) && !hasLinesOfItsOwn(element)) return '';
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
  return element.firstElementChild === null && (element.firstChild?.nodeValue ?? '').length < 12;
}

/** Text of several lines directly in an element that usually holds words of one paragraph, or none. */
function hasLinesOfItsOwn(element: Element): boolean {
  if (!textTags.has(element.tagName)) return false;
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType !== 3) continue;
    const text = node.nodeValue ?? '';
    if (text.includes('\n') && text.trim().includes('\n')) return true;
  }
  return false;
}
