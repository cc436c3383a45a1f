import * as v from 'valibot';
import { clipId } from './backup-clip.ts';

/** Name of the file by which a backup is known, its last one. */
export const manifestName = 'clipshelf.json';

export const backupFormat = 'clipshelf-backup';
/** Rises when an older Clipshelf could not read the file without losing something. */
export const backupVersion = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the preview needs to know of a clip without reading it. */
const entry = v.object({
  id: clipId,
  urlKey: v.string(),
  updatedAt: v.number(),
  trashed: v.boolean(),
});

export const manifestSchema = v.object({
  format: v.literal(backupFormat),
  version: v.number(),
  counts: v.object({ clips: count, trashed: count, versions: count, sources: count, assets: count }),
  clips: v.array(entry),
  // Each of these is checked by itself: one that is none costs no other, and no clip.
  tags: v.array(v.unknown()),
  drafts: v.array(v.unknown()),
  /** Missing in backups of 0.1. */
  smartLists: v.optional(v.array(v.unknown()), []),
  settings: v.record(v.string(), v.unknown()),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type BackupEntry = v.InferOutput<typeof entry>;
export type BackupCounts = Manifest['counts'];
