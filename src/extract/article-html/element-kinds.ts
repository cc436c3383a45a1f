const blocks =
  'address, article, aside, blockquote, center, dd, details, div, dl, dt, fieldset, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, li, main, nav, ol, p, pre, section, table, tbody, ul';
const blockTags = new Set(blocks.toUpperCase().split(', '));

/** The page's inline elements and what they become; the rest are transparent. */
export const inlineNames: Readonly<Record<string, string>> = {
  STRONG: 'strong',
  B: 'strong',
  EM: 'em',
  I: 'em',
  DFN: 'em',
  DEL: 'del',
  S: 'del',
  STRIKE: 'del',
  INS: 'ins',
  MARK: 'mark',
  SUB: 'sub',
  SUP: 'sup',
  KBD: 'kbd',
  ABBR: 'abbr',
  ACRONYM: 'abbr',
  Q: 'q',
  CITE: 'cite',
  RUBY: 'ruby',
  RT: 'rt',
  RP: 'rp',
  SMALL: 'small',
  TIME: 'time',
};

export function isBlock(element: Element): boolean {
  if (element.hasAttribute('data-math')) return element.getAttribute('data-math') === 'block';
  if (blockTags.has(element.tagName)) return true;
  if (element.childElementCount === 0) return false;
  return !inlineWithBlocks.has(element.tagName) && element.querySelector(blocks) !== null;
}

/** Their own content model lets the writer deal with what they hold. */
const inlineWithBlocks = new Set(['SUP', 'SUB', 'RUBY', 'CODE', 'BUTTON', 'MATH', 'math']);
