import { urlKey } from '../../../core/clip/url-key.ts';
import type { ImportProblem } from '../../../core/job/import-problem.ts';
import { cleanArticle } from '../../../formats/backup/clean-article.ts';
import { previewRestore } from '../../../formats/backup/preview-restore.ts';
import { readBackup } from '../../../formats/backup/read-backup.ts';
import { type FileImport, importFile } from '../../../formats/import/import-file.ts';
import type { Database } from '../../../database/database.ts';
import { clipsThere } from '../../../database/transfer/whole-clip-queries.ts';
import type { FilePreview, Progress } from '../state/transfer.ts';

/** Pages that are looked up at once. */
const batch = 500;

/** What taking a file over would do; nothing is changed. Throws `import/…` and `store/…`. */
export async function previewFile(
  file: File,
  database: Database,
  progress: Progress,
  signal: AbortSignal,
): Promise<FilePreview> {
  const recognised = await importFile(file, file.name);
  return recognised.kind === 'backup'
    ? await previewBackup(file, database)
    : await previewImport(recognised, database, progress, signal);
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
    settings: backup.settings,
  };
}

async function previewImport(
  { entries }: FileImport,
  database: Database,
  progress: Progress,
  signal: AbortSignal,
): Promise<FilePreview> {
  const seen = new Set<string>();
  const problems: ImportProblem[] = [];
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
    const key = urlKey(entry.clip.url);
    if (!seen.has(key)) waiting.push({ id: '', urlKey: key });
    seen.add(key);
    if (waiting.length >= batch) await lookUp();
  }
  await lookUp();
  const there = total - problems.length - added;
  return { kind: 'import', total, added, newer: 0, there, problems, settings: {} };
}
