import { cleanArticle } from '../../formats/backup/clean-article.ts';
import { type Backup, type RestoredClip, readBackup } from '../../formats/backup/read-backup.ts';
import { importFile } from '../../formats/import/import-file.ts';
import type { FileRequest } from '../../rpc/parser-page/page-reading.ts';
import { articleEntry, type EntryDependencies } from './article-entry.ts';
import { batchImages } from './batch-images.ts';
import { createReadApart, type ReadApart } from './read-apart.ts';
import { writeBatchFile } from '../../database/jobs/batch-file.ts';
import type { BatchEntry, FileBatch } from '../../database/jobs/file-batch.ts';
import { openStagedFile } from '../../disk/staged-files.ts';

interface OpenFile {
  readonly copy: string;
  position: number;
  readonly backup: Backup | null;
  readonly entries: AsyncIterator<BatchEntry>;
}

/**
 * A batch is one transaction: at most so many entries with a text, or links, which weigh little, and no further one where it
 * has this many bytes. What a transaction costs by itself is shared by its entries; larger ones keep other writers waiting.
 */
const mostTexts = 20;
const linksOfText = 5;
const mostBytes = 4_000_000;

/**
 * Reads a file batch by batch; answers with the name of the file that each was written into. One stays open, so that going
 * on is no reading from the start.
 */
export function createFileReader(
  now: () => number,
  readApart: ReadApart = createReadApart(null),
): (request: FileRequest) => Promise<string> {
  let open: OpenFile | null = null;
  return async (request) => {
    const file =
      open?.copy === request.copy && open.position === request.position
        ? open
        : await openFile(request, { now: now(), readApart });
    // Set again once it is known how far it went: a batch that fails is no place to go on from.
    open = null;
    const batch = await nextBatch(file, request.position === 0);
    const name = await writeBatchFile(request.copy, batch);
    if (batch.end === null) open = file;
    return name;
  };
}

async function openFile(
  { copy, fileName, position, order = null }: FileRequest,
  dependencies: EntryDependencies,
): Promise<OpenFile> {
  const file = await openStagedFile(copy);
  const recognised = await importFile(file, fileName, order);
  if (recognised.kind === 'backup') {
    const backup = await readBackup(file, cleanArticle);
    return { copy, position, backup, entries: backupEntries(backup, position) };
  }
  const entries = importEntries(recognised.entries, dependencies);
  for (let index = 0; index < position; index += 1) await entries.next();
  return { copy, position, backup: null, entries };
}

async function nextBatch(file: OpenFile, first: boolean): Promise<FileBatch> {
  const entries: BatchEntry[] = [];
  let bytes = 0;
  let weight = 0;
  let ended = false;
  while (weight < mostTexts * linksOfText && bytes < mostBytes) {
    const { value, done } = await file.entries.next();
    if (done === true) {
      ended = true;
      break;
    }
    entries.push(value);
    bytes += sizeOf(value);
    weight += isLink(value) ? 1 : linksOfText;
  }
  file.position += entries.length;
  const { backup } = file;
  const known = backup?.entries ?? [];
  return {
    entries,
    labels:
      first && backup !== null
        ? { tags: backup.tags, drafts: backup.drafts, smartLists: backup.smartLists }
        : null,
    end: ended ? { ids: known.map(({ id }) => id), urlKeys: known.map(({ urlKey }) => urlKey) } : null,
  };
}

/** A page without its text, or what could not be read. */
function isLink(entry: BatchEntry): boolean {
  return entry.kind === 'problem' || (entry.kind === 'article' && entry.article.article.html === '');
}

/** About: what a clip says beside its texts, pictures and page is small. */
function sizeOf(entry: BatchEntry): number {
  if (entry.kind === 'problem') return 0;
  if (entry.kind === 'article') {
    const { article, note, images } = entry.article;
    return article.html.length * 2 + note.length + images.reduce((sum, image) => sum + image.bytes.length, 0);
  }
  const { clip, body, versions, source, images, edits } = entry.clip;
  const bodies = [body, edits?.original, ...versions.map((version) => version.body)];
  const html = bodies.reduce((sum, each) => sum + (each?.html.length ?? 0), 0);
  const pictures = images.reduce((sum, image) => sum + image.bytes.length, 0);
  return html * 2 + clip.note.length + (source?.gzip.length ?? 0) + pictures;
}

async function* backupEntries(backup: Backup, start: number): AsyncGenerator<BatchEntry> {
  for await (const entry of backup.clips(start)) {
    yield entry.kind === 'problem' ? entry : await batchClip(entry);
  }
}

async function batchClip({ record, remarks }: RestoredClip): Promise<BatchEntry> {
  const { assets, ...whole } = record;
  const pictures = await batchImages(assets, whole.clip.id);
  const clip = { ...whole, images: pictures.images };
  return { kind: 'clip', clip, remarks: [...remarks, ...pictures.remarks] };
}

async function* importEntries(
  entries: Awaited<ReturnType<typeof importFile>>['entries'],
  dependencies: EntryDependencies,
): AsyncGenerator<BatchEntry> {
  for await (const entry of entries) {
    yield entry.kind === 'problem' ? entry : await articleEntry(entry.clip, entry.remarks, dependencies);
  }
}
