import { readHighlights } from '../fields/highlights.ts';
import type { ImportedHighlight } from '../imported-clip.ts';

export interface HighlightSection {
  /** The note without the section. */
  readonly body: string;
  readonly highlights: readonly ImportedHighlight[];
}

/** `- words ([View Highlight](https://…))`, then deeper items: `- Note: …`, `- Tags: [[a]], #b`. */
const item = /^[-*] (\S.{0,20000})$/;
const own = /^\s{1,8}[-*] (Note|Tags|笔记|标签|批注)\s?[:：]\s?(.{0,20000})$/;
const heading =
  /^(#{1,3}) (?:(?:New )?Highlights\b.{0,100}|Annotations|标注|高亮|划线|批注|我的标注|我的高亮)$/;

/** Tools that write what their user marked below a page's text, by the names that they leave in properties and links. */
const tool =
  /\b(?:cubox|readwise|omnivore|matter|hypothes[ie]s|raindrop|simpread|memex|wallabag|instapaper|karakeep|linkwarden|glasp|diigo|readeck)(?:[_ ]|\b)|简悦|@annote\b/i;

/**
 * The highlights that a reading tool wrote into a note, as a list or as quotations below a heading of their own. `origin` is
 * what the note says of itself: its path and its properties. Null where no tool wrote it, since an article may have such a
 * heading too, and where anything else stands there.
 */
export function highlightSection(body: string, origin: string): HighlightSection | null {
  const lines = body.split('\n').map((line) => line.trimEnd());
  const start = lines.findIndex((line) => heading.test(line));
  const isReadwise = /^#{1,3} Metadata\b/m.test(origin);
  if (start === -1 || !(isReadwise || tool.test(origin))) return null;
  const level = heading.exec(lines[start] ?? '')?.[1]?.length ?? 1;
  const next = lines.findIndex(
    (line, index) => index > start && new RegExp(`^#{1,${level}} `).test(line) && !heading.test(line),
  );
  const end = next === -1 ? lines.length : next;
  const section = lines.slice(start + 1, end);
  const highlights = section.some((line) => line.startsWith('>')) ? quoted(section) : listed(section);
  if (highlights === null) return null;
  const before = isReadwise ? lines.slice(0, start).filter(isText) : lines.slice(0, start);
  return { body: [...before, ...lines.slice(end)].join('\n'), highlights };
}

/** Readwise repeats the title, shows the cover, and links to a note with the text. */
function isText(line: string): boolean {
  return !/^(?:#{1,3} (?:Metadata|Full Document)\b|!\[rw-book-cover\]|# |\[\[[^[\]]{0,500}\]\]$)/.test(line);
}

function quoted(section: readonly string[]): readonly ImportedHighlight[] {
  return readHighlights(section.filter((line) => !heading.test(line)).join('\n'));
}

function listed(section: readonly string[]): readonly ImportedHighlight[] | null {
  const highlights: { quote: string; note: string; tags: string[] }[] = [];
  for (const line of section) {
    const [, name, value = ''] = own.exec(line) ?? [];
    const last = highlights.at(-1);
    const quote = item.exec(line)?.[1];
    if (quote !== undefined) highlights.push({ quote: withoutLink(quote), note: '', tags: [] });
    else if (last === undefined || name === undefined) {
      // A passage of several lines goes on in the lines below its first.
      if (last !== undefined && /^ {1,8}\S/.test(line))
        last.quote = withoutLink(`${last.quote}\n${line.trim()}`);
      else if (line !== '' && !/^#{1,6} /.test(line)) return null;
    } else if (/^(?:Tags|标签)/.test(name)) last.tags.push(...tagsIn(value));
    else last.note = value;
  }
  return highlights.map(({ tags, ...said }) => ({
    ...said,
    color: null,
    createdAt: null,
    ...(tags.length === 0 ? {} : { tags }),
  }));
}

function withoutLink(text: string): string {
  return text
    .replace(/\s?\(\[(?:View Highlight|Location [\d-]{1,20}|Page \d{1,6})\]\s?\([^()\s]{0,500}\)\)/, '')
    .trim();
}

function tagsIn(text: string): string[] {
  return [...text.matchAll(/\[\[([^[\]]{1,100})\]\]|#([^\s#,]{1,100})/g)].map(
    ([, linked, plain]) => linked ?? plain ?? '',
  );
}
