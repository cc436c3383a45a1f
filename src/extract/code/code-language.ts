import { hasMoreChildren } from '../copy/has-more-children.ts';
import { isLanguage, languageName } from './language-names.ts';

const dataNames = [
  'data-lang',
  'data-language',
  'data-enlighter-language',
  'data-language-name',
  'data-code-language',
  'data-syntax',
  'language',
  'syntax',
  'data-mode',
  'data-programming-language',
];
/** What else is called after a language; only its value tells that it is one of code. */
const otherName = /^data-(?:[a-z]+-)*(?:lang|language|syntax)(?:-name)?$/;
const prefixed =
  /(?:^|\s)(?:language|lang|highlight-source|highlight-text|brush|syntax|code-lang|sourceCode-lang|src|hljs-lang)(?:-|:\s*)([^\s;]+)/i;
/** Prefixes that say other things too; what follows tells. */
const weakPrefix =
  /(?:^|\s)(?:hl|type|sh|mode|lexer|enlighter-l|[\w-]{0,20}lang(?:uage)?)[-_]([\w+#]+)(?=\s|$)/gi;
/** Blocks whose class list names the language without a prefix. */
const bare =
  /(^|\s)(highlight|hljs|prettyprint|sourceCode|src|chroma|codehilite|shiki|EnlighterJSRAW|ql-syntax|cnblogs_code|syntaxhighlighter|code|codeblock|code-block|prism|geshi|listing|cm-s-\S+|crayon-\S+)(\s|$)/i;

/**
 * The language that the page states for a block: on the code, on its `pre`, or on a wrapper of only this block.
 * '' = stated to have none; null = not stated.
 */
export function statedLanguage(block: Element, wrappers: readonly Element[]): string | null {
  const inner = [
    ...block.querySelectorAll(
      'code, pre, td.code, [data-lang], [data-language], [data-mode-id], :scope > span[class*="language-"]',
    ),
  ];
  for (const element of [...inner.slice(0, 6).reverse(), block, ...wrappers]) {
    const language = languageOf(element);
    if (language !== null) return language;
  }
  return null;
}

/** The elements around a block that hold no other block and hardly any other text. */
export function wrappersOf(block: Element): readonly Element[] {
  const wrappers: Element[] = [];
  let inner = block;
  while (wrappers.length < 4) {
    const outer = inner.parentElement;
    if (outer === null || /^(BODY|LI|BLOCKQUOTE|ARTICLE|MAIN)$/.test(outer.tagName) || !isAlone(inner, outer))
      break;
    wrappers.push(outer);
    inner = outer;
  }
  return wrappers;
}

/** Looks at the siblings only: reading all of a long article's text for each of its blocks would be quadratic. */
function isAlone(inner: Element, outer: Element): boolean {
  if (hasMoreChildren(outer, 8)) return false;
  let other = 0;
  for (const sibling of outer.childNodes) {
    if (sibling === inner) continue;
    if (
      sibling instanceof Element &&
      (/^(P|PRE|UL|OL|TABLE|H[1-6]|BLOCKQUOTE)$/.test(sibling.tagName) ||
        sibling.querySelector('pre') !== null) &&
      !/^[\s\d]*$/.test(sibling.textContent ?? '')
    ) {
      return false;
    }
    other += (sibling.textContent ?? '').length;
    if (other > 120) return false;
  }
  return true;
}

/** What an element's own attributes and classes say; '' = none, null = nothing. */
export function languageOf(element: Element): string | null {
  if (element.classList.contains('mermaid')) return 'mermaid';
  for (const name of dataNames) {
    const value = element.getAttribute(name);
    if (value !== null && value.trim() !== '') return languageName(value);
  }
  const params = element.getAttribute('data-syntaxhighlighter-params') ?? '';
  const classes = `${element.getAttribute('class') ?? ''} ${params}`.trim();
  if (classes !== '') {
    const stated = prefixed.exec(classes)?.[1];
    if (stated !== undefined)
      return languageName(
        stated
          .replace(/^(shell)$/, 'bash')
          .replace(/^html-basic$/, 'html')
          .replace(/^diff-\w+$/, 'diff'),
      );
    for (const [, word = ''] of classes.matchAll(weakPrefix)) if (isLanguage(word)) return languageName(word);
    const sphinx = /(?:^|\s)highlight-([\w+#]+)(?:\s+notranslate|\s*$)/.exec(classes)?.[1];
    if (sphinx !== undefined && isLanguage(sphinx)) return languageName(sphinx);
    const named = bareLanguage(element, classes);
    if (named !== null) return named;
  }
  for (const { name, value } of element.attributes)
    if (otherName.test(name) && isLanguage(value)) return languageName(value);
  if (element.tagName === 'PRE' || element.tagName === 'CODE' || element.tagName.includes('-')) {
    const lang = element.getAttribute('lang') ?? '';
    if (isLanguage(lang)) return languageName(lang);
  }
  return null;
}

function bareLanguage(element: Element, classes: string): string | null {
  // HackMD sets how lines are numbered behind the name: `go=10`.
  const words = classes.split(/(?:[=!]\S*)?(?:\s+|$)/);
  if (bare.test(classes)) {
    const named = words.find(
      (word) =>
        isLanguage(word) &&
        (word.length > 1 || words.length <= 2 || words.includes('sourceCode')) &&
        !/^(code|src|basic|default|raw|text)$/.test(word),
    );
    if (named !== undefined) return languageName(named);
    if (element.tagName === 'FIGURE' && words[0] === 'highlight' && words[1] !== undefined)
      return languageName(words[1]);
    return words.some((word) => /^(plain|plaintext|text|nohighlight)$/.test(word)) ? '' : null;
  }
  if (element.tagName !== 'CODE' && element.tagName !== 'PRE') return null;
  const named =
    words.length <= 3
      ? words.find(
          (word) =>
            isLanguage(word) &&
            (word.length > 1 || words.length === 1) &&
            !/^(code|text|basic|default|raw|log|output)$/.test(word),
        )
      : undefined;
  return named === undefined ? null : languageName(named);
}

/** A language that a theme shows beside the block, where its markup states none. */
export function labelledLanguage(wrappers: readonly Element[]): string | null {
  for (const wrapper of wrappers) {
    for (const label of wrapper.querySelectorAll(labels)) {
      const text = (label.textContent ?? '').trim();
      if (text.length > 1 && text.length < 20 && isLanguage(text)) return languageName(text);
    }
  }
  return null;
}

const labels =
  '.lang, .language, [class*="code-lang"], [class*="codeLang"], [class*="code-block-lang"], [class*="language-label"], [class*="language-name"], .code-header span, .wp-block-kevinbatdorf-code-block-pro > span';

/** The language of a file by its name's ending. */
export function fileLanguage(name: string): string | null {
  const ending = /\.([a-z]\w{0,9})$/i.exec(name)?.[1] ?? /^(Dockerfile|Makefile)$/.exec(name)?.[1];
  return ending !== undefined && isLanguage(ending) ? languageName(ending) : null;
}
