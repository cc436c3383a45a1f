import TurndownService from 'turndown';
import { blockRules, codeEnd } from './block-rules.ts';
import { escapeText } from './escape-text.ts';
import { inlineRules } from './inline-rules.ts';
import { prepareTree, withoutMarks } from './prepare-tree.ts';
import { tableRules } from './table-rules.ts';

/**
 * Article HTML (docs/article-html.md) as GitHub-flavoured Markdown with `$` formulas, `[^1]` footnotes and
 * `> [!note]` callouts, under its title if one is given. Takes a tree, as turndown's own reading of HTML text would be an HTML-string sink.
 */
export function toMarkdown(article: Element | DocumentFragment, title = ''): string {
  const document = article.ownerDocument;
  if (document === null) return '';
  const root = document.createElement('div');
  root.append(article.cloneNode(true));
  if (title !== '') addTitle(root, title);
  withoutMarks(root, codeEnd);
  prepareTree(root);
  return `${service()
    .turndown(root)
    .replace(/(?<![ \t])[ \t]+$/gm, trimEnd)
    .trim()
    .replaceAll(codeEnd, '')}\n`;
}

/** The title stands one level above the article's highest headings. */
function addTitle(root: HTMLElement, title: string): void {
  const levels = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) =>
    Number(heading.nodeName.charAt(1)),
  );
  const level =
    levels.length === 0 ? 1 : Math.max(1, levels.reduce((least, each) => Math.min(least, each)) - 1);
  const heading = root.ownerDocument.createElement(`h${String(level)}`);
  heading.textContent = title;
  root.prepend(heading);
}

/** Two spaces at a line's end are a line break. */
function trimEnd(spaces: string): string {
  return spaces === '  ' ? spaces : '';
}

function service(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    preformattedCode: true,
  });
  turndown.escape = escapeText;
  for (const [name, rule] of Object.entries({ ...blockRules, ...inlineRules, ...tableRules }))
    turndown.addRule(name, rule);
  return turndown;
}
