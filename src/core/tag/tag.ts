/**
 * A tag as the reader sees it (`label`) and as it is compared (`key`): NFKC, trimmed, inner space collapsed,
 * case folded. `/` nests: `lang/go` is below `lang`.
 */
export interface Tag {
  readonly key: string;
  readonly label: string;
}

/** A stored tag: one row of the `tags` table. */
export interface TagRow extends Tag {
  /** Epoch ms of its last use on a clip: recents come first. */
  readonly usedAt: number;
  readonly color: string | null;
}

/** Longest label in characters (UTF-16 units). */
export const maxTagLength = 80;

/** The tag that this text means, or null where it means none: nothing left after trimming, or too long. */
export function parseTag(text: string): Tag | null {
  const label = text
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/[,，、#＃]+/gu, ' ')
    .split('/')
    .map((level) => level.trim().replaceAll(/\s+/g, ' '))
    .filter((level) => level !== '')
    .join('/');
  if (label === '' || label.length > maxTagLength) return null;
  return { key: tagKey(label), label };
}

/** Case folding as far as JavaScript has it: lower-casing twice joins `ẞ`/`ß` and `Σ`/`ς` forms well enough to compare. */
function tagKey(label: string): string {
  return label.toUpperCase().toLowerCase().normalize('NFKC');
}

/** The tags of a typed line, separated by comma, `，` or `、`; repeated ones once, the first spelling kept. */
export function parseTags(texts: readonly string[]): Tag[] {
  const byKey = new Map<string, Tag>();
  for (const text of texts.flatMap((line) => line.split(/[,，、]/u))) {
    const tag = parseTag(text);
    if (tag !== null && !byKey.has(tag.key)) byKey.set(tag.key, tag);
  }
  return [...byKey.values()];
}
