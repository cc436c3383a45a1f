import * as v from 'valibot';
import { Failure } from '../../../core/failure.ts';
import { type ImportedContent, type ImportEntry, problem } from '../imported-clip.ts';

/** What the JSON exports have in common: optional texts, times and flags, tags as names or as objects with one. */
export const text = v.optional(v.nullable(v.string()), null);
export const time = v.optional(v.nullable(v.union([v.string(), v.number()])), null);

export function htmlContent(html: string | null): ImportedContent | null {
  return html === null || html.trim() === '' ? null : { kind: 'html', text: html };
}

export interface EntryPlace {
  readonly entry: string;
}

/** The entries of a JSON list as `entryOf` reads them. Entries that do not fit are problems of their own. */
export function* eachOf<Entry>(
  entries: readonly unknown[],
  schema: v.GenericSchema<unknown, Entry>,
  entryOf: (entry: Entry, place: EntryPlace) => ImportEntry,
): Generator<ImportEntry> {
  for (const [index, entry] of entries.entries()) {
    const place = { entry: String(index + 1) };
    const result = v.safeParse(schema, entry);
    yield result.success ? entryOf(result.output, place) : wrongShape(entry, place);
  }
}

export function wrongShape(value: unknown, place: { readonly entry?: string }): ImportEntry {
  return problem('wrong-shape', JSON.stringify(value)?.slice(0, 500) ?? '', place);
}

/** Throws `import/unreadable` where the whole is not of its format. */
export function parsed<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown): Output {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new Failure('import/unreadable', v.summarize(result.issues).slice(0, 500));
  return result.output;
}

/** Throws `import/unreadable` where the text is not JSON. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure('import/unreadable', error.message);
    throw error;
  }
}

/** What JSON Lines hold, and which lines are none. Empty ones are passed over. */
export function parseJsonLines(lines: string): {
  readonly values: readonly unknown[];
  readonly broken: readonly { readonly line: number; readonly text: string }[];
} {
  const values: unknown[] = [];
  const broken: { line: number; text: string }[] = [];
  for (const [index, line] of lines.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    try {
      values.push(JSON.parse(line));
    } catch {
      broken.push({ line: index + 1, text: line.slice(0, 500) });
    }
  }
  return { values, broken };
}

/** One object after the other, each on a line of its own. */
export function isJsonLines(start: string): boolean {
  const [first = '', second = ''] = start.split(/\r?\n/, 2);
  if (!/^\{.*\}\s*$/.test(first) || !second.startsWith('{')) return false;
  return parseJsonLines(first).broken.length === 0;
}

export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}

/** A list as it is, one value as a list of it, nothing as none. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}
