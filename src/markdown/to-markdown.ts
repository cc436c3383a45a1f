import TurndownService from 'turndown';
import { blockRules } from './block-rules.ts';
import { escapeText } from './escape-text.ts';
import { inlineRules } from './inline-rules.ts';
import { prepareTree } from './prepare-tree.ts';
import { tableRules } from './table-rules.ts';

/**
 * Article HTML (docs/article-html.md) as GitHub-flavoured Markdown with `$` formulas, `[^1]` footnotes and
 * `> [!note]` callouts. Takes a tree, as turndown's own reading of HTML text would be an HTML-string sink.
 */
export function toMarkdown(article: Element | DocumentFragment): string {
  const document = article.ownerDocument;
  if (document === null) return '';
  const root = document.createElement('div');
  root.append(article.cloneNode(true));
  prepareTree(root);
  return `${service()
    .turndown(root)
    .replace(/[ \t]+$/gm, trimEnd)
    .trim()}\n`;
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
