import { Dexie } from 'dexie';
import type { TextBlock } from '../../../src/core/clip/article.ts';
import type { Clip, ClipBody } from '../../../src/core/clip/clip.ts';
import { searchDocument, searchLabels } from '../../../src/search/text/document.ts';
import { maintainStep } from '../../../src/search/index/maintain.ts';
import { putDocuments, putLabels, removeDocuments } from '../../../src/search/index/put-document.ts';
import { committed, result } from '../../../src/search/index/request.ts';
import { searchStoreNames, searchStores } from '../../../src/search/index/stores.ts';

export const now = new Date(2024, 5, 15, 12).getTime();

let opened = 0;

/** A library of its own, in a real IndexedDB, with the stores that the engine reads. */
export async function openStore(): Promise<IDBDatabase> {
  opened += 1;
  const dexie = new Dexie(`search-test-${now}-${Math.random()}-${opened}`, { cache: 'disabled' });
  dexie
    .version(1)
    .stores({ clips: 'id, urlKey, savedAt, site, *tags, trashedAt', bodies: 'clipId', ...searchStores });
  await dexie.open();
  return dexie.backendDB();
}

export interface ClipText {
  readonly id: string;
  readonly title?: string;
  readonly blocks?: readonly TextBlock[];
  readonly prose?: string;
  readonly code?: string;
  readonly language?: string;
}

const measure = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };

export function clipOf(text: ClipText, changes: Partial<Clip> = {}): { clip: Clip; body: ClipBody } {
  const blocks: TextBlock[] = [
    ...(text.blocks ?? []),
    ...(text.prose === undefined ? [] : [{ kind: 'prose' as const, text: text.prose }]),
    ...(text.code === undefined
      ? []
      : [{ kind: 'code' as const, text: text.code, language: text.language ?? null }]),
  ];
  const clip: Clip = {
    id: text.id,
    url: `https://example.com/${text.id}`,
    urlKey: `example.com/${text.id}`,
    title: text.title ?? `Clip ${text.id}`,
    site: 'example.com',
    siteName: null,
    author: null,
    publishedAt: null,
    language: null,
    excerpt: '',
    tags: [],
    note: '',
    savedAt: now - 86_400_000,
    updatedAt: now - 86_400_000,
    words: 0,
    readingMinutes: 1,
    codeBlocks: blocks.filter((block) => block.kind === 'code').length,
    images: 0,
    formulas: 0,
    codeLanguages: blocks.flatMap((block) => (block.kind === 'code' ? (block.language ?? []) : [])),
    coverage: 1,
    readAt: null,
    starred: false,
    trashedAt: null,
    ...changes,
  };
  const body: ClipBody = {
    clipId: text.id,
    html: '',
    blocks,
    integrity: {
      extractorVersion: '0',
      rules: [],
      found: measure,
      kept: measure,
      restored: measure,
      coverage: 1,
    },
    description: null,
    pageTags: [],
    images: [],
    pageUpdatedAt: null,
  };
  return { clip, body };
}

const written = ['clips', 'bodies', ...searchStoreNames];

export interface Saved {
  readonly clip: Clip;
  readonly body: ClipBody;
}

/** Saves clip, body and postings in one transaction, as the library does. `abort`: changes its mind at the end. */
export async function save(database: IDBDatabase, { clip, body }: Saved, abort = false): Promise<void> {
  const transaction = database.transaction(written, 'readwrite');
  const ended = committed(transaction);
  await result(transaction.objectStore('clips').put(clip));
  await result(transaction.objectStore('bodies').put(body));
  await putDocuments(transaction, [searchDocument(clip, body)]);
  if (abort) transaction.abort();
  await (abort ? ended.catch(() => undefined) : ended);
}

/** Saves clips at once, as an import does. */
export async function saveAll(database: IDBDatabase, all: readonly Saved[]): Promise<void> {
  const transaction = database.transaction(written, 'readwrite');
  const ended = committed(transaction);
  for (const { clip, body } of all) {
    await result(transaction.objectStore('clips').put(clip));
    await result(transaction.objectStore('bodies').put(body));
  }
  await putDocuments(
    transaction,
    all.map(({ clip, body }) => searchDocument(clip, body)),
  );
  await ended;
}

export async function relabel(database: IDBDatabase, ...clips: readonly Clip[]): Promise<void> {
  const transaction = database.transaction(written, 'readwrite');
  const ended = committed(transaction);
  for (const clip of clips) await result(transaction.objectStore('clips').put(clip));
  await putLabels(transaction, clips.map(searchLabels));
  await ended;
}

export async function remove(database: IDBDatabase, ...ids: readonly string[]): Promise<void> {
  const transaction = database.transaction(written, 'readwrite');
  const ended = committed(transaction);
  for (const id of ids) {
    await result(transaction.objectStore('clips').delete(id));
    await result(transaction.objectStore('bodies').delete(id));
  }
  await removeDocuments(transaction, ids);
  await ended;
}

export async function maintain(database: IDBDatabase): Promise<void> {
  for (let steps = 0; steps < 10_000; steps += 1) {
    const { done } = await maintainStep(database);
    if (done) return;
  }
  throw new Error('maintenance does not end');
}
