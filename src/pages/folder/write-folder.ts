import type { FailureCode } from '../../core/failure.ts';
import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { assetName, extensionOf } from '../../formats/backup/clip-names.ts';
import { clipFileName } from '../../formats/export/clip-file-name.ts';
import { clipMarkdown } from '../../formats/export/clip-markdown.ts';
import { nameKey } from '../../formats/export/file-name.ts';
import { type MarkdownForm, usualForm } from '../../formats/export/markdown-form.ts';
import type { Database } from '../../database/database.ts';
import { folderFailureCode } from '../../disk/directory-files.ts';
import { hasDiskSpace, reserves } from '../../disk/disk-space.ts';
import { clipsToWrite, shelvedClip } from '../../database/transfer/folder-queries.ts';
import type {
  ChosenFolder,
  FolderRecord,
  FolderState,
  WrittenClip,
} from '../../database/transfer/folder-record.ts';
import { assetsOf } from '../export/backup-assets.ts';
import { type FolderFiles, folderFiles } from './folder-files.ts';
import { writeIndex } from './write-index.ts';

export interface FolderWork {
  readonly database: Database;
  readonly record: FolderRecord;
  /** Whether the browser lets us write there now, without asking the user. */
  readonly mayWrite: (handle: FileSystemDirectoryHandle) => Promise<boolean>;
  /** How the user wants the files. */
  readonly form: MarkdownForm;
  /** Epoch ms. */
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

/** How many clips are written between two notes of how many still wait. */
const noteEvery = 20;
/** So many files that cannot be written one after the other: it is not the single file. */
const toleratedFailures = 5;

/**
 * Brings the folder up to date with the library, clip by clip; each is noted when it is done, so that a death in the
 * middle goes on where it was. How it went is in the record's state.
 */
export async function writeFolder(work: FolderWork, signal: AbortSignal): Promise<void> {
  const { database, record, mayWrite, now, report, form } = work;
  const chosen = await record.folder.get('folder');
  if (chosen === undefined || !chosen.active) return;
  const before = await record.state.get('state');
  const written = formText(form);
  // In another form, every file is another one.
  if (before !== undefined && (before.form ?? formText(usualForm)) !== written) await record.clips.clear();
  const note = async (
    state: Omit<FolderState, 'id' | 'writtenAt' | 'form'>,
    writtenAt = before?.writtenAt ?? null,
  ) => void (await record.state.put({ id: 'state', writtenAt, form: written, ...state }));
  // Its record shares the disk with the library, which comes first.
  if (!(await hasDiskSpace(database, reserves.text))) return;
  const waiting = await clipsToWrite(database, record);
  if (!(await mayWrite(chosen.handle))) {
    await note({ waiting: waiting.length, code: 'folder/no-access' });
    return;
  }
  if (waiting.length === 0 && before?.code === null && before.waiting === 0) return;
  await note({ waiting: waiting.length, code: null });
  const files = folderFiles(chosen.handle, record);
  let left = waiting.length;
  let code: FailureCode | null = null;
  let failures = 0;
  for (const { clipId, at } of waiting) {
    if (signal.aborted) return;
    try {
      await writeClip(work, files, clipId);
      await noteWritten(record, chosen, { clipId, at });
      left -= 1;
      failures = 0;
    } catch (error) {
      code = folderFailureCode(error);
      failures += 1;
      if (code === 'folder/unwritable') report(error);
      if (code !== 'folder/unwritable' || failures >= toleratedFailures) break;
    }
    if (left % noteEvery === 0) await note({ waiting: left, code });
  }
  if (left === 0) {
    try {
      await writeIndex(database, record, files);
    } catch (error) {
      code = folderFailureCode(error);
    }
  }
  await note({ waiting: left, code }, code === null ? now() : undefined);
}

/** Equal for forms that give equal files. */
function formText({ preset, fileName, keys }: MarkdownForm): string {
  return JSON.stringify([preset, fileName, keys]);
}

/** Unless another folder was chosen meanwhile, which does not have the clip. */
async function noteWritten(
  record: FolderRecord,
  { askedAt }: ChosenFolder,
  clip: WrittenClip,
): Promise<void> {
  await record.transaction('rw', [record.folder, record.clips], async () => {
    if ((await record.folder.get('folder'))?.askedAt === askedAt) await record.clips.put(clip);
  });
}

async function writeClip(
  { database, record, form }: FolderWork,
  files: FolderFiles,
  clipId: ClipId,
): Promise<void> {
  const shelved = await shelvedClip(database, clipId);
  const written = new Set<string>();
  if (shelved !== null) {
    const paths = new Map<string, string>();
    for (const [index, { url, type, bytes }] of (await assetsOf(database, clipId)).entries()) {
      const path = await files.put(clipId, assetName(clipId, index), extensionOf(type), bytes);
      paths.set(url, path);
      written.add(path);
    }
    const text = new TextEncoder().encode(clipMarkdown(shelved, paths, { form }));
    written.add(await files.put(clipId, await nameOf(record, shelved.clip, form), '.md', text));
  }
  await files.keepOnly(clipId, written);
}

/** Titles alone are not enough to tell thousands of files apart. A file keeps the name it first got, whatever becomes of the title: other notes may link to it. */
async function nameOf(record: FolderRecord, clip: Clip, form: MarkdownForm): Promise<string> {
  const rows = await record.files.where('clipId').equals(clip.id).toArray();
  const path = rows.find((row) => nameKey(row.path).endsWith('.md'))?.path;
  return path === undefined
    ? clipFileName(clip, form.fileName === 'title' ? 'title-id' : form.fileName)
    : path.slice(0, -'.md'.length);
}
