import { readDate } from '../fields/dates.ts';
import { readTags } from '../fields/tag-list.ts';
import { type ImportedHighlight, type ImportEntry, importedClip, problem } from '../imported-clip.ts';
import { parseJson } from './json-entries.ts';

interface Page {
  title: string;
  readonly tags: string[];
  readonly notes: string[];
  readonly highlights: ImportedHighlight[];
  savedAt: number | null;
}

/**
 * W3C Web Annotations in any container (a page, a collection, a list, one alone), and Hypothesis' exports, whose annotations
 * are older cousins of them: one clip for each page, with what was highlighted in it. Annotations without a quotation
 * are notes on the page.
 */
export function* importAnnotations(json: string): Generator<ImportEntry> {
  const pages = new Map<string, Page>();
  const lost: ImportEntry[] = [];
  let number = 0;
  for (const annotation of annotationsIn(parseJson(json))) {
    number += 1;
    const source = sourceOf(annotation);
    if (source === '') {
      lost.push(problem('no-url', textOf(annotation, 'text'), { entry: String(number) }));
      continue;
    }
    const page = pages.get(source) ?? { title: '', tags: [], notes: [], highlights: [], savedAt: null };
    pages.set(source, page);
    take(page, annotation);
  }
  for (const [url, { notes, ...page }] of pages)
    yield importedClip({ url, ...page, note: notes.join('\n\n') }, { entry: url });
  yield* lost;
}

/** Whether a JSON text holds annotations, by the names near its start. */
export function isAnnotations(start: string): boolean {
  if (!/"(?:type|@type|motivation|target)"\s*:/.test(start)) return false;
  return (
    start.includes('http://www.w3.org/ns/anno') ||
    /"type"\s*:\s*"Annotation"/.test(start) ||
    (/"uri"\s*:\s*"https?:/.test(start) && /"target"\s*:\s*\[/.test(start))
  );
}

/** Deeper ones are not looked into. */
const deepest = 6;

function* annotationsIn(value: unknown, depth = 0): Generator<object> {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  if (Array.isArray(value)) for (const item of value) yield* annotationsIn(item, depth + 1);
  else if (get(value, 'target') !== undefined) yield value;
  else
    for (const name of ['items', 'first', 'rows', 'annotations', '@graph', 'resources'])
      yield* annotationsIn(get(value, name), depth + 1);
}

function take(page: Page, annotation: object): void {
  const { note, tags } = bodiesOf(annotation);
  const title = [get(annotation, 'document'), ...targetsOf(annotation)]
    .flatMap((where) => ['title', 'dcterms:title'].flatMap((name) => list(get(where, name))))
    .find((each) => typeof each === 'string');
  if (page.title === '' && typeof title === 'string') page.title = title;
  const date = readDate(textOf(annotation, 'created'));
  const createdAt = date === null || date === 'ambiguous' ? null : date.time;
  if (createdAt !== null) page.savedAt = Math.min(page.savedAt ?? createdAt, createdAt);
  page.tags.push(...tags);
  const selected = targetsOf(annotation).flatMap(selectionsIn);
  if (selected.length === 0 && note !== '') page.notes.push(note);
  for (const { color, picture, ...words } of selected) {
    const id = /^urn:(?:uuid|clipshelf):([\w-]{1,64})$/.exec(textOf(annotation, 'id'))?.[1];
    page.highlights.push({
      ...words,
      note,
      color,
      createdAt,
      ...(tags.length === 0 ? {} : { tags }),
      ...(id === undefined && picture === null
        ? {}
        : { exact: { id: id ?? '', range: null, hash: '', ...(picture === null ? {} : { picture }) } }),
    });
  }
}

/** The remark and the tags: W3C has bodies with a purpose, Hypothesis `text` and `tags`. */
function bodiesOf(annotation: object): { readonly note: string; readonly tags: readonly string[] } {
  const tags = readTags(get(annotation, 'tags')).filter((tag) => tag !== '');
  const notes = [textOf(annotation, 'text'), textOf(annotation, 'bodyValue')];
  for (const body of list(get(annotation, 'body'))) {
    const value = typeof body === 'string' ? body : textOf(body, 'value');
    if (textOf(body, 'purpose') === 'tagging') tags.push(value);
    else notes.push(value);
  }
  return { note: notes.filter((text) => text.trim() !== '').join('\n\n'), tags };
}

function targetsOf(annotation: object): readonly unknown[] {
  return list(get(annotation, 'target'));
}

function sourceOf(annotation: object): string {
  const named = targetsOf(annotation).map((target) => {
    if (typeof target === 'string') return target;
    const source = get(target, 'source');
    return typeof source === 'string' ? source : textOf(source, 'id') || textOf(target, 'id');
  });
  return [textOf(annotation, 'uri'), ...named].find((url) => /^https?:/i.test(url)) ?? '';
}

interface Selected extends Pick<ImportedHighlight, 'quote' | 'prefix' | 'suffix' | 'color'> {
  readonly picture: string | null;
}

function selectionsIn(target: unknown): readonly Selected[] {
  const color = textOf(target, 'styleClass') || null;
  return list(get(target, 'selector')).flatMap((selector): Selected[] => {
    const picture = /^img\[src=("[^\n]*")\]$/.exec(textOf(selector, 'value'))?.[1];
    if (picture !== undefined) return [{ quote: '', color, picture: unquoted(picture) }];
    const quote = textOf(selector, 'exact');
    if (quote.trim() === '') return [];
    const [prefix, suffix] = [textOf(selector, 'prefix'), textOf(selector, 'suffix')];
    return [
      {
        quote,
        color,
        picture: null,
        ...(prefix === '' ? {} : { prefix }),
        ...(suffix === '' ? {} : { suffix }),
      },
    ];
  });
}

function unquoted(text: string): string | null {
  try {
    return String(JSON.parse(text));
  } catch {
    // Not of our writing.
    return null;
  }
}

function get(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}

function textOf(value: unknown, name: string): string {
  const text = get(value, name);
  return typeof text === 'string' ? text : '';
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, 1_000);
  return value === undefined || value === null ? [] : [value];
}
