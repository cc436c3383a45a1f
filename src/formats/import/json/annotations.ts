import { readDate } from '../fields/dates.ts';
import { readTags } from '../fields/tag-list.ts';
import { type ImportedHighlight, type ImportEntry, importedClip, problem } from '../imported-clip.ts';
import { list, parseJson, property } from './json-entries.ts';

interface Page {
  title: string;
  readonly tags: string[];
  readonly notes: string[];
  /** With the id of its annotation; empty where it has none. */
  readonly highlights: { readonly id: string; readonly highlight: ImportedHighlight }[];
  /** What somebody replied to the annotation of an id, in the order of the file. */
  readonly replies: { readonly to: string; readonly note: string; readonly createdAt: number | null }[];
  savedAt: number | null;
}

/**
 * W3C Web Annotations in any container (a page, a collection, a list, one alone), and Hypothesis' exports, whose annotations
 * are older cousins of them: one clip for each page, with what was highlighted in it. Annotations without a quotation
 * are notes on the page; replies are part of the note that they answer.
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
    const page = pages.get(source) ?? newPage();
    pages.set(source, page);
    take(page, annotation);
  }
  for (const [url, page] of pages) {
    const { title, tags, savedAt } = page;
    const { highlights, notes } = withReplies(page);
    yield importedClip({ url, title, tags, savedAt, highlights, note: notes.join('\n\n') }, { entry: url });
  }
  yield* lost;
}

function newPage(): Page {
  return { title: '', tags: [], notes: [], highlights: [], replies: [], savedAt: null };
}

function withReplies({ highlights, notes, replies }: Page): Pick<Page, 'notes'> & {
  readonly highlights: readonly ImportedHighlight[];
} {
  const ids = new Set(highlights.map(({ id }) => id));
  // Exports have the newest first.
  const inOrder = replies.toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
  const answers = new Map<string, string[]>();
  for (const { to, note } of inOrder) {
    const known = answers.get(to);
    if (known === undefined) answers.set(to, [note]);
    else known.push(note);
  }
  return {
    highlights: highlights.map(({ id, highlight }) => {
      const said = [highlight.note, ...(answers.get(id) ?? [])];
      return { ...highlight, note: said.filter((text) => text !== '').join('\n\n') };
    }),
    notes: [...notes, ...inOrder.filter(({ to }) => !ids.has(to)).map(({ note }) => note)],
  };
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
  else if (property(value, 'target') !== undefined) yield value;
  else
    for (const name of ['items', 'first', 'rows', 'annotations', '@graph', 'resources'])
      yield* annotationsIn(property(value, name), depth + 1);
}

function take(page: Page, annotation: object): void {
  const { note, tags } = bodiesOf(annotation);
  const title = [property(annotation, 'document'), ...targetsOf(annotation)]
    .flatMap((where) => ['title', 'dcterms:title'].flatMap((name) => list(property(where, name))))
    .find((each) => typeof each === 'string');
  if (page.title === '' && typeof title === 'string') page.title = title;
  const date = readDate(textOf(annotation, 'created'));
  const createdAt = date === null || date === 'ambiguous' ? null : date.time;
  if (createdAt !== null) page.savedAt = Math.min(page.savedAt ?? createdAt, createdAt);
  page.tags.push(...tags);
  const selected = targetsOf(annotation).flatMap(selectionsIn);
  const [to] = list(property(annotation, 'references'));
  if (selected.length === 0 && note !== '') {
    if (typeof to === 'string') page.replies.push({ to, note, createdAt });
    else page.notes.push(note);
  }
  for (const { color, picture, ...words } of selected) {
    const id = /^urn:(?:uuid|clipshelf):([\w-]{1,64})$/.exec(textOf(annotation, 'id'))?.[1];
    const highlight = {
      ...words,
      note,
      color,
      createdAt,
      ...(tags.length === 0 ? {} : { tags }),
      ...(id === undefined && picture === null
        ? {}
        : { exact: { id: id ?? '', range: null, hash: '', ...(picture === null ? {} : { picture }) } }),
    };
    page.highlights.push({ id: textOf(annotation, 'id'), highlight });
  }
}

/** The remark and the tags: W3C has bodies with a purpose, Hypothesis `text` and `tags`. */
function bodiesOf(annotation: object): { readonly note: string; readonly tags: readonly string[] } {
  const tags = readTags(property(annotation, 'tags')).filter((tag) => tag !== '');
  const notes = [textOf(annotation, 'text'), textOf(annotation, 'bodyValue')];
  for (const body of list(property(annotation, 'body'))) {
    const value = typeof body === 'string' ? body : textOf(body, 'value');
    if (textOf(body, 'purpose') === 'tagging') tags.push(value);
    else notes.push(value);
  }
  return { note: notes.filter((text) => text.trim() !== '').join('\n\n'), tags };
}

function targetsOf(annotation: object): readonly unknown[] {
  return list(property(annotation, 'target'));
}

function sourceOf(annotation: object): string {
  const named = targetsOf(annotation).map((target) => {
    if (typeof target === 'string') return target;
    const source = property(target, 'source');
    return typeof source === 'string' ? source : textOf(source, 'id') || textOf(target, 'id');
  });
  return [textOf(annotation, 'uri'), ...named].find((url) => /^https?:/i.test(url)) ?? '';
}

interface Selected extends Pick<ImportedHighlight, 'quote' | 'prefix' | 'suffix' | 'color'> {
  readonly picture: string | null;
}

function selectionsIn(target: unknown): readonly Selected[] {
  const color = textOf(target, 'styleClass') || null;
  return list(property(target, 'selector')).flatMap((selector): Selected[] => {
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

function textOf(value: unknown, name: string): string {
  const text = property(value, name);
  return typeof text === 'string' ? text : '';
}
