import type { DayOrder } from '../../../core/job/file-work.ts';
import { wallabagDialect } from '../json/json-dialects.ts';
import { fieldKey } from '../fields/field-names.ts';
import { readFields } from '../fields/read-fields.ts';
import type { ImportEntry } from '../imported-clip.ts';
import { children, plain } from './elements.ts';

/** Its entries have the fields of its JSON, and lists of entries within them. */
export function isWallabagXml(start: string): boolean {
  return start.includes('<entry>') && start.includes('<is_archived>');
}

/** wallabag's XML: the same fields as its JSON, each an element; a list is an element of elements. */
export function* importWallabagXml(text: string, order: DayOrder | null): Generator<ImportEntry> {
  let number = 0;
  for (const { name, inner } of children(text.slice(text.indexOf('<entry>')))) {
    if (name !== 'entry') continue;
    number += 1;
    const fields = new Map(
      [...children(inner)].map((field) => [fieldKey(field.name), valueOf(field.inner)] as const),
    );
    yield readFields(fields, wallabagDialect, { entry: String(number) }, order).entry;
  }
}

/** A text, a list of texts, or a list of objects, as JSON has them. */
function valueOf(inner: string): unknown {
  if (/^\s*(?:<!\[CDATA\[|[^\s<])/.test(inner) || inner.trim() === '') return plain(inner);
  return [...children(inner)].map((item) =>
    /^\s*<[a-z]/i.test(item.inner)
      ? Object.fromEntries([...children(item.inner)].map((part) => [part.name, plain(part.inner)]))
      : plain(item.inner),
  );
}
