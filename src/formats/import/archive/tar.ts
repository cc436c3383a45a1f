import { Failure } from '../../../core/failure.ts';

/** One file of a tar archive (POSIX ustar), by its place in it. */
export interface TarItem {
  /** As the archive has it: hostile. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const block = 512;
const maxItems = 500_000;
/** Longest name that a block of its own may hold. */
const maxName = 4_096;

export function looksLikeTar(start: Uint8Array): boolean {
  return start.length >= 263 && textAt(start, 257, 5) === 'ustar';
}

/** The files of a tar archive, read header by header: nothing is unpacked. Throws `import/unreadable`, `import/too-large`. */
export async function readTar(file: Blob): Promise<TarItem[]> {
  const items: TarItem[] = [];
  let longName: string | null = null;
  for (let at = 0; at + block <= file.size;) {
    const header = new Uint8Array(await file.slice(at, at + block).arrayBuffer());
    if (header.every((byte) => byte === 0)) break;
    const size = sizeOf(header);
    const from = at + block;
    const to = from + size;
    if (to > file.size) throw new Failure('import/unreadable', 'tar cut off');
    const type = String.fromCodePoint(header[156] ?? 0);
    if (type === 'L' || type === 'x')
      longName = size > maxName ? null : nameIn(type, await file.slice(from, to).text());
    else {
      const prefix = textAt(header, 345, 155);
      const short = textAt(header, 0, 100);
      const name = longName ?? (prefix === '' ? short : `${prefix}/${short}`);
      longName = null;
      if ((type === '0' || type === '\0') && !name.endsWith('/')) items.push({ name, from, to });
      if (items.length > maxItems) throw new Failure('import/too-large', 'files in a tar');
    }
    at = from + Math.ceil(size / block) * block;
  }
  return items;
}

function sizeOf(header: Uint8Array): number {
  const octal = textAt(header, 124, 12).trim();
  if (!/^[0-7]{1,12}$/.test(octal)) throw new Failure('import/unreadable', 'no size in a tar header');
  return Number.parseInt(octal, 8);
}

/** GNU tar writes the name alone, POSIX a list of `length key=value`. */
function nameIn(type: string, text: string): string | null {
  if (type === 'L') return text.replace(/\0[\s\S]*$/, '');
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? null;
}

function textAt(bytes: Uint8Array, start: number, length: number): string {
  const part = bytes.subarray(start, start + length);
  const end = part.indexOf(0);
  return new TextDecoder().decode(end === -1 ? part : part.subarray(0, end));
}
