import { isoTime } from '../../core/time.ts';
import type { ClipId } from '../../core/clip/clip.ts';
import { fileName } from '../export/file-name.ts';
import { extensionOf } from '../backup/clip-names.ts';
import type { SharedImage } from '../../core/sync/shared-clip.ts';

/** A file of the repository, by its path from the root. */
export interface RepositoryFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const markerPath = 'clipshelf.json';
export const readmePath = 'README.md';
export const tagsPath = 'tags.json';
export const settingsPath = 'settings.json';
export const listsPath = 'lists.json';
export const readingPath = 'reading.json';

interface Named {
  readonly id: ClipId;
  readonly title: string;
  readonly savedAt: number;
}

/** `clips/2026-11/<title> <id8>.md`: the month in which it was saved, in UTC on all devices. */
export function markdownPath({ id, title, savedAt }: Named): string {
  return `${monthFolder(savedAt)}/${fileName(title)} ${id.slice(0, 8)}.md`;
}

/** `clips/2026-11/data/28/<id>.json` */
export function recordPath({ id, savedAt }: Omit<Named, 'title'>): string {
  return `${dataFolder(savedAt)}/${id}.json`;
}

/** `clips/2026-11/data/28/<id>.<16 digits of its hash>.json` */
export function textPath({ id, savedAt }: Omit<Named, 'title'>, hash: string): string {
  return `${dataFolder(savedAt)}/${id}.${hash.slice(0, 16)}.json`;
}

/** `clips/2026-11/index/28.jsonl` */
export function indexPath(savedAt: number): string {
  const { day } = dateOf(savedAt);
  return `${monthFolder(savedAt)}/index/${day}.jsonl`;
}

/** The index of the day whose record or index this is; null where it is neither. */
export function indexBeside(path: string): string | null {
  const parts = /^(clips\/\d{4}-\d{2})\/(?:index\/(\d{2})\.jsonl|data\/(\d{2})\/[\w-]{1,64}\.json)$/.exec(
    path,
  );
  const day = parts?.[2] ?? parts?.[3];
  return parts?.[1] === undefined || day === undefined ? null : `${parts[1]}/index/${day}.jsonl`;
}

/** When the day of an index began, epoch ms; null where the path names no day. */
export function dayOfIndex(path: string): number | null {
  const parts = /^clips\/(\d{4}-\d{2})\/index\/(\d{2})\.jsonl$/.exec(path);
  const start = Date.parse(`${parts?.[1] ?? ''}-${parts?.[2] ?? ''}T00:00:00Z`);
  return Number.isNaN(start) ? null : start;
}

/** `assets/ab/<sha256>.png` */
export function assetPath({ hash, type }: SharedImage): string {
  return `assets/${hash.slice(0, 2)}/${hash}${extensionOf(type)}`;
}

export type PathKind = 'markdown' | 'record' | 'text' | 'other';

/** What a file is by its path: Markdown anywhere under `clips/` may be a clip. */
export function kindOfPath(path: string): PathKind {
  if (!path.startsWith('clips/')) return 'other';
  if (/^clips\/\d{4}-\d{2}\/data\/\d{2}\/[\w-]{1,64}\.json$/.test(path)) return 'record';
  if (/^clips\/\d{4}-\d{2}\/data\/\d{2}\/[\w-]{1,64}\.[\da-f]{16}\.json$/.test(path)) return 'text';
  return /\.md$/i.test(path) ? 'markdown' : 'other';
}

function monthFolder(savedAt: number): string {
  const { year, month } = dateOf(savedAt);
  return `clips/${year}-${month}`;
}

function dataFolder(savedAt: number): string {
  return `${monthFolder(savedAt)}/data/${dateOf(savedAt).day}`;
}

function dateOf(time: number): { readonly year: string; readonly month: string; readonly day: string } {
  // Of years beyond 9999 the last four digits: the folder only has to be the same on all devices.
  const [date = ''] = isoTime(time).split('T');
  const [day = '', month = '', year = ''] = date.split('-').toReversed();
  return { year: year.slice(-4), month, day };
}
