import type { DayOrder } from '../../../core/job/file-work.ts';
import { urlKey } from '../../../core/clip/url-key.ts';
import type { ImportProblem } from '../../../core/job/import-problem.ts';
import { cleanArticle } from '../../../formats/backup/clean-article.ts';
import { previewRestore } from '../../../formats/backup/preview-restore.ts';
import { readBackup } from '../../../formats/backup/read-backup.ts';
import { type FileImport, importFile } from '../../../formats/import/import-file.ts';
import type { Database } from '../../../database/database.ts';
import { clipsThere } from '../../../database/transfer/whole-clip-queries.ts';
import type { ImportedClip } from '../../../formats/import/imported-clip.ts';
import type { FilePreview, PreviewRow, Progress } from '../state/transfer.ts';

/** Pages that are looked up at once. */
const batch = 500;

/** Rows that are shown, and remarks that are kept. */
const mostRows = 10;
const mostRemarks = 500;

/** What taking a file over would do; nothing is changed. Throws `import/…` and `store/…`. */
export async function previewFile(
  file: File,
  database: Database,
  dates: FilePreview['dates'],
  progress: Progress,
  signal: AbortSignal,
): Promise<FilePreview> {
  const recognised = await importFile(file, file.name, dates?.order ?? null);
  if (recognised.kind === 'backup') return await previewBackup(file, database);
  const preview = { ...(await previewImport(recognised, database, progress, signal)), dates };
  const example = preview.remarks.find(({ reason }) => reason === 'ambiguous-date')?.excerpt;
  if (example === undefined || dates !== null) return preview;
  return await previewFile(file, database, { example, order: usualOrder() }, progress, signal);
}

/** As the user's own language writes dates. */
function usualOrder(): DayOrder {
  const parts = new Intl.DateTimeFormat().formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > parts.indexOf('day')
    ? 'month-first'
    : 'day-first';
}

/** Of a backup its manifest tells; what is wrong with single clips shows when they are read. */
async function previewBackup(file: File, database: Database): Promise<FilePreview> {
  const backup = await readBackup(file, cleanArticle);
  const preview = await previewRestore(backup, (entries) => clipsThere(database, entries));
  return {
    kind: 'restore',
    total: backup.counts.clips,
    added: preview.absent,
    newer: preview.older,
    there: preview.same + preview.newer,
    problems: [],
    remarks: [],
    format: 'Clipshelf',
    rows: [],
    dates: null,
    settings: backup.settings,
  };
}

async function previewImport(
  { entries, format }: FileImport,
  database: Database,
  progress: Progress,
  signal: AbortSignal,
): Promise<Omit<FilePreview, 'dates'>> {
  const seen = new Set<string>();
  const problems: ImportProblem[] = [];
  const remarks: ImportProblem[] = [];
  const rows: PreviewRow[] = [];
  let waiting: { id: string; urlKey: string }[] = [];
  let total = 0;
  let added = 0;
  const lookUp = async () => {
    added += (await clipsThere(database, waiting)).filter((clip) => clip === null).length;
    waiting = [];
    progress(total, null);
  };
  for await (const entry of entries) {
    signal.throwIfAborted();
    total += 1;
    if (entry.kind === 'problem') {
      problems.push(entry);
      continue;
    }
    if (remarks.length < mostRemarks) remarks.push(...entry.remarks);
    if (rows.length < mostRows) rows.push(rowOf(entry.clip));
    const key = urlKey(entry.clip.url);
    if (!seen.has(key)) waiting.push({ id: '', urlKey: key });
    seen.add(key);
    if (waiting.length >= batch) await lookUp();
  }
  await lookUp();
  const there = total - problems.length - added;
  return { kind: 'import', total, added, newer: 0, there, problems, remarks, format, rows, settings: {} };
}

function rowOf({ url, title, tags, savedAt, read, starred, content }: ImportedClip): PreviewRow {
  return { url, title: title || url, tags, savedAt, read, starred, hasText: content !== null };
}
