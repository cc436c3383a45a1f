import { isLanguage, languageName } from './language-names.ts';

const dataNames = [
  'data-lang',
  'data-language',
  'data-enlighter-language',
  'data-language-name',
  'data-code-language',
  'data-syntax',
  'language',
  'data-programming-language',
];
const prefixed =
  /(?:^|\s)(?:language|lang|highlight-source|highlight-text|brush|syntax|code-lang|sourceCode-lang|src|hljs-lang)[-:]\s*([^\s;]+)/i;
/** Blocks whose class list names the language without a prefix. */
const bare =
  /(^|\s)(highlight|hljs|prettyprint|sourceCode|src|chroma|codehilite|shiki|EnlighterJSRAW|ql-syntax|cnblogs_code|syntaxhighlighter|code|codeblock|code-block|prism|listing|cm-s-\S+|crayon-\S+)(\s|$)/i;

/**
 * The language that the page states for a block: on the code, on its `pre`, or on a wrapper of only this block.
 * '' = stated to have none; null = not stated.
 */
export function statedLanguage(block: Element): string | null {
  const inner = [
    ...block.querySelectorAll('code, pre, td.code, [data-lang], [data-language], [data-mode-id]'),
  ];
  for (const element of [...inner.slice(0, 6).reverse(), block, ...wrappersOf(block)]) {
    const language = languageOf(element);
    if (language !== null) return language;
  }
  return null;
}

/** The elements around a block that hold no other block and hardly any other text. */
export function wrappersOf(block: Element): readonly Element[] {
  const wrappers: Element[] = [];
  const length = (block.textContent ?? '').length;
  let outer = block.parentElement;
  while (
    outer !== null &&
    wrappers.length < 4 &&
    outer.tagName !== 'BODY' &&
    outer.tagName !== 'LI' &&
    outer.tagName !== 'BLOCKQUOTE'
  ) {
    if (
      (outer.textContent ?? '').length - length > 120 ||
      outer.querySelectorAll('pre').length >
        Math.max(1, block.querySelectorAll('pre').length + (block.tagName === 'PRE' ? 1 : 0))
    )
      break;
    wrappers.push(outer);
    outer = outer.parentElement;
  }
  return wrappers;
}

function languageOf(element: Element): string | null {
  for (const name of dataNames) {
    const value = element.getAttribute(name);
    if (value !== null && value.trim() !== '') return languageName(value);
  }
  const params = element.getAttribute('data-syntaxhighlighter-params') ?? '';
  const classes = `${element.getAttribute('class') ?? ''} ${params}`.trim();
  if (classes !== '') {
    const stated = prefixed.exec(classes)?.[1];
    if (stated !== undefined)
      return languageName(stated.replace(/^(shell)$/, 'bash').replace(/^html-basic$/, 'html'));
    const sphinx = /(?:^|\s)highlight-([\w+#]+)(?:\s+notranslate|\s*$)/.exec(classes)?.[1];
    if (sphinx !== undefined && isLanguage(sphinx)) return languageName(sphinx);
    const named = bareLanguage(element, classes);
    if (named !== null) return named;
  }
  if (element.tagName === 'PRE' || element.tagName === 'CODE') {
    const lang = element.getAttribute('lang') ?? '';
    if (isLanguage(lang)) return languageName(lang);
  }
  return null;
}

function bareLanguage(element: Element, classes: string): string | null {
  const words = classes.split(/\s+/);
  if (bare.test(classes)) {
    const word = words.find((word) => isLanguage(word) && !/^(code|src|basic|default|raw|text)$/.test(word));
    if (word !== undefined) return languageName(word);
    if (element.tagName === 'FIGURE' && words[0] === 'highlight' && words[1] !== undefined)
      return languageName(words[1]);
    return words.some((word) => /^(plain|plaintext|text|nohighlight)$/.test(word)) ? '' : null;
  }
  if (element.tagName !== 'CODE' && element.tagName !== 'PRE') return null;
  const word =
    words.length <= 3
      ? words.find((word) => isLanguage(word) && !/^(code|text|basic|default|raw|log|output)$/.test(word))
      : undefined;
  return word === undefined ? null : languageName(word);
}
