import type { Clip } from '../../core/clip/clip.ts';
import { canonicalJson } from '../backup/canonical-json.ts';

/**
 * What is known of a clip in one line of JSON, for grep, jq and scripts: keys in order, times as ISO 8601 in UTC, what there
 * is not is left out. `path` is its Markdown file, seen from the index.
 */
export function indexLine(
  clip: Pick<
    Clip,
    | 'id'
    | 'title'
    | 'url'
    | 'site'
    | 'author'
    | 'publishedAt'
    | 'savedAt'
    | 'language'
    | 'note'
    | 'readAt'
    | 'starred'
    | 'words'
    | 'codeLanguages'
  >,
  tags: readonly string[],
  path: string,
): string {
  const said = {
    id: clip.id,
    title: clip.title,
    url: clip.url,
    site: clip.site,
    author: clip.author,
    published: clip.publishedAt,
    saved: iso(clip.savedAt),
    language: clip.language,
    note: clip.note === '' ? null : clip.note,
    read: clip.readAt === null ? null : iso(clip.readAt),
    starred: clip.starred ? true : null,
    words: clip.words,
    code: clip.codeLanguages.length === 0 ? null : clip.codeLanguages,
    tags,
    path,
  };
  return `${canonicalJson(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)))}\n`;
}

function iso(time: number): string | null {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
