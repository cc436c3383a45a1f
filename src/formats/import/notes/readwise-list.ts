import type { ImportedHighlight } from '../imported-clip.ts';

export interface ReadwiseList {
  /** The note without its list. */
  readonly body: string;
  readonly highlights: readonly ImportedHighlight[];
}

/** `- words ([View Highlight](https://…))`, then deeper items: `- Note: …`, `- Tags: [[a]], #b`. */
const item = /^- (\S.{0,20000})$/;
const own = /^\s{1,8}- (Note|Tags):\s?(.{0,20000})$/;

/**
 * The highlights of a note that Readwise wrote into Obsidian or Logseq: a list below the heading `Highlights`, after its
 * `Metadata`. Null where the text is no such note.
 */
export function readwiseList(body: string, isReadwise: boolean): ReadwiseList | null {
  const lines = body.split('\n').map((line) => line.trimEnd());
  const start = lines.findIndex((line) => /^#{1,3} Highlights\b/.test(line));
  if (!isReadwise || start === -1) return null;
  const highlights: { quote: string; note: string; tags: string[] }[] = [];
  for (const line of lines.slice(start + 1)) {
    const [, name, value = ''] = own.exec(line) ?? [];
    const last = highlights.at(-1);
    const quote = item.exec(line)?.[1];
    if (quote !== undefined) highlights.push({ quote: withoutLink(quote), note: '', tags: [] });
    else if (last === undefined || name === undefined) {
      // A passage of several lines goes on in the lines below its first.
      if (last !== undefined && /^ {1,8}\S/.test(line))
        last.quote = withoutLink(`${last.quote}\n${line.trim()}`);
      else if (line !== '' && !/^#{1,6} /.test(line)) return null;
    } else if (name === 'Note') last.note = value;
    else last.tags.push(...tagsIn(value));
  }
  return {
    body: lines
      .slice(0, start)
      .filter((line) => !/^#{1,3} Metadata\b/.test(line))
      .join('\n'),
    highlights: highlights.map(({ tags, ...said }) => ({
      ...said,
      color: null,
      createdAt: null,
      ...(tags.length === 0 ? {} : { tags }),
    })),
  };
}

function withoutLink(text: string): string {
  return text.replace(/\s?\(\[View Highlight\]\([^()\s]{0,500}\)\)/, '').trim();
}

function tagsIn(text: string): string[] {
  return [...text.matchAll(/\[\[([^[\]]{1,100})\]\]|#([^\s#,]{1,100})/g)].map(
    ([, linked, plain]) => linked ?? plain ?? '',
  );
}
