import { isWebAddress } from '../../core/parse-url.ts';
import { escapeHtml } from '../text/html-entities.ts';
import type { ExportClip } from './clip-markdown.ts';

/** Clips as a Netscape bookmark file, which every browser and bookmark service imports; in chunks of text. */
export async function* bookmarksFile(
  clips: AsyncIterable<ExportClip> | Iterable<ExportClip>,
): AsyncGenerator<string> {
  yield `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
`;
  for await (const { clip, tags } of clips) {
    // A script among the bookmarks would run where it is opened.
    if (!isWebAddress(clip.url)) continue;
    const seconds = (time: number) => String(Math.floor(time / 1_000));
    const attributes = [
      `HREF="${escapeHtml(clip.url)}"`,
      `ADD_DATE="${seconds(clip.savedAt)}"`,
      `LAST_MODIFIED="${seconds(clip.updatedAt)}"`,
      ...(tags.length === 0 ? [] : [`TAGS="${escapeHtml(tags.join(','))}"`]),
    ];
    yield `    <DT><A ${attributes.join(' ')}>${escapeHtml(clip.title)}</A>\n`;
    if (clip.note !== '') yield `    <DD>${escapeHtml(clip.note)}\n`;
  }
  yield '</DL><p>\n';
}
