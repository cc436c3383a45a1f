import * as v from 'valibot';
import { clipRecord } from './backup-clip.ts';

const { versions, highlights, assets, edits, source } = clipRecord.entries;

/** The lists of a record, with what each of their items must be. */
const lists = {
  versions: versions.item,
  highlights: highlights.wrapped.item,
  assets: assets.item,
} as const;

/** A record without what of its lists, edits and source is none, and the names of what was left out. */
export function withoutBrokenParts(value: unknown): {
  readonly value: unknown;
  readonly dropped: readonly string[];
} {
  if (typeof value !== 'object' || value === null) return { value, dropped: [] };
  const dropped: string[] = [];
  const whole = new Map<string, unknown>(Object.entries(value));
  for (const [name, schema] of Object.entries(lists)) {
    const items: unknown = whole.get(name);
    if (!Array.isArray(items)) continue;
    const kept = items.filter((item: unknown, index) => {
      const isOne = v.is(schema, item);
      if (!isOne) dropped.push(`${name} ${index + 1}`);
      return isOne;
    });
    whole.set(name, kept);
  }
  if (whole.has('edits') && !v.is(edits.wrapped, whole.get('edits'))) {
    dropped.push('edits');
    whole.delete('edits');
  }
  if (whole.has('source') && !v.is(source, whole.get('source'))) {
    dropped.push('source');
    whole.set('source', null);
  }
  return { value: Object.fromEntries(whole), dropped };
}
