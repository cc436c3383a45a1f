import { plainText } from '../../text/markup.ts';
import { readTags } from './tag-list.ts';

/** Whether a field says anything. */
export function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !(Array.isArray(value) && value.length === 0);
}

/** A text, a number, the names of a list. Objects say nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (Array.isArray(value))
    return readTags(value)
      .filter((item) => item.trim() !== '')
      .join(', ');
  return '';
}

/** A bare address, or the one in `[title](address)` or `<address>`. */
export function addressIn(text: string): string {
  const part = text.slice(0, 40_000).trim();
  const linked = /\]\(<?([^()<>\s]+(?:\([^()<>\s]*\)[^()<>\s]*)*)>?\)/.exec(part)?.[1];
  return linked ?? part.replace(/^<([^<>]*)>$/, '$1').replace(/^(["'])(.*)\1$/, '$2');
}

/** A short text without Obsidian's links: `[[Ann Lee]]`. */
export function plainLinks(text: string): string {
  return text.slice(0, 4_000).replaceAll(/\[\[(?:[^\][|]*\|)?([^\][]*)\]\]/g, '$1');
}

/** A date as a text that readDate knows: also `{"date-parts": [[2024, 3, 5]]}`, as CSL has it. */
export function dateText(value: unknown): string {
  const text = plainLinks(textOf(value)).trim();
  const isObject = typeof value === 'object' && value !== null;
  const parts: unknown = isObject ? Reflect.get(value, 'date-parts') : undefined;
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  if (!Array.isArray(first)) return text;
  const [year = '', month = '1', day = '1'] = first.slice(0, 3).map(String);
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** A remark without markup: some tools keep notes as HTML. */
export function noteText(text: string): string {
  return /^<[a-z][^<>]*>/i.test(text) && /<\/[a-z]\w{0,20}>$/i.test(text.slice(-30)) ? plainText(text) : text;
}
