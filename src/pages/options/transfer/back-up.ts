import { backupMarkdown } from '../../../formats/backup/backup-markdown.ts';
import type { BackupClip } from '../../../formats/backup/backup-clip.ts';
import { backupName, writeBackup } from '../../../formats/backup/write-backup.ts';
import { clipCounts } from '../../../database/clips/clip-queries.ts';
import type { Database } from '../../../database/database.ts';
import { allSmartLists } from '../../../database/lists/smart-list-queries.ts';
import { allDrafts, allTags, wholeClips } from '../../../database/transfer/whole-clip-queries.ts';
import { assetsOf } from '../../export/backup-assets.ts';
import type { Progress } from '../state/transfer.ts';

export interface BackupSource {
  readonly database: Database;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The whole library as one archive, made clip by clip; the browser keeps a Blob's parts out of memory as it sees fit. */
export async function backUp(
  { database, settings }: BackupSource,
  now: Date,
  progress: Progress,
  signal: AbortSignal,
): Promise<{ fileName: string; archive: Blob }> {
  const { clips, trashed } = await clipCounts(database);
  const total = clips + trashed;
  async function* counted(): AsyncGenerator<BackupClip> {
    let done = 0;
    for await (const whole of wholeClips(database)) {
      signal.throwIfAborted();
      yield { ...whole, assets: await assetsOf(database, whole.clip.id) };
      progress((done += 1), total);
    }
  }
  const tags = await allTags(database);
  const library = {
    clips: counted(),
    tags,
    drafts: await allDrafts(database),
    smartLists: await allSmartLists(database),
    settings,
  };
  const parts: Blob[] = [];
  for await (const chunk of writeBackup(library, backupMarkdown(tags))) parts.push(new Blob([chunk]));
  return { fileName: backupName(now), archive: new Blob(parts, { type: 'application/zip' }) };
}
