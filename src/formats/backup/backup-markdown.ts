import type { TagRow } from '../../core/tag/tag.ts';
import { clipMarkdown } from '../export/clip-markdown.ts';
import type { MarkdownOf } from './write-backup.ts';

/** The Markdown files of a backup: for writeBackup, with the tags that it has too. Needs a document. */
export function backupMarkdown(tags: readonly TagRow[]): MarkdownOf {
  const labels = new Map(tags.map(({ key, label }) => [key, label]));
  return ({ clip, body }, imagePaths) =>
    clipMarkdown({ clip, body, tags: clip.tags.map((key) => labels.get(key) ?? key) }, imagePaths);
}
