import type TurndownService from 'turndown';
import { escapeText } from './escape-text.ts';
import { fenceName, inertLatex } from './inert.ts';
import { noteLabel } from './inline-rules.ts';

type Rules = Readonly<Record<string, TurndownService.Rule>>;
type Filter = (node: Node) => boolean;

const has =
  (selector: string): Filter =>
  (node) =>
    node instanceof Element && node.matches(selector);

/** Blocks of article HTML, beyond what turndown knows. */
export const blockRules: Rules = {
  heading: {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content, node) =>
      `\n\n${'#'.repeat(Number(node.nodeName.charAt(1)))} ${content
        .replace(/(?<!\s)\s*\n\s*/g, ' ')
        .replace(/(?<!#)(#+)\s*$/, '\\$1')
        .trim()}\n\n`,
  },
  code: { filter: has('pre'), replacement: (_content, node) => `\n\n${fenced(node)}\n\n` },
  blockMath: {
    filter: has('div[data-math]'),
    replacement: (_content, node) => `\n\n$$\n${inertLatex(attribute(node, 'data-latex'))}\n$$\n\n`,
  },
  list: {
    filter: ['ul', 'ol'],
    replacement: (content, node) =>
      node.parentNode?.nodeName === 'LI' && node === node.parentNode.lastChild
        ? `\n${content}`
        : `\n\n${content}\n\n`,
  },
  item: { filter: 'li', replacement: (content, node) => listItem(content, node) },
  quote: { filter: 'blockquote', replacement: (content) => `\n\n${quoted(content.trim())}\n\n` },
  callout: {
    filter: has('aside[data-callout]'),
    replacement: (content, node) => {
      const title =
        node instanceof Element
          ? (node.querySelector(':scope > [data-callout-title]')?.textContent ?? '')
          : '';
      return `\n\n> [!${noteLabel(attribute(node, 'data-callout'))}]${title === '' ? '' : ` ${escapeText(title.replace(/\s+/g, ' ').trim())}`}\n${quoted(content.trim())}\n\n`;
    },
  },
  calloutTitle: { filter: has('[data-callout-title]'), replacement: () => '' },
  footnotes: {
    filter: has('section[data-footnotes]'),
    replacement: (content) => `\n\n${content.trim()}\n\n`,
  },
  details: {
    filter: has('details'),
    replacement: (content, node) =>
      `\n\n<details${attribute(node, 'open') === '' && node instanceof Element && node.hasAttribute('open') ? ' open' : ''}>\n${content.trim()}\n\n</details>\n\n`,
  },
  summary: {
    filter: has('summary'),
    replacement: (_content, node) => `<summary>${plainHtml(node.textContent ?? '')}</summary>\n\n`,
  },
  term: { filter: 'dt', replacement: (content) => `\n\n${content.trim()}\n` },
  definition: {
    filter: 'dd',
    replacement: (content) => `\n: ${content.trim().replace(/\n(?=[^\n])/g, '\n  ')}\n`,
  },
  caption: { filter: has('figcaption'), replacement: (content) => `\n\n${content.trim()}\n\n` },
};

/** Markdown is not read in the line of an HTML block. */
function plainHtml(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('[', '&#91;');
}

function attribute(node: Node, name: string): string {
  return node instanceof Element ? (node.getAttribute(name) ?? '') : '';
}

/** Stands after the spaces at the end of a line of code, which are the author's: elsewhere such spaces go. */
export const codeEnd = '\uE0F2';

/** The fence is longer than any run of backticks in the code. */
function fenced(node: Node): string {
  const code = node instanceof Element ? node.querySelector('code') : null;
  const text = (node.textContent ?? '').replaceAll(/[ \t](?=\n|$)/g, `$&${codeEnd}`);
  const longest = Math.max(2, ...[...text.matchAll(/^[ \t]*(`{3,})/gm)].map((run) => (run[1] ?? '').length));
  const fence = '`'.repeat(longest + 1);
  const stated =
    code?.hasAttribute('data-guessed') === true
      ? ''
      : fenceName(/language-(\S+)/.exec(code?.className ?? '')?.[1] ?? '');
  const file = code?.getAttribute('data-file') ?? '';
  const title = file === '' ? '' : ` title="${file.replace(/["`<&\\]/g, "'").replace(/\s+/g, ' ')}"`;
  return `${fence}${stated === '' && title !== '' ? 'text' : stated}${title}\n${text}\n${fence}`;
}

function quoted(content: string): string {
  return content.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

function listItem(content: string, node: Node): string {
  const item = node instanceof Element ? node : null;
  const note = item?.getAttribute('data-footnote') ?? null;
  const prefix = note === null ? marker(item) : `[^${noteLabel(note)}]: `;
  const indent = ' '.repeat(note === null ? prefix.length : 4);
  const body = content
    .replace(/^\n+/, '')
    .trimEnd()
    .replace(/\n(?=[^\n])/g, `\n${indent}`);
  return `${prefix}${body}${(item?.nextElementSibling ?? null) === null ? '' : '\n'}${note === null ? '' : '\n'}`;
}

/** Two lists that follow each other are told apart by their markers. */
function marker(item: Element | null): string {
  const list = item?.parentElement ?? null;
  if (item === null || list === null) return '- ';
  let other = false;
  for (
    let before = list.previousElementSibling;
    before?.tagName === list.tagName;
    before = before.previousElementSibling
  )
    other = !other;
  if (list.tagName !== 'OL') return other ? '* ' : '- ';
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  const index = [...list.children].indexOf(item);
  return `${(Number.isNaN(start) ? 1 : start) + index}${other ? ')' : '.'} `;
}
