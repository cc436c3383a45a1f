import type { Json } from '../../core/sync/shared-clip.ts';
import { changedValues, stampValues } from '../../core/sync/shared-values.ts';
import { parseTag } from '../../core/tag/tag.ts';
import type { Database } from '../../database/database.ts';
import type { SharedTag } from '../../database/sync/sync-piece.ts';
import { allTags } from '../../database/transfer/whole-clip-queries.ts';
import { readStamped, stampedBytes } from '../../formats/repository/library-files.ts';
import { tagsPath } from '../../formats/repository/repository-files.ts';
import type { Repository } from '../../git/repository.ts';

/** Names and colours of tags that differ between two commits. What is no tag is left out. */
export async function changedTags(
  repository: Repository,
  before: string | null,
  head: string,
): Promise<readonly SharedTag[]> {
  const changed = changedValues(await tagsAt(repository, before), await tagsAt(repository, head));
  return [...changed].flatMap(([key, value]): SharedTag[] => {
    const { label, color } = Object(value) as { label?: unknown; color?: unknown };
    const tag = typeof label === 'string' ? parseTag(label) : null;
    if (tag === null || tag.key !== key) return [];
    return [
      {
        key,
        label: tag.label,
        color: typeof color === 'string' && /^[\w-]{1,20}$/.test(color) ? color : null,
      },
    ];
  });
}

/** The file of names and colours as they are here; null where the repository has it so. */
export async function tagsFile(
  database: Database,
  repository: Repository,
  parent: string | null,
  stamp: { readonly device: string; readonly now: number },
): Promise<Uint8Array | null> {
  const base = await tagsAt(repository, parent);
  const rows = await allTags(database);
  const here = new Map<string, Json>(rows.map(({ key, label, color }) => [key, { label, color }]));
  // What this device never used stays as it is there.
  for (const [key, { value }] of base) if (!here.has(key) && value !== null) here.set(key, value);
  const now = stampValues(here, base, stamp);
  return changedValues(base, now).size === 0 ? null : stampedBytes(now);
}

async function tagsAt(repository: Repository, commit: string | null) {
  const blob = commit === null ? null : await repository.find(commit, tagsPath);
  return readStamped(blob === null ? null : await repository.read(blob));
}
