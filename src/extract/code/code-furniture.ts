const gutter =
  /(^|[\s_-])(gutter|line-?nos?|line-?numbers?(-rows|-wrapper)?|linenum|lineno|lnt?|ln-numbers|blob-num|nums?|pre-numbering|line-?index|line-num|lines?-?count|linenodiv|lntd|hljs-ln-n|line-no|linenr|tag_listingline)([\s_-]|$)/i;
const control =
  /(^|[\s_-])(copy|copied|copybtn|clipboard|toolbar|tool-?bar|code-?tools|code-buttons|md-annotation|hash-button|btn|button|highlight-tools|hljs-button|code-expand|fullscreen|sr-only|visually-hidden|code-block-extension-header|code-copy|signin|collapse-btn|conum|code-?header|code-lang|hljs-lang|listing_data)([\s_-]|$)/i;
/** Lines of an example that mdBook keeps from its readers. */
const hiddenLine = /(^|\s)boring(\s|$)/;
const controlTags = new Set([
  'BUTTON',
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'SVG',
  'svg',
  'INPUT',
  'TEXTAREA',
  'SELECT',
  'FIGCAPTION',
  'CLIPBOARD-COPY',
  'NOSCRIPT',
]);

/** Whether a class may be that of furniture: what its element holds tells. */
export function isFurnitureName(name: string): boolean {
  return gutter.test(name) || control.test(name) || hiddenLine.test(name);
}

/** Line numbers, buttons and notes that a theme put inside a code block. */
export function isCodeFurniture(element: Element): boolean {
  if (controlTags.has(element.tagName)) return true;
  if (element.tagName === 'TD' && isNumberCell(element)) return true;
  if (isUnselectable(element) || isMarkedNumber(element)) return true;
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`.trim();
  if (name === '') return element.tagName === 'B' && element.previousElementSibling?.className === 'conum';
  if (hiddenLine.test(name)) return true;
  if (gutter.test(name) && !/(^|[\s_-])(code(?!-line-n)|content|inner)([\s_-]|$)/i.test(name))
    return isNumbers(element);
  if (control.test(name) && !isWordOfLine(element))
    return (element.textContent ?? '').length < 60 && !(element.textContent ?? '').includes('\n\n');
  return false;
}

/** A highlighter may call a word of a line `copy` or `button`; one that is a control says what it does, or is alone. */
function isWordOfLine(element: Element): boolean {
  if (
    element.tagName !== 'SPAN' ||
    !/^(?:copy|copied|clipboard|toolbar|btn|button|signin)$/i.test(element.className)
  )
    return false;
  const text = (element.textContent ?? '').trim();
  const isBesideCode = /\S/.test((element.parentElement?.textContent ?? '').replace(text, ''));
  return text !== '' && isBesideCode && element.parentElement?.matches('.line, [data-line]') === true;
}

/** A row's number, or the blank cell in its place. */
function isNumberCell(cell: Element): boolean {
  return cell.nextElementSibling !== null && /^[\s\d]*$/.test(cell.textContent ?? '');
}

/**
 * What cannot be selected is not part of the code: numbers, and the prompt before a command. A prompt that the highlighter
 * has read (`gp`: Sphinx' style sheets have such) and one of Python stand in the author's text, with what is printed below.
 */
function isUnselectable(element: Element): boolean {
  if (
    !/user-select:\s*none/.test(element.getAttribute('style') ?? '') &&
    !element.hasAttribute('unselectable')
  )
    return false;
  if (element.classList.contains('gp')) return false;
  return /^(?!\s*\.\.\.\s*$)([\s\d.:|]*|\s*([$#%>❯➜]|PS>)\s*)$/u.test(element.textContent ?? '');
}

/** A number that links to its line, is said to be a line's, or is not read out. */
function isMarkedNumber(element: Element): boolean {
  if (!element.matches('a[href^="#"], [data-line-number], [data-linenumber], [aria-hidden="true"]'))
    return false;
  // The line itself may say its number too, and hold nothing but one.
  if (element.nextSibling === null || element.childElementCount > 0) return false;
  return /^\s*\d{1,6}\s*$/.test((element.textContent ?? '').slice(0, 20));
}

/** A class may also say that a line *has* a number; only an element of digits is one. */
function isNumbers(element: Element): boolean {
  const text = element.textContent ?? '';
  return /^[\s\d.:|»›>]*$/.test(text) && !/[:|»›>.]\s*[:|»›>.]/.test(text);
}
