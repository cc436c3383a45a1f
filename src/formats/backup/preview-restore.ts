import { textTime } from '../../core/clip/clip-versions.ts';
import type { Backup } from './read-backup.ts';
import type { BackupEntry } from './manifest.ts';

/** What the library has of an entry's page: under the same id, or else under the same `urlKey`. */
export interface ExistingClip {
  readonly id: string;
  /** Epoch ms, as `textAt`. */
  readonly updatedAt: number;
  readonly textAt?: number;
}

/** Numbers of clips. */
export interface RestorePreview {
  readonly absent: number;
  /** There already, with the content of the same moment. */
  readonly same: number;
  /** There with older content than the backup's. */
  readonly older: number;
  /** There with newer content than the backup's. */
  readonly newer: number;
  /** The same page, under another id. */
  readonly otherId: number;
}

const batch = 500;

/** What a restore would meet; `lookup` gives what the library has of each of these entries, in their order. */
export async function previewRestore(
  { entries }: Pick<Backup, 'entries'>,
  lookup: (entries: readonly BackupEntry[]) => Promise<readonly (ExistingClip | null)[]>,
): Promise<RestorePreview> {
  const preview = { absent: 0, same: 0, older: 0, newer: 0, otherId: 0 };
  for (let start = 0; start < entries.length; start += batch) {
    const part = entries.slice(start, start + batch);
    const existing = await lookup(part);
    for (const [index, entry] of part.entries()) {
      const there = existing[index] ?? null;
      preview[relation(entry, there)] += 1;
      if (there !== null && there.id !== entry.id) preview.otherId += 1;
    }
  }
  return preview;
}

function relation(entry: BackupEntry, there: ExistingClip | null): 'absent' | 'same' | 'older' | 'newer' {
  if (there === null) return 'absent';
  const ours = textTime(there);
  if (ours === entry.updatedAt) return 'same';
  return ours < entry.updatedAt ? 'older' : 'newer';
}
