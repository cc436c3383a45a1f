import type { Draft } from '../../core/clip/draft.ts';
import { textTime } from '../../core/clip/clip-versions.ts';
import type { SmartList } from '../../core/library/smart-list.ts';
import type { TagRow } from '../../core/tag/tag.ts';
import { UniqueNames } from '../export/file-name.ts';
import { writeZip, type ZipFile } from '../zip/write-zip.ts';
import type { BackupClip, ClipRecord } from './backup-clip.ts';
import { canonicalJson } from './canonical-json.ts';
import { assetName, clipName, extensionOf } from './clip-names.ts';
import { backupFormat, backupVersion, type BackupEntry, type Manifest, manifestName } from './manifest.ts';

/** The whole library, in an order that does not change while nothing in it does: clips by id, tags by key. */
export interface BackupLibrary {
  readonly clips: AsyncIterable<BackupClip> | Iterable<BackupClip>;
  readonly tags: readonly TagRow[];
  readonly drafts: readonly Draft[];
  readonly smartLists: readonly SmartList[];
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The Markdown file of a clip; `assetPaths` has the path (from that file) of each image that is kept, by its address. */
export type MarkdownOf = (record: BackupClip, assetPaths: ReadonlyMap<string, string>) => string;

/** `clipshelf-2024-03-01.zip`, by the local date. */
export function backupName(now: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `clipshelf-${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}.zip`;
}

/**
 * The backup as a stream of chunks (docs/formats.md): for each clip its Markdown, its images, its record and its page,
 * at the end the manifest. One clip is in memory at a time. No clock and no chance: an equal library gives equal bytes.
 * Ending the iteration early (`return`) ends the reading of the library.
 */
export function writeBackup(
  library: BackupLibrary,
  markdownOf: MarkdownOf,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return writeZip(backupFiles(library, markdownOf));
}

async function* backupFiles(library: BackupLibrary, markdownOf: MarkdownOf): AsyncGenerator<ZipFile> {
  const names = new UniqueNames();
  const clips: BackupEntry[] = [];
  const counts = { clips: 0, trashed: 0, versions: 0, sources: 0, assets: 0 };
  let newest = 0;
  for await (const record of library.clips) {
    const { clip } = record;
    yield* clipFiles(record, names, markdownOf);
    const trashed = clip.trashedAt !== null;
    clips.push({ id: clip.id, urlKey: clip.urlKey, updatedAt: textTime(clip), trashed });
    counts.clips += 1;
    counts.trashed += trashed ? 1 : 0;
    counts.versions += record.versions.length;
    counts.sources += record.source === null ? 0 : 1;
    counts.assets += record.assets.length;
    newest = Math.max(newest, clip.updatedAt);
  }
  const { tags, drafts, smartLists, settings } = library;
  const manifest: Manifest = {
    format: backupFormat,
    version: backupVersion,
    counts,
    clips,
    tags: [...tags],
    drafts: [...drafts].map((draft) => ({ ...draft, tags: [...draft.tags] })),
    smartLists: [...smartLists],
    settings: { ...settings },
  };
  yield textFile(manifestName, canonicalJson(manifest, 1), newest);
}

function* clipFiles(record: BackupClip, names: UniqueNames, markdownOf: MarkdownOf): Generator<ZipFile> {
  const { clip, body, versions, source, edits, highlights, assets } = record;
  const modifiedAt = clip.updatedAt;
  const files = assets.map(({ type }, index) => `${assetName(clip.id, index)}${extensionOf(type)}`);
  const paths = new Map(assets.map((asset, index) => [asset.url, files[index] ?? '']));
  const name = names.unique(clipName(clip), '.md');
  yield textFile(`clips/${name}`, markdownOf(record, paths), modifiedAt);
  for (const [index, { bytes }] of assets.entries())
    yield { name: `clips/${files[index] ?? ''}`, bytes, modifiedAt };
  const data: Pick<ClipRecord, 'clip' | 'source' | 'assets'> &
    Pick<BackupClip, 'body' | 'versions' | 'edits' | 'highlights'> = {
    clip,
    body,
    versions,
    ...(edits === undefined ? {} : { edits }),
    ...(highlights === undefined ? {} : { highlights }),
    source: source === null ? null : { extractorVersion: source.extractorVersion, savedAt: source.savedAt },
    assets: assets.map(({ url, type }, index) => ({ url, type, file: `clips/${files[index] ?? ''}` })),
  };
  yield textFile(recordName(clip.id), canonicalJson(data), modifiedAt);
  if (source !== null) yield { name: sourceName(clip.id), bytes: source.gzip, modifiedAt };
}

export function recordName(clipId: string): string {
  return `data/${clipId}.json`;
}

export function sourceName(clipId: string): string {
  return `data/${clipId}.html.gz`;
}

function textFile(name: string, text: string, modifiedAt: number): ZipFile {
  return { name, bytes: new TextEncoder().encode(text), modifiedAt };
}
