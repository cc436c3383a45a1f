import { leaveOut } from '../account/leave-out.ts';
import { hasMoreChildren } from '../copy/has-more-children.ts';
import { isLanguage } from './language-names.ts';

/** What a page says beside a block of code that is not the author's: its language, its file, what can be done with it. */
export interface CodeBars {
  readonly language: string | null;
  readonly title: string | null;
}

const actions =
  /^(copy|copied|copy (code|to clipboard|snippet)|click to copy|wrap( lines)?|(toggle )?(word|line) wrap|unwrap|run( code)?|try it|expand|collapse|show (more|less)|download|edit|explain|select all|view (raw|source)|raw|full ?screen|play|save|(open|view|edit) (in|on) [\w .]{2,20}|复制|复制代码|已复制|复制成功|拷贝|全选|运行|展开|收起|折叠|下载|换行|自动换行|代码|代码块|code|コピー|복사|copier|kopieren|copiar|скопировать|копировать|(?:ai|问ai|解释)?(?:写|解释|代码解释)?代码|(?:登录后?|一键)复制|运行(?:代码|项目并下载源码)?|ask (?:ai|chatgpt)|open (?:cloud shell|in .{2,20}))[!！.。…:：]?$/i;
const named =
  /(^|[\s_-])(code-?)?(lang(uage)?|header|head|title|bar|toolbar|label|tools?|caption|info|meta|copy|copied|copybtn|actions?|text-xs)/i;
const stops = /^(BODY|LI|BLOCKQUOTE|ARTICLE|MAIN|TD|TH|DD|DETAILS|TABLE)$/;
const tabs = '[role="tab"], [role="tablist"], label, input, [class*="tab"], [data-tabs]';
const copyPicture = 'img:is([title^="copy" i], [alt^="copy" i], [title^="复制"], [alt^="复制"])';
/** Names under which languages are shown, beside those that name them in markup. */
const shownNames: Readonly<Record<string, string>> = {
  'plain text': 'text',
  纯文本: 'text',
  'objective-c': 'objc',
  'c/c++': 'cpp',
  'vue.js': 'vue',
  'node.js': 'js',
  'shell script': 'bash',
  'azure cli': 'azurecli',
  'command line': 'console',
  终端: 'console',
  命令行: 'console',
  dockerfile: 'dockerfile',
};

/**
 * Takes the bars over and under a block out of the page and reads them. A bar stands directly beside the block, or beside
 * what holds nothing but the block, and every word of it is a language, a file or an action.
 */
export function takeBars(block: Element): CodeBars {
  let language: string | null = null;
  let title: string | null = null;
  let inner = block;
  for (let step = 0; step < 5; step++) {
    const outer = inner.parentElement;
    if (outer === null || inner.matches('[role="tabpanel"], [data-tab]')) break;
    const single = isOnlyCode(inner, outer);
    for (const node of beside(inner, 'previousSibling')) {
      const bar = readBar(node, single);
      if (bar === null) break;
      language ??= bar.language;
      title ??= bar.title;
      leaveOut(node, 'controls', 'code/bar');
    }
    for (const node of beside(inner, 'nextSibling')) {
      const bar = readBar(node, single);
      if (bar === null || !(bar.acts || (single && bar.language !== null))) break;
      language ??= bar.language;
      leaveOut(node, 'controls', 'code/bar');
    }
    if (
      hasMoreChildren(outer, 8) ||
      stops.test(outer.tagName) ||
      ![...outer.childNodes].every((node) => node === inner || isBlank(node))
    )
      break;
    inner = outer;
  }
  const folded = inner.parentElement;
  if (folded?.tagName === 'DETAILS') language ??= unfold(folded, inner);
  return { language, title };
}

/** Code that is folded away under its language, or a word to unfold it, is code. */
function unfold(details: Element, code: Element): string | null {
  const summary = details.querySelector(':scope > summary');
  if (
    summary === null ||
    ![...details.childNodes].every((node) => node === code || node === summary || isBlank(node))
  )
    return null;
  const words: string[] = [];
  collect(summary, words);
  const bar = wordsBar(words, false, true);
  if (bar === null || words.length === 0) return null;
  details.replaceWith(code);
  return bar.language;
}

