import type { ArticleEdits } from '../../core/clip/article-edits.ts';
import * as v from 'valibot';
import type { ClipBody } from '../../core/clip/clip.ts';
import type { Draft } from '../../core/clip/draft.ts';
import { Failure } from '../../core/failure.ts';
import { smartListSchema } from '../../core/library/smart-list-schema.ts';
import type { SmartList } from '../../core/library/smart-list.ts';
import { parseTag, type TagRow } from '../../core/tag/tag.ts';
import { isTime } from '../../core/time.ts';
import { type ArchiveFiles, filesOfZip } from '../import/archive/archive-files.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { problem, remark } from '../import/imported-clip.ts';
import { parseJson } from '../import/json/json-entries.ts';
import {
  type BackupAsset,
  type BackupClip,
  clipRecord,
  type ClipRecord,
  draftRow,
  tagRow,
} from './backup-clip.ts';
import { withoutBrokenParts } from './broken-parts.ts';
import {
  type BackupCounts,
  type BackupEntry,
  backupFormat,
  backupVersion,
  type Manifest,
  manifestName,
  manifestSchema,
} from './manifest.ts';
import { repairTimes } from './repair-times.ts';
import { recordName, sourceName } from './write-backup.ts';

/** A backup that has been opened: its manifest is read and checked, its clips are read one by one. */
export interface Backup {
  readonly counts: BackupCounts;
  /** In the order of `clips`. */
  readonly entries: readonly BackupEntry[];
  readonly tags: readonly TagRow[];
  readonly drafts: readonly Draft[];
  readonly smartLists: readonly SmartList[];
  /** As they were written: whoever owns the settings parses them. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The clips, from the `start`-th entry on, so that an interrupted restore goes on; or the problem with one. */
  clips(start?: number): AsyncGenerator<RestoredClip | ImportProblem>;
}

export interface RestoredClip {
  readonly kind: 'clip';
  readonly record: BackupClip;
  /** What of it could not be read, and is something else now. */
  readonly remarks: readonly ImportProblem[];
}

/** Article HTML made safe: the file may be anybody's. The identity for what a Clipshelf has written. */
export type CleanHtml = (html: string) => string;

/**
 * Opens a backup by its central directory and manifest.
 * Throws `import/unreadable` (no backup, damaged), `import/too-large`, `import/newer-version`.
 */
export async function readBackup(file: Blob, clean: CleanHtml): Promise<Backup> {
  const files = await filesOfZip(file);
  const { counts, clips, tags, drafts, smartLists, settings } = await readManifest(files);
  return {
    counts,
    entries: clips,
    tags: tags
      .filter((tag): tag is TagRow => v.is(tagRow, tag))
      .filter((tag) => parseTag(tag.label)?.key === tag.key)
      .map((tag) => ({ ...tag, usedAt: isTime(tag.usedAt) ? tag.usedAt : 0 })),
    drafts: drafts
      .filter((draft): draft is Draft => v.is(draftRow, draft))
      .map((draft) => ({ ...draft, updatedAt: isTime(draft.updatedAt) ? draft.updatedAt : 0 })),
    smartLists: smartLists.filter((list): list is SmartList => v.is(smartListSchema, list)),
    settings,
    async *clips(start = 0) {
      for (const { id } of clips.slice(start)) yield await readClip(files, id, clean);
    },
  };
}

async function readManifest(files: ArchiveFiles): Promise<Manifest> {
  const value = await readJson(files, manifestName);
  const head = v.safeParse(v.object({ format: v.literal(backupFormat), version: v.number() }), value);
  if (head.success && head.output.version > backupVersion)
    throw new Failure('import/newer-version', `backup version ${head.output.version}`);
  const manifest = shaped(manifestSchema, value);
  const ids = new Set(manifest.clips.map(({ id }) => id));
  if (ids.size !== manifest.clips.length || ids.size !== manifest.counts.clips)
    throw unreadable('the manifest does not count its clips');
  return manifest;
}

