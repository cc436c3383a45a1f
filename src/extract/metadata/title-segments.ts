/** Between the parts of a document's title: spaced marks, bars and raquos, and what Chinese platforms use unspaced. */
const separator =
  /\s+[-–—|·•:/~»«›‹]+\s+|\s*[|｜»«›‹]\s*|\s+::\s+|_(?=[^_]*$)|\s*[-–—](?=[^-–—]*(?:博客|网站|官网|站|笔记|专栏)$)/iu;

/** Characters of a title that are looked at for separators; a longer one is no template's, and stays whole. */
const longest = 1_000;

export function segmentsOf(title: string): readonly string[] {
  return (title.length > longest ? [title] : title.split(separator))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A text as titles are compared: one form of letters, no space, no punctuation that templates vary. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'"‘’“”`*_]+/g, '');
}

/** What platforms and personal sites call themselves at the end of a title. */
const siteLike =
  /(?:博客|专栏|的个人主页|'s blog|’s blog|\bblog)$|^(?:掘金|知乎|知乎专栏|简书|博客园|CSDN\S*|InfoQ.*|SegmentFault\b.*|Medium|DEV Community.*|Stack Overflow|MDN.*|腾讯云.*社区.*|阿里云开发者社区|稀土掘金|开源中国.*|51CTO.*)$/i;

/**
 * A title without the names of its site at either end, and what stands beyond them: `T | 我的博客`, `T - 掘金`,
 * `T_某某的博客-CSDN博客`, `Site » T`, `T - Site - its slogan`.
 */
export function withoutSiteName(title: string, isName: (part: string) => boolean): string {
  const parts = segmentsOf(title);
  const end = parts.findIndex((part, at) => at > 0 && (isName(part) || siteLike.test(part)));
  if (end > 0) return upTo(title, parts, end);
  const first = parts[0] ?? '';
  return parts.length > 1 && isName(first)
    ? title.slice(title.indexOf(first) + first.length).replace(/^[\s\-–—|·•:/~»«›‹｜_]+/u, '')
    : title.trim();
}

/** The title up to its segment number `end`, with the separators before that as they stand. */
function upTo(title: string, parts: readonly string[], end: number): string {
  let at = 0;
  for (const part of parts.slice(0, end)) at = title.indexOf(part, at) + part.length;
  return title.slice(0, at).trim();
}
