import { leaveOut } from '../account/leave-out.ts';
import { languageOf } from './code-language.ts';
import { isLanguage } from './language-names.ts';

const named =
  /(^|[^a-z])(code(-?(block|box|body|area|view|content|mirror|snippet|lines?|sample|editor|example))?s?|highlight(er|ed)?|hljs|prism|shiki|snippet|fragment|listing|console|terminal|verbatim|program-?listing|literal-?block|linenums|syntax-?highlighter)([^a-z]|$)/;
const lineName =
  /(^|[^a-z])(line|code-?line|listing-?line|token-?line|view-?line|cm-?line|ace-?line|ql-code-block|loc)([^a-z]|$)/;
const notInCode =
  'pre, p, ul, ol, dl, table, h1, h2, h3, h4, h5, h6, blockquote, img, figure, textarea, input, nav, article, video, iframe, [data-math]';

const strongLine =
  ':scope > :is(.cm-line, .ace-line, .code-line, .codeLine, .view-line, .token-line, .CodeMirror-line)';

/** The words by which a page names an element: class, id, role of an editor's node, accessible label. */
function nameOf(element: Element): string {
  const names = ['class', 'id', 'data-slate-type', 'data-type', 'data-node-type', 'data-block-type'];
  return names
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
}

/** Whether white space counts in an element: by its own style, or by its style sheet's as the copy has it. */
export function preservesSpace(element: Element): boolean {
  return /white-space(-collapse)?:\s*(pre(-wrap)?|break-spaces|preserve)\s*(;|!|$)/i.test(
    element.getAttribute('style') ?? '',
  );
}

/** A language of people may be stated in the same attributes. */
function statesLanguage(element: Element): boolean {
  const language = languageOf(element);
  return (
    language !== null && (language === '' ? element.hasAttribute('data-language') : isLanguage(language))
  );
}

function isMonospaced(element: Element): boolean {
  return (element.getAttribute('style') ?? '')
    .split(';')
    .some((rule) => /^\s*font(-family)?:/i.test(rule) && /mono|consol|courier|menlo/i.test(rule));
}

/** A block of code made of other elements than `<pre>` and `<code>`. */
export function isLaidOutAsCode(element: Element): boolean {
  const preserves = preservesSpace(element);
  const isCode =
    isMonospaced(element) ||
    named.test(nameOf(element)) ||
    statesLanguage(element) ||
    element.querySelector(strongLine) !== null;
  if (!isCode) return false;
  if (isListOfCode(element)) return true;
  if (element.querySelector(notInCode) !== null) return false;
  if (
    /^(SPAN|A|B|EM|STRONG|BUTTON)$/.test(element.tagName) &&
    !/display:\s*block/.test(element.getAttribute('style') ?? '')
  )
    return false;
  const lines = lineElements(element);
  if (lines.length > 0) return true;
  return preserves && element.querySelector('div, button') === null && /\S/.test(element.textContent ?? '');
}

/** Each item is a line, in a `<code>` of its own. */
function isListOfCode(list: Element): boolean {
  const items = [...list.children];
  return (
    /^(?:OL|UL)$/.test(list.tagName) &&
    items.length > 1 &&
    items.every(
      ({ children, textContent }) =>
        children.length === 1 && children[0]?.tagName === 'CODE' && children[0].textContent === textContent,
    )
  );
}

/** The children of an element that hold one line of code each; none where it is no such element. */
function lineElements(element: Element): readonly Element[] {
  const children = [...element.children].filter((child) => !/^(BUTTON|STYLE|SVG|svg)$/.test(child.tagName));
  const lines = children.filter(
    (child) =>
      /^(DIV|CODE|SPAN|LI)$/.test(child.tagName) && child.querySelector(':scope div div, button') === null,
  );
  const namedLines = lines.filter((line) => line.hasAttribute('data-line') || lineName.test(nameOf(line)));
  if (namedLines.length >= 2 && namedLines.length * 2 >= children.length) return namedLines;
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''));
  const uniform =
    lines.length > 1 && lines.length === children.length && lines.every((line) => line.tagName === 'DIV');
  return !own && uniform && (preservesSpace(element) || isMonospaced(element) || statesLanguage(element))
    ? lines
    : [];
}

/** Takes out what stands among lines without being one: the tooltips that Doxygen writes after them. */
export function dropBetweenLines(element: Element): void {
  const lines = new Set(lineElements(element));
  if (lines.size < 2) return;
  for (const child of Array.from(element.children))
    if (!lines.has(child) && child.querySelector('div') !== null) leaveOut(child, 'controls', 'code/tooltip');
}
