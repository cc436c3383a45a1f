/** In UTF-8 bytes: file systems allow 255, and a suffix, a number and an extension come after it. */
const maxBytes = 160;
/** Of a UTF-16 unit in UTF-8. */
const mostBytesOfUnit = 3;

const reserved = /^(?:con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * A file name (without extension) that any file system takes, also Windows', and that Obsidian can link to: of a title
 * that may be anything. Letters of all scripts stay. `untitled` where nothing is left.
 */
export function fileName(title: string): string {
  const plain = title
    .slice(0, 1_000)
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/[\\/:*?"<>|#^[\]]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.~-]+/, '');
  const name = cut(plain).replace(/(?<![\s.])[\s.]+$/, '');
  if (name === '') return 'untitled';
  return reserved.test(name) ? `_${name}` : name;
}

/** The name without its last characters, whole ones, so that it fits. */
function cut(name: string): string {
  const encoder = new TextEncoder();
  // Most fit, and this is asked for each clip of a library.
  if (name.length * mostBytesOfUnit <= maxBytes) return name;
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += encoder.encode(segment).length;
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept;
}

/** Gives each name once; a name that differs from an earlier one in case only counts as the same. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  unique(name: string, extension: string): string {
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? `${name}${extension}` : `${name} ${number}${extension}`;
      const key = nameKey(candidate);
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return candidate;
    }
  }
}

/** Equal for names that a file system which knows no case could take for the same. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}
