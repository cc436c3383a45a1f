import { toBase64 } from '../../core/base64.ts';
import type { ClipId } from '../../core/clip/clip.ts';
import { bookmarksFile } from '../../formats/export/bookmarks-file.ts';
import { clipHtml } from '../../formats/export/clip-html.ts';
import { clipFileName } from '../../formats/export/clip-file-name.ts';
import { clipMarkdown } from '../../formats/export/clip-markdown.ts';
import { clipsJson } from '../../formats/export/clips-json.ts';
import { UniqueNames, fileName } from '../../formats/export/file-name.ts';
import { type MarkdownForm, usualForm } from '../../formats/export/markdown-form.ts';
import { type ZipFile, writeZip } from '../../formats/zip/write-zip.ts';
import { webAnnotations } from '../../formats/export/web-annotations.ts';
import type { Database } from '../../database/database.ts';
import { imagesOfClip } from '../../database/images/image-queries.ts';
import { assetsOf } from './backup-assets.ts';
import { type LabelledClip, labelledClips, shelvedClips } from '../../database/transfer/export-queries.ts';

export type ExportFormat = 'markdown' | 'html' | 'json' | 'epub' | 'annotations';

export interface ExportedFile {
  readonly name: string;
  readonly content: Blob;
}

export interface ExportOptions {
  /** Stands in the names of files of many clips. */
  readonly now: Date;
  /** Of Markdown files; the usual one where nothing is said. */
  readonly form?: MarkdownForm;
  /** Of an EPUB: its title where it has one of its own, and whether highlights go along. */
  readonly book?: { readonly title?: string; readonly highlights?: boolean };
  readonly progress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

interface Writer {
  readonly extension: string;
  readonly type: string;
  /** Without the extension. */
  readonly name: (clip: LabelledClip['clip']) => string;
  readonly write: (clip: LabelledClip, database: Database) => string | Promise<string>;
}

const writers: Record<'markdown' | 'html', (form: MarkdownForm) => Writer> = {
  markdown: (form) => ({
    extension: '.md',
    type: 'text/markdown',
    name: (clip) => clipFileName(clip, form.fileName),
    write: (clip) => clipMarkdown(clip, new Map(), { form }),
  }),
  html: () => ({
    extension: '.html',
    type: 'text/html',
    name: ({ title }) => fileName(title),
    write: async (clip, database) => clipHtml(clip, await imageData(database, clip.clip.id)),
  }),
};

/** Clips as one file: one as it is named, many as one JSON file or an archive of a file for each. Needs a document. */
export async function exportClips(
  database: Database,
  clipIds: readonly ClipId[],
  format: ExportFormat,
  { now, form = usualForm, book = {}, progress, signal }: ExportOptions,
): Promise<ExportedFile> {
  const [first, ...others] = clipIds;
  const clips = counted(labelledClips(database, clipIds), progress, signal);
  if (format === 'json')
    return {
      name: await jsonName(database, clipIds, now),
      content: await blobOf(clipsJson(clips), 'application/json'),
    };
  if (format === 'epub') return await exportEpub(database, clips, clipIds, { now, book });
  if (format === 'annotations')
    return {
      name: (await jsonName(database, clipIds, now)).replace(/\.json$/, '.annotations.json'),
      content: await blobOf(webAnnotations(clips), 'application/ld+json'),
    };
  const { extension, type, name, write } = writers[format](form);
  if (first !== undefined && others.length === 0) {
    const parts: string[] = [];
    let own = fileName('');
    for await (const each of clips) {
      own = name(each.clip);
      parts.push(await write(each, database));
    }
    return { name: `${own}${extension}`, content: new Blob(parts, { type }) };
  }
  const names = new UniqueNames();
  async function* files(): AsyncGenerator<ZipFile> {
    for await (const each of clips)
      yield {
        name: names.unique(name(each.clip), extension),
        bytes: new TextEncoder().encode(await write(each, database)),
        modifiedAt: each.clip.updatedAt,
      };
  }
  return {
    name: `clipshelf-${format}-${day(now)}.zip`,
    content: await blobOf(writeZip(files()), 'application/zip'),
  };
}

/** All clips in the library, as `exportClips` writes them. */
export async function exportAll(
  database: Database,
  format: ExportFormat,
  options: ExportOptions,
): Promise<ExportedFile> {
  const ids: ClipId[] = [];
  for await (const { clip } of shelvedClips(database)) ids.push(clip.id);
  return await exportClips(database, ids, format, options);
}

/** A list's book has its name, one clip's its title, that of many the day. */
async function exportEpub(
  database: Database,
  clips: AsyncIterable<LabelledClip>,
  clipIds: readonly ClipId[],
  { now, book: { title: given = '', highlights = true } }: Required<Pick<ExportOptions, 'now' | 'book'>>,
): Promise<ExportedFile> {
  const { epubFiles } = await import('../../formats/export/epub.ts');
  const [first = ''] = clipIds;
  const own = clipIds.length === 1 ? ((await database.clips.get(first))?.title ?? '') : '';
  const title = given.trim() || own.trim() || `Clipshelf ${day(now)}`;
  const book = { title, id: crypto.randomUUID(), now: now.getTime(), highlights };
  const files = epubFiles(clips, (clipId) => assetsOf(database, clipId), book);
  return { name: `${fileName(title)}.epub`, content: await blobOf(writeZip(files), 'application/epub+zip') };
}

/** All clips in the library as a Netscape bookmark file. */
export async function exportBookmarks(
  database: Database,
  { now, progress, signal }: ExportOptions,
): Promise<ExportedFile> {
  const clips = counted(shelvedClips(database), progress, signal);
  return {
    name: `clipshelf-bookmarks-${day(now)}.html`,
    content: await blobOf(bookmarksFile(clips), 'text/html'),
  };
}

/** The files of the clip's pictures as `data:` addresses. */
async function imageData(database: Database, clipId: ClipId): Promise<ReadonlyMap<string, string>> {
  const data = new Map<string, string>();
  for (const { image, file } of await imagesOfClip(database, clipId)) {
    if (file === null) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    data.set(image.url, `data:${file.type};base64,${toBase64(bytes)}`);
  }
  return data;
}

async function* counted(
  clips: AsyncIterable<LabelledClip>,
  progress: (done: number) => void = () => {},
  signal?: AbortSignal,
): AsyncGenerator<LabelledClip> {
  let done = 0;
  for await (const each of clips) {
    signal?.throwIfAborted();
    yield each;
    progress((done += 1));
  }
}

/** Piece by piece: the browser keeps a Blob's parts out of memory as it sees fit. */
async function blobOf(chunks: AsyncIterable<BlobPart>, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const chunk of chunks) parts.push(new Blob([chunk]));
  return new Blob(parts, { type });
}

async function jsonName(database: Database, clipIds: readonly ClipId[], now: Date): Promise<string> {
  const [first = ''] = clipIds;
  const title = clipIds.length === 1 ? ((await database.clips.get(first))?.title ?? '') : null;
  return title === null ? `clipshelf-clips-${day(now)}.json` : `${fileName(title)}.json`;
}

function day(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
