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
  created: [
    'highlighted at',
    'created at',
    'created',
    'created when',
    'created time',
    'create',
    'added',
    'added on',
    'time',
    'timestamp',
    'date',
    'updated at',
  ],
} as const;

function fromObject(item: unknown): ImportedHighlight[] {
  if (typeof item !== 'object' || item === null) return [];
  const fields = new Map(Object.entries(item).map(([name, value]) => [fieldKey(name), value as unknown]));
  // What was thrown away there (Readwise) stays away.
  if (fields.get('is discard') === true) return [];
  const said = (keys: readonly string[]) =>
    keys.map((key) => textsOf(fields.get(key))).find((text) => text !== '') ?? '';
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

/** A text, or several: remarks of one passage, each a text or an object with one. */
function textsOf(value: unknown): string {
  if (isText(value)) return value;
  if (!Array.isArray(value)) return '';
  return value
    .map((item: unknown) => (typeof item === 'object' && item !== null ? Reflect.get(item, 'content') : item))
    .filter(isText)
    .join('\n\n');
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
  const pieces: Piece[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, label, rest = ''] = /^(highlight|quote|note|annotation|comment)\s?:\s?(.*)$/i.exec(line) ?? [];
    if (label !== undefined)
      pieces.push({ kind: /^(?:highlight|quote)/i.test(label) ? 'quote' : 'note', lines: [rest] });
    else pieces.at(-1)?.lines.push(line);
  }
  return paired(pieces);
}

/** A quote goes on in lines without its sign, up to an empty one (CommonMark's lazy continuation). */
function fromQuotes(text: string): ImportedHighlight[] {
  const pieces: Piece[] = [];
  let isApart = true;
  for (const line of text.split(/\r?\n/)) {
    const isQuoted = /^\s{0,3}>/.test(line);
    const last = pieces.at(-1);
    const own = isQuoted ? line.replace(/^\s{0,3}>\s?/, '') : line;
    const goesOn = isQuoted ? last?.kind === 'quote' && !isApart : last?.kind === 'note' || !isApart;
    if (goesOn) last?.lines.push(own);
    else if (line.trim() !== '') pieces.push({ kind: isQuoted ? 'quote' : 'note', lines: [own] });
    isApart = line.trim() === '';
  }
  return paired(pieces);
}

interface Piece {
  readonly kind: 'quote' | 'note';
  readonly lines: string[];
}

function paired(pieces: readonly Piece[]): ImportedHighlight[] {
  const highlights: { quote: string; note: string; color: null; createdAt: null; tags?: string[] }[] = [];
  for (const { kind, lines } of pieces) {
    const text = lines.join('\n').trim();
    const last = highlights.at(-1);
    if (kind === 'note' && last !== undefined) {
      const tags = last.note === '' && last.tags === undefined ? labelsIn(text.split('\n')[0] ?? '') : [];
      const note = tags.length === 0 ? text : text.split('\n').slice(1).join('\n').trim();
      if (tags.length > 0) last.tags = tags;
      last.note = [last.note, note].filter((part) => part !== '').join('\n\n');
    } else highlights.push({ quote: '', note: '', color: null, createdAt: null, [kind]: text });
  }
  return highlights.flatMap(kept);
}

/** `#one #two words`: a line of nothing but labels. A sentence after a sign is none. */
function labelsIn(line: string): string[] {
  const labels = line
    .trim()
    .split(/\s(?=#)/)
    .map((label) => label.trim());
  return labels.every((label) => /^#[^\s#]{1,60}(?: [^\s#]{1,60}){0,2}$/.test(label))
    ? labels.map((label) => label.slice(1))
    : [];
}

/** Omnivore links each quote to its own site, which is gone; labels may stand behind that. */
function kept(highlight: ImportedHighlight): ImportedHighlight[] {
  const [before = '', ...after] = highlight.quote.split(/\[⤴\uFE0F?\]\([^()\s[\]]{0,500}\)/u);
  const behind = after.join('').trim();
  const tags = behind === '' ? [] : labelsIn(behind);
  const quote = (tags.length > 0 ? before : `${before}${after.join('')}`).trim();
  if (quote === '' && highlight.note === '') return [];
  return [
    { ...highlight, quote, ...(tags.length === 0 ? {} : { tags: [...tags, ...(highlight.tags ?? [])] }) },
  ];
}
