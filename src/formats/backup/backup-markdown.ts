import type { TagRow } from '../../core/tag/tag.ts';
import { clipMarkdown } from '../export/clip-markdown.ts';
import type { MarkdownOf } from './write-backup.ts';

/** The Markdown files of a backup: for writeBackup, with the tags that it has too. Needs a document. */
export function backupMarkdown(tags: readonly TagRow[]): MarkdownOf {
  const labels = new Map(tags.map(({ key, label }) => [key, label]));
  const labelled = <Row extends { readonly tags: readonly string[] }>(row: Row) => ({
    ...row,
    tags: row.tags.map((key) => labels.get(key) ?? key),
  });
  return ({ clip, body, highlights = [] }, imagePaths) =>
    clipMarkdown({ clip, body, tags: labelled(clip).tags, highlights: highlights.map(labelled) }, imagePaths);
}
