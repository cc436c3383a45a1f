import { Failure } from '../../../core/failure.ts';

/** One file of a tar archive (POSIX ustar), by its place in it. */
export interface TarItem {
  /** As the archive has it: hostile. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface TarContents {
  readonly items: readonly TarItem[];
  /** The name of the file in which the archive ends or goes wrong; null where it is whole. */
  readonly cutAt: string | null;
}

const block = 512;
const maxItems = 500_000;
/** Longest record of a long name, in bytes. */
const maxName = 16_384;
/** Headers are read through a window: a request for each of 500,000 would take minutes. */
const windowSize = 2 ** 20;

export function looksLikeTar(start: Uint8Array): boolean {
  return start.length >= 263 && textAt(start, 257, 5) === 'ustar';
}

/**
 * The files of a tar archive, read header by header: nothing is unpacked. One that is cut off or has a wrong header gives
 * what stands before that. Throws `import/too-large`.
 */
export async function readTar(file: Blob): Promise<TarContents> {
  const items: TarItem[] = [];
  const read = windowOf(file);
  let longName: string | null = null;
  for (let at = 0; at < file.size;) {
    const header = await read(at, block);
    if (header.length < block) return { items, cutAt: '' };
    if (header.every((byte) => byte === 0)) break;
    const size = isSound(header) ? sizeOf(header) : null;
    if (size === null) return { items, cutAt: longName ?? '' };
    const from = at + block;
    const to = from + size;
    const type = String.fromCodePoint(header[156] ?? 0);
    const prefix = textAt(header, 345, 155);
    const short = textAt(header, 0, 100);
    const name: string = longName ?? (prefix === '' ? short : `${prefix}/${short}`);
    if (to > file.size) return { items, cutAt: name };
    if (type === 'L' || type === 'x')
      longName = size > maxName ? null : nameIn(type, new TextDecoder().decode(await read(from, size)));
    else if (type !== 'g') {
      longName = null;
      if ((type === '0' || type === '\0') && !name.endsWith('/')) items.push({ name, from, to });
      if (items.length > maxItems) throw new Failure('import/too-large', 'files in a tar');
    }
    at = from + Math.ceil(size / block) * block;
  }
  return { items, cutAt: null };
}

/** Bytes of the file by their place, fewer where it ends. */
function windowOf(file: Blob): (at: number, length: number) => Promise<Uint8Array> {
  let start = 0;
  let bytes = new Uint8Array();
  return async (at, length) => {
    if (at < start || at + length > start + bytes.length) {
      start = at;
      bytes = new Uint8Array(await file.slice(at, at + Math.max(length, windowSize)).arrayBuffer());
    }
    return bytes.subarray(at - start, at - start + length);
  };
}

/** The header's checksum: the sum of its bytes, those of the checksum itself taken as spaces. */
function isSound(header: Uint8Array): boolean {
  const stated = textAt(header, 148, 8).trim();
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return /^[0-7]{1,8}$/.test(stated) && Number.parseInt(stated, 8) === sum;
}

function sizeOf(header: Uint8Array): number | null {
  const octal = textAt(header, 124, 12).trim();
  return /^[0-7]{1,12}$/.test(octal) ? Number.parseInt(octal, 8) : null;
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