/** What is wrong with one clip costs that clip only, and what is wrong with a part of it that part. */
async function readClip(
  files: ArchiveFiles,
  id: string,
  clean: CleanHtml,
): Promise<RestoredClip | ImportProblem> {
  const place = { entry: recordName(id) };
  try {
    const { value, dropped } = withoutBrokenParts(await readJson(files, recordName(id)));
    const lost = dropped.map((said) => remark('wrong-shape', said, place));
    const record = await readRecord(files, id, shaped(clipRecord, value), clean, lost);
    const { record: timed, repaired } = repairTimes(record);
    return {
      kind: 'clip',
      record: timed,
      remarks: [...lost, ...repaired.map((said) => remark('bad-date', said, place))],
    };
  } catch (error) {
    return problem('damaged', error instanceof Failure ? error.detail : String(error), place);
  }
}

/** `lost` gets what could not be read of it. */
async function readRecord(
  files: ArchiveFiles,
  id: string,
  { clip, body, versions, source, edits, highlights = [], assets }: ClipRecord,
  clean: CleanHtml,
  lost: ImportProblem[],
): Promise<BackupClip> {
  const ids = [
    clip.id,
    body?.clipId ?? id,
    ...versions.map((version) => version.body.clipId),
    edits?.original.clipId ?? id,
    ...highlights.map(({ clipId }) => clipId),
  ];
  if (ids.some((each) => each !== id)) throw unreadable('the record of another clip');
  const cleaned = (dirty: ClipBody): ClipBody => ({ ...dirty, html: clean(dirty.html) });
  const bytesOf = async (file: string, reason: 'missing-picture' | 'damaged', name: string) => {
    const bytes = await bytesIn(files, file);
    if (bytes === null) lost.push(remark(reason, name, { entry: recordName(id) }));
    return bytes;
  };
  const kept: BackupAsset[] = [];
  for (const { url, type, file } of assets) {
    const bytes = await bytesOf(file, 'missing-picture', url);
    if (bytes !== null) kept.push({ url, type, bytes });
  }
  const gzip = source === null ? null : await bytesOf(sourceName(id), 'damaged', sourceName(id));
  return {
    clip,
    body: body === null ? null : cleaned(body),
    versions: versions.map((version) => ({ ...version, body: cleaned(version.body) })),
    source: source === null || gzip === null ? null : { ...source, gzip },
    ...(edits === undefined ? {} : { edits: cleanedEdits(edits, cleaned) }),
    ...(highlights.length === 0 ? {} : { highlights }),
    assets: kept,
  };
}

/** What is put back is HTML too. */
function cleanedEdits(edits: ArticleEdits, cleaned: (dirty: ClipBody) => ClipBody): ArticleEdits {
  return {
    original: cleaned(edits.original),
    edits: edits.edits.map((edit) =>
      edit.kind === 'put-back'
        ? { ...edit, html: cleaned({ ...edits.original, html: edit.html }).html }
        : edit,
    ),
  };
}

/** Null where the archive has no such file, or cannot unpack it. */
async function bytesIn(files: ArchiveFiles, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = files.has(path) ? await files.read(path) : null;
  return bytes instanceof Uint8Array ? bytes : null;
}

async function readBytes(files: ArchiveFiles, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await bytesIn(files, path);
  if (bytes === null) throw unreadable(`no ${path}`);
  return bytes;
}

async function readJson(files: ArchiveFiles, path: string): Promise<unknown> {
  const bytes = await readBytes(files, path);
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) throw unreadable(`${path} is not UTF-8`);
    throw error;
  }
}

function shaped<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown): Output {
  const result = v.safeParse(schema, value);
  if (!result.success) throw unreadable(v.summarize(result.issues).slice(0, 500));
  return result.output;
}

function unreadable(detail: string): Failure {
  return new Failure('import/unreadable', `backup: ${detail}`);
}
