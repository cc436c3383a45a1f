import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { linkMarkdown } from '../../core/clip/link-markdown.ts';
import { clipFileName } from '../../formats/export/clip-file-name.ts';
import { clipMarkdown, type MarkdownClip } from '../../formats/export/clip-markdown.ts';
import { markdownCopy } from '../../formats/export/markdown-copy.ts';
import { clipRichText } from '../../formats/export/clip-rich-text.ts';
import { formOf, type MarkdownForm } from '../../formats/export/markdown-form.ts';
import { obsidianNote } from '../../formats/export/obsidian-address.ts';
import type { Database } from '../../database/database.ts';
import { labelledClips } from '../../database/transfer/export-queries.ts';
import type { Copied } from '../../ui/clipboard.ts';
import type { NoteForObsidian } from './hand-to-obsidian.ts';

/** `markdown`: the articles · `links`: a list of links · `rich`: with headings, links and code, for mail and documents */
export type CopyKind = 'markdown' | 'links' | 'rich';

/** More in one piece would stop the browser: longer ones are exported. In UTF-16 units of HTML. */
const most = 20_000_000;

/** These clips as one text; null where they are more than a clipboard should hold. Needs a document. */
export async function copyOfClips(
  database: Database,
  clipIds: readonly ClipId[],
  kind: CopyKind,
  form: MarkdownForm,
): Promise<Copied | null> {
  if (kind === 'links') return { text: linkList(await database.clips.bulkGet([...clipIds])) };
  const pieces: Copied[] = [];
  let length = 0;
  for await (const each of labelledClips(database, clipIds)) {
    length += each.body?.html.length ?? 0;
    if (length > most) return null;
    pieces.push(kind === 'rich' ? clipRichText(each.clip, each.body) : { text: markdownCopy(each, form) });
  }
  const text = pieces.map((piece) => piece.text.trimEnd()).join('\n\n---\n\n');
  return kind === 'rich' ? { text, html: pieces.map(({ html }) => html ?? '').join('<hr>') } : { text };
}

/** One link alone, several as a list. */
function linkList(clips: readonly (Clip | undefined)[]): string {
  const links = clips.flatMap((clip) => (clip === undefined ? [] : [linkMarkdown(clip.title, clip.url)]));
  return links.length === 1 ? (links[0] ?? '') : links.map((link) => `- ${link}\n`).join('');
}

/** noteForObsidian of a clip in the library; null where it is gone. */
export async function noteOfClip(database: Database, clipId: ClipId, form: MarkdownForm) {
  for await (const clip of labelledClips(database, [clipId])) return noteForObsidian(clip, clipId, form);
  return null;
}

/** The note that this clip becomes in Obsidian. */
export function noteForObsidian(clip: MarkdownClip, id: ClipId, form: MarkdownForm): NoteForObsidian {
  // Obsidian's own properties, be the chosen form another tool's.
  const markdown = clipMarkdown(clip, new Map(), {
    form: form.preset === 'obsidian' ? form : formOf('obsidian', form),
  });
  const name = clipFileName({ ...clip.clip, id }, form.fileName);
  const { address, isInClipboard } = obsidianNote(name, markdown, form.vault);
  return { address, clipboard: isInClipboard ? markdown : null };
}
