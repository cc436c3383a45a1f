import { toBase64 } from '../../core/base64.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { cleanArticle } from '../../formats/backup/clean-article.ts';
import type { BackupClip } from '../../formats/backup/backup-clip.ts';
import { type Backup, readBackup } from '../../formats/backup/read-backup.ts';
import { importFile } from '../../formats/import/import-file.ts';
import { importedArticle } from '../../formats/import/imported-article.ts';
import type { ImportedClip } from '../../formats/import/imported-clip.ts';
import type { BatchArticle, BatchClip, FileBatch } from '../../rpc/parser-page/file-batch.ts';
import type { FileRequest } from '../../rpc/parser-page/page-reading.ts';
import { batchImages } from './batch-images.ts';
import { openStagedFile } from '../../disk/staged-files.ts';

type Entry =
  | { readonly kind: 'article'; readonly article: BatchArticle }
  | { readonly kind: 'clip'; readonly clip: BatchClip }
  | ImportProblem;

interface OpenFile {
  readonly copy: string;
  position: number;
  readonly backup: Backup | null;
  readonly entries: AsyncIterator<Entry>;
}

/** A batch goes in one message and one transaction: at most so many entries, and not many more UTF-16 units. */
const mostEntries = 20;
const mostText = 4_000_000;

/** Reads a file batch by batch. One stays open, so that going on is no reading from the start. */
export function createFileReader(now: () => number): (request: FileRequest) => Promise<FileBatch> {
  let open: OpenFile | null = null;
  return async (request) => {
    const file =
      open?.copy === request.copy && open.position === request.position
        ? open
        : await openFile(request, now());
    // Set again once it is known how far it went: a batch that fails is no place to go on from.
    open = null;
    const batch = await nextBatch(file, request.position === 0);
    if (batch.end === null) open = file;
    return batch;
  };
}

async function openFile({ copy, fileName, position }: FileRequest, now: number): Promise<OpenFile> {
  const file = await openStagedFile(copy);
  const recognised = await importFile(file, fileName);
  if (recognised.format === 'backup') {
    const backup = await readBackup(file, cleanArticle);
    return { copy, position, backup, entries: backupEntries(backup, position) };
  }
  const entries = importEntries(recognised.entries, now);
  for (let index = 0; index < position; index += 1) await entries.next();
  return { copy, position, backup: null, entries };
}

async function nextBatch(file: OpenFile, first: boolean): Promise<FileBatch> {
  const articles: BatchArticle[] = [];
  const clips: BatchClip[] = [];
  const problems: ImportProblem[] = [];
  let text = 0;
  let ended = false;
  for (let count = 0; count < mostEntries && text < mostText; count += 1) {
    const { value, done } = await file.entries.next();
    if (done === true) {
      ended = true;
      break;
    }
    if (value.kind === 'problem') problems.push(value);
    else if (value.kind === 'article') articles.push(value.article);
    else clips.push(value.clip);
    text += sizeOf(value);
  }
  file.position += articles.length + clips.length + problems.length;
  const { backup } = file;
  const known = backup?.entries ?? [];
  return {
    articles,
    clips,
    problems,
    labels: first && backup !== null ? { tags: backup.tags, drafts: backup.drafts } : null,
    end: ended ? { ids: known.map(({ id }) => id), urlKeys: known.map(({ urlKey }) => urlKey) } : null,
  };
}

function sizeOf(entry: Entry): number {
  if (entry.kind === 'problem') return 0;
  if (entry.kind === 'article') return entry.article.article.html.length * 2;
  const { body, versions, source, images } = entry.clip;
  const html = versions.reduce((sum, version) => sum + version.body.html.length, body?.html.length ?? 0);
  const pictures = images.reduce((sum, image) => sum + image.base64.length, 0);
  return html * 2 + (source?.gzip.length ?? 0) + pictures;
}

async function* backupEntries(backup: Backup, start: number): AsyncGenerator<Entry> {
  for await (const entry of backup.clips(start)) {
    yield entry.kind === 'problem' ? entry : { kind: 'clip', clip: await batchClip(entry.record) };
  }
}

async function batchClip({ clip, body, versions, source, edits, assets }: BackupClip): Promise<BatchClip> {
  return {
    clip,
    body,
    versions,
    ...(edits === undefined ? {} : { edits }),
    images: await batchImages(assets),
    source: source === null ? null : { ...source, gzip: toBase64(source.gzip) },
  };
}

async function* importEntries(
  entries: Awaited<ReturnType<typeof importFile>>['entries'],
  now: number,
): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    yield entry.kind === 'problem' ? entry : { kind: 'article', article: batchArticle(entry.clip, now) };
  }
}

function batchArticle(clip: ImportedClip, now: number): BatchArticle {
  const { tags, note, savedAt, read, readAt, starred } = clip;
  const article = importedArticle(clip);
  // Read, but the file does not say when.
  return { article, tags, note, savedAt, readAt: readAt ?? (read ? (savedAt ?? now) : null), starred };
}
