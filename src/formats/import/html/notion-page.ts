import type { DayOrder } from '../../../core/job/file-work.ts';
import { plainText } from '../../text/markup.ts';
import { fieldKey } from '../fields/field-names.ts';
import { readFields } from '../fields/read-fields.ts';
import type { ImportEntry, Pictures } from '../imported-clip.ts';
import { attributesOf, elements } from '../xml/elements.ts';

/** Notion's export as HTML: a page with its properties as a table, and its text. */
export function isNotionPage(start: string): boolean {
  return /<article\s[^<>]{0,200}class="page\b/.test(start) && start.includes('class="page-title"');
}

/** The page, with its properties read by their names. */
export function importNotionPage(
  html: string,
  path: string,
  pictures: Pictures | null,
  order: DayOrder | null,
): readonly ImportEntry[] {
  const fields = new Map<string, unknown>();
  const start = html.indexOf('class="page-body"');
  const head = start === -1 ? html : html.slice(0, start);
  for (const { inner } of elements(head, 'tr')) {
    const [name, value] = [textOf(inner, 'th'), [...elements(inner, 'td')][0]?.inner ?? ''];
    if (name !== '') fields.set(fieldKey(name), valueOf(value));
  }
  for (const { attributes, inner } of elements(head, 'h1'))
    if (attributes.includes('page-title')) fields.set('title', plainText(inner));
  const from = html.indexOf('>', start) + 1;
  const end = html.lastIndexOf('</article>');
  const body =
    start === -1 ? '' : html.slice(from, end === -1 ? html.length : end).replace(/<\/div>\s*$/, '');
  const content =
    body.trim() === ''
      ? null
      : ({ kind: 'html', text: body, ...(pictures === null ? {} : { pictures }) } as const);
  return [readFields(fields, {}, { entry: path }, order, { content }).entry];
}

function textOf(html: string, name: string): string {
  const [first] = elements(html, name);
  // The name stands beside a picture of its kind.
  const [before = '', ...drawn] = (first?.inner ?? '').split('<svg');
  return plainText([before, ...drawn.map((part) => part.split('</svg>').slice(1).join(''))].join('')).trim();
}

/** A link's address, the labels of a selection, a box that is ticked, or the text. */
function valueOf(cell: string): unknown {
  for (const { attributes } of elements(cell, 'a')) return attributesOf(attributes).get('href') ?? '';
  const labels = [...elements(cell, 'span')]
    .filter(({ attributes }) => attributes.includes('selected-value'))
    .map(({ inner }) => plainText(inner));
  if (labels.length > 0) return labels;
  if (cell.includes('checkbox-o')) return cell.includes('checkbox-on');
  return plainText(cell.replaceAll(/<\/?time[^<>]*>/g, ''))
    .replace(/^@/, '')
    .trim();
}
