/** Between the parts of a document's title: spaced marks, bars and raquos, and what Chinese platforms use unspaced. */
const separator =
  /\s+[-–—|·•:/~»«›‹]+\s+|\s*[|｜»«›‹]\s*|\s+::\s+|_(?=[^_]*$)|\s*[-–—](?=[^-–—]*(?:博客|的?Blog|网站|官网|站|笔记|专栏)$)/iu;

export function segmentsOf(title: string): readonly string[] {
  return title
    .split(separator)
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '');
}

/** A text as titles are compared: one form of letters, no space, no punctuation that templates vary. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'"‘’“”`*_]+/g, '');
}

/** A title without the names of its site at either end: `T | 我的博客`, `T - 掘金`, `T_某某的博客-CSDN博客`, `Site » T`. */
export function withoutSiteName(title: string, names: readonly string[]): string {
  const known = new Set(names.map((name) => comparable(name)).filter((name) => name !== ''));
  const isName = (part: string): boolean =>
    known.has(comparable(part)) ||
    /(?:博客|专栏|的个人主页)$|^(?:掘金|知乎|简书|博客园|CSDN\S*|InfoQ|SegmentFault\b.*|Medium|DEV Community.*)$/i.test(
      part,
    );
  let text = title.trim();
  for (;;) {
    const parts = segmentsOf(text);
    const last = parts.at(-1);
    const first = parts[0];
    if (parts.length < 2 || last === undefined || first === undefined) return text;
    if (isName(last)) text = trimEnd(text.slice(0, text.lastIndexOf(last)));
    else if (isName(first)) text = trimStart(text.slice(text.indexOf(first) + first.length));
    else return text;
  }
}

function trimEnd(text: string): string {
  return text.replace(/[\s\-–—|·•:/~»«›‹｜_]+$/u, '');
}

function trimStart(text: string): string {
  return text.replace(/^[\s\-–—|·•:/~»«›‹｜_]+/u, '');
}
