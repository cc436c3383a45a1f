import { toBase64 } from '../../../domain/base64.ts';
import { cleanArticle } from '../../../exchange/backup/clean-article.ts';
import { readBackup } from '../../../exchange/backup/read-backup.ts';
import { importedArticle } from '../../../exchange/import/imported-article.ts';
import { type FileImport, importFile } from '../../../exchange/import/import-file.ts';
import type { ImportProblem, ImportedClip } from '../../../exchange/import/imported-clip.ts';
import type { ImportInput, RestoreInput } from '../../../messages/contract.ts';
import type { send } from '../../../messages/client.ts';
import type { Progress, TransferResult } from '../state/transfer.ts';

/** Clips that go to the worker in one message, and into one transaction. */
const batch = 20;

/**
 * Takes over what is in a file, some clips at a time: what has been taken over stays whatever happens to the rest, and
 * taking the same file again adds nothing twice. Throws `import/…` and `store/…`.
 */
export async function takeFile(
  file: File,
  command: typeof send,
  now: number,
  progress: Progress,
  signal: AbortSignal,
): Promise<TransferResult> {
  const recognised = await importFile(file, file.name);
  return recognised.format === 'backup'
    ? await restore(file, command, progress, signal)
    : await importEntries(recognised, command, now, progress, signal);
}

async function restore(
  file: File,
  command: typeof send,
  progress: Progress,
  signal: AbortSignal,
): Promise<TransferResult> {
  const backup = await readBackup(file, cleanArticle);
  const { counts, tags, drafts } = backup;
  const tally = { added: 0, merged: 0 };
  const problems: ImportProblem[] = [];
  let waiting: RestoreInput['clips'][number][] = [];
  const flush = async () => {
    const { added, updated, kept } = await command('restoreBackup', { clips: waiting, tags, drafts });
    tally.added += added;
    tally.merged += updated + kept;
    waiting = [];
    progress(tally.added + tally.merged, counts.clips);
  };
  for await (const entry of backup.clips()) {
    signal.throwIfAborted();
    if (entry.kind === 'problem') {
      problems.push(entry);
      continue;
    }
    const { clip, body, versions, source } = entry.record;
    waiting.push({
      clip,
      body,
      versions,
      source: source === null ? null : { ...source, gzip: toBase64(source.gzip) },
    });
    if (waiting.length >= batch) await flush();
  }
  await flush();
  return { ...tally, problems };
}

async function importEntries(
  { entries }: FileImport,
  command: typeof send,
  now: number,
  progress: Progress,
  signal: AbortSignal,
): Promise<TransferResult> {
  const tally = { added: 0, merged: 0 };
  const problems: ImportProblem[] = [];
  let waiting: ImportInput['articles'][number][] = [];
  const flush = async () => {
    if (waiting.length === 0) return;
    const { added, merged } = await command('importArticles', { articles: waiting });
    tally.added += added;
    tally.merged += merged;
    waiting = [];
    progress(tally.added + tally.merged, null);
  };
  for await (const entry of entries) {
    signal.throwIfAborted();
    if (entry.kind === 'problem') problems.push(entry);
    else waiting.push(articleOf(entry.clip, now));
    if (waiting.length >= batch) await flush();
  }
  await flush();
  return { ...tally, problems };
}

function articleOf(clip: ImportedClip, now: number): ImportInput['articles'][number] {
  const { tags, note, savedAt, read, readAt, starred } = clip;
  const article = importedArticle(clip);
  // Read, but the file does not say when.
  return { article, tags, note, savedAt, readAt: readAt ?? (read ? (savedAt ?? now) : null), starred };
}
