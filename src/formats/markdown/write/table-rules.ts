import type TurndownService from 'turndown';
import { escapeText } from './escape-text.ts';
import { inertHtml, inertLatex } from './inert.ts';

type Rules = Readonly<Record<string, TurndownService.Rule>>;

/** GitHub's tables; one that they cannot hold stays HTML. */
export const tableRules: Rules = {
  cell: {
    filter: ['th', 'td'],
    replacement: (content) =>
      ` ${content
        .trim()
        .replace(/(?<!\s)\s*\n\s*/g, '<br>')
        .replace(/(?<!\\)\|/g, '\\|')} |`,
  },
  row: { filter: 'tr', replacement: (content) => `|${content}\n` },
  rows: { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content },
  caption: { filter: 'caption', replacement: () => '' },
  table: {
    filter: 'table',
    replacement: (content, node) => {
      const table = node instanceof Element ? node : null;
      if (table?.hasAttribute('data-html') === true) return `\n\n${asHtml(table)}\n\n`;
      return `\n\n${caption(table)}${withHeader(content, table)}\n\n`;
    },
  },
};

function caption(table: Element | null): string {
  const text = (table?.querySelector('caption')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text === '' ? '' : `${escapeText(text)}\n\n`;
}

function withHeader(content: string, table: Element | null): string {
  const lines = content.split('\n').filter((line) => line !== '');
  const rows = [...(table?.querySelectorAll('tr') ?? [])];
  const width = Math.max(1, ...rows.map((row) => row.childElementCount));
  const headed = table?.querySelector('thead') !== null || (rows[0]?.querySelector('th') ?? null) !== null;
  const pad = (line: string, have: number): string => line + ' |'.repeat(Math.max(0, width - have));
  const padded = lines.map((line, index) => pad(line, rows[index]?.childElementCount ?? width));
  const head = headed ? (padded.shift() ?? '') : `|${'  |'.repeat(width)}`;
  return [head, `|${rule(rows[headed ? 0 : rows.length - 1], width)}`, ...padded].join('\n');
}

function rule(row: Element | undefined, width: number): string {
  const marks = { left: ' :--- |', center: ' :---: |', right: ' ---: |' } as const;
  return Array.from({ length: width }, (_, index) => {
    const align = row?.children[index]?.getAttribute('align');
    return align === 'left' || align === 'center' || align === 'right' ? marks[align] : ' --- |';
  }).join('');
}

/** Markdown ends an HTML block at a blank line, so that none may stand in it. */
function asHtml(table: Element): string {
  for (const element of table.querySelectorAll('*')) {
    for (const name of ['data-block', 'data-latex']) element.removeAttribute(name);
  }
  for (const formula of table.querySelectorAll('[data-math]'))
    formula.replaceWith(`$${inertLatex(formula.textContent ?? '')}$`);
  table.removeAttribute('data-html');
  table.removeAttribute('data-block');
  return inertHtml(table);
}
