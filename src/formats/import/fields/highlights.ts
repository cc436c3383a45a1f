import type { ImportedHighlight } from '../imported-clip.ts';
import { fieldKey } from './field-names.ts';
import { readDate } from './dates.ts';
import { readTags } from './tag-list.ts';

/** Highlights as other tools write them: a list of texts or objects, or one text. */
export function readHighlights(value: unknown): ImportedHighlight[] {
  if (typeof value === 'string') return fromText(value);
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, most)
    .flatMap((item) => (typeof item === 'string' ? fromText(item) : fromObject(item)));
}

const most = 5_000;

const names = {
  quote: ['quote', 'text', 'highlight', 'content', 'exact', 'body', 'highlighted text'],
  note: ['note', 'comment', 'annotation', 'notes', 'comments'],
  color: ['color', 'colour', 'style'],
  created: ['created at', 'created', 'highlighted at', 'created time', 'added', 'date', 'updated at'],
} as const;

function fromObject(item: unknown): ImportedHighlight[] {
  if (typeof item !== 'object' || item === null) return [];
  const fields = new Map(Object.entries(item).map(([name, value]) => [fieldKey(name), value as unknown]));
  const said = (keys: readonly string[]) => keys.map((key) => fields.get(key)).find(isText) ?? '';
  const hasQuote = isText(fields.get('quote'));
  const date = readDate(names.created.map((key) => fields.get(key)).find(isTime));
  return kept({
    quote: said(names.quote).trim(),
    // wallabag calls the remark `text`, beside a `quote`.
    note: (hasQuote ? said(['text', ...names.note]) : said(names.note)).trim(),
    color: said(names.color) || null,
    createdAt: date === null || date === 'ambiguous' ? null : date.time,
    ...optional({
      tags: readTags(fields.get('tags')).filter((tag) => tag !== ''),
      prefix: said(['prefix']),
      suffix: said(['suffix']),
    }),
  });
}

function optional(fields: Pick<ImportedHighlight, 'tags' | 'prefix' | 'suffix'>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0));
}

function isTime(value: unknown): value is string | number {
  return isText(value) || typeof value === 'number';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** `Highlight: …`, `Note: …` line by line (Raindrop, Diigo), quotes of Markdown with remarks below (Omnivore), or plain lines. */
function fromText(whole: string): ImportedHighlight[] {
  const text = whole.trim();
  if (text === '') return [];
  if (/^(?:highlight|note|annotation)\s?:/im.test(text)) return fromLabels(text);
  if (/^\s{0,3}>/m.test(text)) return fromQuotes(text);
  return [{ quote: text, note: '', color: null, createdAt: null }];
}

function fromLabels(text: string): ImportedHighlight[] {
  const pieces: { kind: 'quote' | 'note'; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, label, rest = ''] = /^(highlight|quote|note|annotation|comment)\s?:\s?(.*)$/i.exec(line) ?? [];
    if (label !== undefined)
      pieces.push({ kind: /^(?:highlight|quote)/i.test(label) ? 'quote' : 'note', lines: [rest] });
    else pieces.at(-1)?.lines.push(line);
  }
  return paired(pieces);
}

function fromQuotes(text: string): ImportedHighlight[] {
  const pieces: { kind: 'quote' | 'note'; lines: string[] }[] = [];
  let isApart = true;
  for (const line of text.split(/\r?\n/)) {
    const kind = /^\s{0,3}>/.test(line) ? 'quote' : 'note';
    if (line.trim() === '') isApart = true;
    const last = pieces.at(-1);
    const own = kind === 'quote' ? line.replace(/^\s{0,3}>\s?/, '') : line;
    if (last?.kind === kind && !(kind === 'quote' && isApart)) last.lines.push(own);
    else if (line.trim() !== '') pieces.push({ kind, lines: [own] });
    if (line.trim() !== '') isApart = false;
  }
  return paired(pieces);
}

function paired(pieces: readonly { readonly kind: 'quote' | 'note'; readonly lines: readonly string[] }[]) {
  const highlights: { quote: string; note: string; color: null; createdAt: null }[] = [];
  for (const { kind, lines } of pieces) {
    const text = lines.join('\n').trim();
    const last = highlights.at(-1);
    if (kind === 'note' && last !== undefined)
      last.note = [last.note, text].filter((part) => part !== '').join('\n');
    else highlights.push({ quote: '', note: '', color: null, createdAt: null, [kind]: text });
  }
  return highlights.flatMap(kept);
}

/** Omnivore links each quote to its own site, which is gone. */
function kept(highlight: ImportedHighlight): ImportedHighlight[] {
  const quote = highlight.quote.replaceAll(/\[⤴\uFE0F?\]\([^()\s[\]]{0,500}\)/gu, '').trim();
  return quote === '' && highlight.note === '' ? [] : [{ ...highlight, quote }];
}