/** Whether an element has no other block of code beside it, and no text to speak of. */
function isOnlyCode(inner: Element, outer: Element): boolean {
  if (stops.test(outer.tagName) || hasMoreChildren(outer, 6)) return false;
  return [...outer.childNodes].every(
    (node) =>
      node === inner ||
      ((node.textContent ?? '').length < 80 &&
        !(node instanceof Element && node.querySelector('pre, code, p + p, h1, h2, h3') !== null)),
  );
}

function beside(element: Element, side: 'previousSibling' | 'nextSibling'): readonly ChildNode[] {
  const nodes: ChildNode[] = [];
  for (let node = element[side]; node !== null && nodes.length < 4; node = node[side])
    if (!isBlank(node)) nodes.push(node);
  return nodes;
}

function isBlank(node: Node): boolean {
  return node.nodeType === 8 || (node.nodeType === 3 && !/\S/.test(node.nodeValue ?? ''));
}

interface Bar extends CodeBars {
  /** It offers something to do with the code. */
  readonly acts: boolean;
}

function readBar(node: ChildNode, single: boolean): Bar | null {
  if ((node.textContent ?? '').length > 120) return null;
  if (!(node instanceof Element)) return single ? wordsBar([node.nodeValue ?? ''], false, true) : null;
  if (
    /^(PRE|CODE|LI|UL|OL|DL|TABLE|IMG|HR|BR|STYLE|SCRIPT|H[1-5]|SUMMARY|DETAILS|MATH|math|A)$/.test(
      node.tagName,
    )
  )
    return null;
  if (
    node.matches(tabs) ||
    node.querySelector(`${tabs}, img:not([width="16"], ${copyPicture}), pre, table, p + p`) !== null
  )
    return null;
  const buttons =
    node.tagName === 'BUTTON' ||
    node.querySelector(copyPicture) !== null ||
    node.querySelector('button, [role="button"], svg, a[href="#"], a[href^="javascript:"], a:not([href])') !==
      null;
  const words: string[] = [];
  collect(node, words);
  if (node.tagName === 'P' && !(buttons && single)) return null;
  if (words.length === 0 && !buttons && node.childElementCount === 0) return null;
  return wordsBar(words, buttons, single || named.test(`${node.getAttribute('class') ?? ''} ${node.id}`));
}

function collect(element: Element, words: string[]): void {
  for (const child of element.childNodes) {
    if (child.nodeType === 3 && /\S/.test(child.nodeValue ?? '')) words.push((child.nodeValue ?? '').trim());
    else if (child instanceof Element && !/^(BUTTON|SVG|STYLE|SCRIPT)$/i.test(child.tagName))
      collect(child, words);
  }
}

/** `trusted`: a language or number alone may be a bar here, since nothing else is beside the code, or by its name. */
function wordsBar(words: readonly string[], buttons: boolean, trusted: boolean): Bar | null {
  let language: string | null = null;
  let title: string | null = null;
  let acts = buttons;
  for (const word of words) {
    const shown = word.replace(/[:：]$/, '').trim();
    const known = shownNames[shown.toLowerCase()];
    if (actions.test(word)) acts = true;
    else if ((known !== undefined || isLanguage(shown)) && language === null) language = known ?? shown;
    else if (/^[\d\s.:|•·-]+$|^(?:代码)?语言[:：]?$|^language:?$/i.test(word)) continue;
    else if (/^(?:[\w@.-]+\/)*[\w@.-]*\.[a-z]\w{0,7}$/i.test(word) && title === null && (buttons || trusted))
      title = word;
    else return null;
  }
  return acts || trusted ? { language, title, acts } : null;
}

/** The language in a bar that stands within the block's own element, beside the code: of its words, the only one that names any. */
export function languageBeside(block: Element, source: Element): string | null {
  if (block === source || !block.contains(source)) return null;
  const words: string[] = [];
  for (let inner = source; inner !== block && inner.parentElement !== null; inner = inner.parentElement) {
    for (const each of inner.parentElement.children)
      if (each !== inner && (each.textContent ?? '').length < 120) collect(each, words);
  }
  const languages = words.filter(
    (word) =>
      word.length > 1 && !actions.test(word) && (word.toLowerCase() in shownNames || isLanguage(word)),
  );
  return languages.length === 1 && words.length <= 6
    ? (shownNames[languages[0]?.toLowerCase() ?? ''] ?? languages[0] ?? null)
    : null;
}
