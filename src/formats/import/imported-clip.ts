import type { ImportProblem, ProblemReason } from '../../core/job/import-problem.ts';
import type { BlockRange } from '../../core/highlight/highlight.ts';
import { parseUrl } from '../../core/parse-url.ts';
import { isTime } from '../../core/time.ts';
import { maxTagLength, parseTag } from '../../core/tag/tag.ts';

/** What a file from elsewhere says of one page. Everything in it is foreign text, checked for its form only. */
export interface ImportedClip {
  /** Absolute, http or https. */
  readonly url: string;
  /** One line; empty where the file has none. */
  readonly title: string;
  /** The article where the file has it; becomes article HTML in importedArticle. */
  readonly content: ImportedContent | null;
  /** Labels, each once; folders and lists are nested ones (`Dev/Go`). */
  readonly tags: readonly string[];
  readonly note: string;
  /** Passages that were marked, in the file's order. */
  readonly highlights: readonly ImportedHighlight[];
  /** Epoch ms, as all times here; null where the file does not say. */
  readonly savedAt: number | null;
  /** Done with: read or archived. */
  readonly read: boolean;
  readonly readAt: number | null;
  readonly starred: boolean;
  /** ISO 8601 date or date-time. */
  readonly publishedAt: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly siteName: string | null;
  readonly description: string | null;
}

export interface ImportedHighlight {
  readonly quote: string;
  /** What was remarked on it; empty where nothing was. */
  readonly note: string;
  /** As the tool names it. */
  readonly color: string | null;
  readonly createdAt: number | null;
  /** Labels. */
  readonly tags?: readonly string[];
  /** What stands right before and after it. */
  readonly prefix?: string;
  readonly suffix?: string;
  /** What our own files say to the letter. */
  readonly exact?: ExactHighlight;
}

export interface ExactHighlight {
  readonly id: string;
  /** In the blocks of the article that the file holds; null where it is not in that text. */
  readonly range: BlockRange | null;
  /** `textHash` of the words of the range. */
  readonly hash: string;
  /** The address of the picture that is highlighted. */
  readonly picture?: string;
}

export interface ImportedContent {
  /**
   * `article` is article HTML that a Clipshelf wrote; `page` a whole document, of which the extractor chooses the article.
   * All kinds are hostile.
   */
  readonly kind: 'html' | 'markdown' | 'article' | 'page';
  readonly text: string;
  /** Where its pictures are, if they came with it. */
  readonly pictures?: Pictures;
}

/** The pictures that came with a text: in its archive, beside it, or within it. */
export interface Pictures {
  /** The file that a reference of the text means, null where it is none of ours. */
  readonly find: (reference: string) => PictureFile | null;
}

export interface PictureFile {
  /** Unique among the pictures of the text. */
  readonly name: string;
  /** Its own address on the web, where the file says it. */
  readonly url: string | null;
  /** Null where it cannot be read. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer> | null>;
}

/**
 * What importers yield, in the file's order: what comes after the first n entries is the same whenever it is read.
 * `remarks` name what could not be taken of a clip that is taken.
 */
export type ImportEntry =
  | { readonly kind: 'clip'; readonly clip: ImportedClip; readonly remarks: readonly ImportProblem[] }
  | ImportProblem;

export type Importer = AsyncIterable<ImportEntry> | Iterable<ImportEntry>;

export interface Place {
  readonly line?: number;
  readonly entry?: string;
}

/** What could not be read, and where: `line` counts from 1, `entry` is a number or a name. The excerpt is cut to 120 characters. */
export function problem(reason: ProblemReason, excerpt: string, { line, entry }: Place = {}): ImportProblem {
  return {
    kind: 'problem',
    reason,
    line: line ?? null,
    entry: entry ?? null,
    excerpt: oneLine(excerpt, 120),
  };
}

/** What could not be taken of an entry that is taken. */
export function remark(reason: ProblemReason, excerpt: string, place: Place = {}): ImportProblem {
  return { ...problem(reason, excerpt, place), taken: true };
}

export type Said = Partial<Omit<ImportedClip, 'url' | 'tags'>> & {
  readonly url: string | null | undefined;
  readonly tags?: readonly string[];
};

/** Longer than any browser sends; a URL parser needs memory for it. In UTF-16 units. */
const maxUrl = 32_000;

/** A clip of what the file says, or the problem that it has no address to clip. A time that no calendar has is none. */
export function importedClip(said: Said, place: Place, remarks: readonly ImportProblem[] = []): ImportEntry {
  const address = said.url?.trim() ?? '';
  if (address.length > maxUrl) return problem('too-large', address, place);
  if (address === '') return problem('no-url', said.title ?? '', place);
  const url = parseUrl(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return problem('unsupported-url', address, place);
  const title = oneLine(said.title ?? '', 2_000);
  const { tags, tooLong } = readTags(said.tags ?? []);
  const wrong: string[] = [];
  const sane = (time: number | null | undefined): number | null => {
    if (time === null || time === undefined || isTime(time)) return time ?? null;
    wrong.push(String(time));
    return null;
  };
  const highlights = (said.highlights ?? []).map((each) => ({ ...each, createdAt: sane(each.createdAt) }));
  return {
    kind: 'clip',
    clip: {
      url: url.href,
      title: title === address ? '' : title,
      content: said.content ?? null,
      tags,
      note: (said.note ?? '').trim(),
      highlights,
      savedAt: sane(said.savedAt),
      read: said.read ?? false,
      readAt: sane(said.readAt),
      starred: said.starred ?? false,
      publishedAt: said.publishedAt ?? null,
      author: said.author?.trim() ? oneLine(said.author, 500) : null,
      language: said.language ?? null,
      siteName: said.siteName?.trim() ? oneLine(said.siteName, 500) : null,
      description: said.description?.trim() ? said.description.trim() : null,
    },
    remarks: [
      ...remarks,
      ...tooLong.map((text) => remark('too-large', text, place)),
      ...wrong.map((time) => remark('bad-date', time, place)),
    ],
  };
}

const maxTags = 200;

/** Tags in their display form, the first spelling of each; and what is left out: too long a tag, or one too many. */
function readTags(texts: readonly string[]): { readonly tags: string[]; readonly tooLong: string[] } {
  const byKey = new Map<string, string>();
  const tooLong = new Set<string>();
  for (const text of texts) {
    const tag = parseTag(text);
    const isSaid = tag === null ? text.trim().length <= maxTagLength : byKey.has(tag.key);
    if (isSaid) continue;
    if (tag !== null && byKey.size < maxTags) byKey.set(tag.key, tag.label);
    else if (tooLong.size < maxTags) tooLong.add(text);
  }
  return { tags: [...byKey.values()], tooLong: [...tooLong] };
}

/** The nested tag of a folder; of a path too long for a tag, the inner levels that fit. */
export function folderTag(path: readonly string[]): string[] {
  const levels = path.map((name) => name.replaceAll('/', ' ').trim()).filter((name) => name !== '');
  while (levels.length > 1 && levels.join('/').length > maxTagLength) levels.shift();
  return levels.length === 0 ? [] : [levels.join('/').slice(0, maxTagLength)];
}

function oneLine(text: string, length: number): string {
  // Cut before the white space is looked at: a hostile line may be 100 MB long.
  const line = text
    .slice(0, length * 4)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
