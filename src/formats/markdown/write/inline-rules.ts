import type TurndownService from 'turndown';
import { htmlAttribute, inertHtml, inertLatex } from './inert.ts';

type Rules = Readonly<Record<string, TurndownService.Rule>>;

const has =
  (selector: string) =>
  (node: Node): boolean =>
    node instanceof Element && node.matches(selector);

/** Inline content of article HTML, beyond what turndown knows. */
export const inlineRules: Rules = {
  strong: { filter: 'strong', replacement: (content, node) => delimited(content, '**', 'strong', node) },
  emphasis: { filter: 'em', replacement: (content, node) => delimited(content, '*', 'em', node) },
  deleted: { filter: 'del', replacement: (content, node) => delimited(content, '~~', 'del', node) },
  inlineCode: {
    filter: (node) => node.nodeName === 'CODE' && node.parentNode?.nodeName !== 'PRE',
    replacement: (_content, node) => codeSpan(node.textContent ?? ''),
  },
  inlineMath: {
    filter: has('span[data-math]'),
    replacement: (_content, node) => `$${inertLatex(attribute(node, 'data-latex'))}$`,
  },
  taskBox: { filter: has('[data-box]'), replacement: (_content, node) => attribute(node, 'data-box') },
  footnoteReference: {
    filter: has('sup[data-footnote-ref]'),
    replacement: (_content, node) => `[^${noteLabel(attribute(node, 'data-footnote-ref'))}]`,
  },
  link: { filter: has('a[href]'), replacement: (content, node) => link(content, node) },
  image: { filter: 'img', replacement: (_content, node) => image(node) },
  html: {
    filter: has('kbd, mark, sub, sup:not([data-footnote-ref]), ins, ruby, rt, rp, abbr[title], math'),
    replacement: (content, node) => htmlTag(content, node),
  },
  highlight: { filter: has('mark[data-highlight]'), replacement: (content) => `==${content}==` },
  quotation: { filter: 'q', replacement: (content) => `“${content}”` },
};

function attribute(node: Node, name: string): string {
  return node instanceof Element ? (node.getAttribute(name) ?? '') : '';
}

/**
 * CommonMark takes `**` beside punctuation for text where a letter follows on its other side, which is the rule in
 * Chinese (`**注意：**请`); there the HTML element stands for it.
 */
function delimited(content: string, delimiter: string, tag: string, node: Node): string {
  if (content.trim() === '') return content;
  const before = neighbour(node, 'previousSibling').slice(-1);
  const after = neighbour(node, 'nextSibling').slice(0, 1);
  const opens =
    !punctuation(content.slice(0, 1)) || before === '' || punctuation(before) || /\s/.test(before);
  const closes = !punctuation(content.slice(-1)) || after === '' || punctuation(after) || /\s/.test(after);
  const safe = opens && closes && !/\n\s*\n/.test(content);
  return safe ? `${delimiter}${content}${delimiter}` : `<${tag}>${content}</${tag}>`;
}

function punctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

function neighbour(node: Node, side: 'previousSibling' | 'nextSibling'): string {
  const beside = node[side];
  return beside === null || beside.nodeName === 'BR' ? '' : (beside.textContent ?? '');
}

function codeSpan(text: string): string {
  const flat = text.replace(/\r?\n/g, ' ');
  if (flat === '') return '';
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(flat) && flat.trim() !== '' ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

function link(content: string, node: Node): string {
  const text = content.replace(/(?<!\s)\s*\n\s*/g, ' ');
  if (text.trim() === '') return text;
  return `[${text}](${destination(attribute(node, 'href'))}${titleOf(node)})`;
}

function image(node: Node): string {
  const alt = attribute(node, 'alt')
    .replace(/\s+/g, ' ')
    .replace(/[[\]\\`*_<&]/g, '\\$&');
  return `![${alt}](${destination(attribute(node, 'src'))}${titleOf(node)})`;
}

function titleOf(node: Node): string {
  const title = attribute(node, 'title')
    .replace(/\s+/g, ' ')
    .replace(/["\\<&`[\]]/g, '\\$&');
  return title === '' ? '' : ` "${title}"`;
}

/** A note's label as Markdown may have it: ours are numbers, a page may have written anything. */
export function noteLabel(label: string): string {
  return label.replaceAll(/[^\p{L}\p{N}_-]/gu, '');
}

function destination(address: string): string {
  const plain = address.replace(/[<>"\\`[\]]/g, encodeURIComponent).replace(/\s/g, '%20');
  return /[()]/.test(plain) ? `<${plain}>` : plain;
}

function htmlTag(content: string, node: Node): string {
  const name = node.nodeName.toLowerCase();
  if (name === 'math' && node instanceof Element) return inertHtml(node);
  const title = attribute(node, 'title');
  return `<${name}${title === '' ? '' : htmlAttribute('title', title)}>${content}</${name}>`;
}
