import { indexLine } from '../../formats/export/index-line.ts';
import type { Database } from '../../database/database.ts';
import { shelvedClips } from '../../database/transfer/export-queries.ts';
import type { FolderRecord } from '../../database/transfer/folder-record.ts';
import type { FolderFiles } from './folder-files.ts';

/** In place of a clip's id in the folder's record. */
const owner = 'index';

/** `index.jsonl`: a line for each clip that has a file, newest first, for scripts and agents (docs/agents.md). */
export async function writeIndex(
  database: Database,
  record: FolderRecord,
  files: FolderFiles,
): Promise<void> {
  const paths = new Map<string, string>();
  for (const { clipId, path } of await record.files.toArray())
    if (path.endsWith('.md')) paths.set(clipId, path);
  const lines: string[] = [];
  for await (const { clip, tags } of shelvedClips(database)) {
    const path = paths.get(clip.id);
    if (path !== undefined) lines.push(indexLine(clip, tags, path));
  }
  await files.put(owner, 'index', '.jsonl', new TextEncoder().encode(lines.join('')));
}
