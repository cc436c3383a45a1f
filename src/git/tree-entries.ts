import { Failure } from '../core/failure.ts';
import { toHex } from '../core/hex.ts';
import { fromHex } from './sha1.ts';

/** What a folder of Git's has under one name. */
export interface TreeEntry {
  /** As Git writes it: `100644`, `100755`, `120000` (a symbolic link), `40000` (a folder), `160000` (another repository). */
  readonly mode: string;
  readonly oid: string;
  /** The bytes of its name, which need not be UTF-8. */
  readonly name: Uint8Array;
}

export const folderMode = '40000';
const repositoryMode = '160000';
const hashLength = 20;
const space = 0x20;

export function isFolder(entry: TreeEntry | undefined): boolean {
  return entry?.mode === folderMode || entry?.mode === `0${folderMode}`;
}

/** Files, and links as files whose text is where they lead. */
export function isFile(entry: TreeEntry | undefined): boolean {
  return entry !== undefined && !isFolder(entry) && entry.mode !== repositoryMode;
}

/**
 * A tree by the names of its entries. A name that is no UTF-8 has U+FFFD in its gaps, and is written back as it was; of two that
 * look the same so, the second gets one more. Throws `sync/damaged`.
 */
export function parseTree(bytes: Uint8Array): ReadonlyMap<string, TreeEntry> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const entries = new Map<string, TreeEntry>();
  let at = 0;
  while (at < bytes.byteLength) {
    const afterMode = bytes.indexOf(space, at);
    const afterName = bytes.indexOf(0, afterMode);
    const end = afterName + 1 + hashLength;
    if (afterMode === -1 || afterName === -1 || end > bytes.byteLength)
      throw new Failure('sync/damaged', 'a tree');
    const name = bytes.slice(afterMode + 1, afterName);
    let text = decoder.decode(name);
    while (entries.has(text)) text += '\uFFFD';
    const mode = decoder.decode(bytes.subarray(at, afterMode));
    entries.set(text, { mode, oid: toHex(bytes.subarray(afterName + 1, end)), name });
    at = end;
  }
  return entries;
}

/** As Git orders them: by the bytes of their names, those of folders with a slash at the end. */
export function treeBytes(entries: Iterable<TreeEntry>): Uint8Array {
  const encoder = new TextEncoder();
  const parts = [...entries]
    .toSorted(compareEntries)
    .flatMap(({ mode, name, oid }) => [
      encoder.encode(`${mode.replace(/^0/, '')} `),
      name,
      Uint8Array.of(0),
      fromHex(oid),
    ]);
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

const slash = 0x2f;

function compareEntries(a: TreeEntry, b: TreeEntry): number {
  const length = Math.min(a.name.byteLength, b.name.byteLength);
  for (let at = 0; at < length; at += 1) {
    const difference = (a.name[at] ?? 0) - (b.name[at] ?? 0);
    if (difference !== 0) return difference;
  }
  const next = (entry: TreeEntry) => entry.name[length] ?? (isFolder(entry) ? slash : 0);
  return next(a) - next(b);
}
