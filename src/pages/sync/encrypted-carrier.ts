import { Failure } from '../../core/failure.ts';
import type { LibraryLock } from '../../core/sync/library-lock.ts';
import { encryptedMarkerBytes } from '../../formats/repository/library-files.ts';
import { encryptedReadme } from '../../formats/repository/readme.ts';
import { markerPath, readmePath } from '../../formats/repository/repository-files.ts';
import { fileSealer, isSealedName } from '../../git/encryption/file-sealer.ts';
import { keptKey } from '../../git/encryption/kept-key.ts';
import { type LibraryKey, fileKeys } from '../../git/encryption/library-key.ts';
import type { FileChange } from '../../git/trees.ts';
import type { Carrier } from './carrier.ts';

/** A carrier whose files only this library's devices can read. Throws `sync/no-key`. */
export async function withKeptKey(outside: Carrier): Promise<Carrier> {
  const kept = await keptKey();
  if (kept === null) throw new Failure('sync/no-key');
  return await encryptedCarrier(outside, kept.key, kept.lock);
}

/**
 * The same paths and contents for a sync; for everybody else names that say nothing, and bytes. Only the marker with the lock
 * and a README lie open. A file that does not open is as one without a byte: it costs itself, as any damaged one does.
 */
export async function encryptedCarrier(
  outside: Carrier,
  key: LibraryKey,
  lock: LibraryLock,
): Promise<Carrier> {
  const sealer = fileSealer(await fileKeys(key));
  const marker = encryptedMarkerBytes(lock);

  const opened = async ({ path: name, before, after }: FileChange): Promise<FileChange> => {
    const file = await sealer.open(name, await outside.read(after ?? before ?? ''));
    return {
      path: file?.path ?? name,
      before: before === null ? null : blobOf(name, before),
      after: after === null ? null : blobOf(name, after),
    };
  };

  /** What lies open, where it is missing or was changed. */
  const openFiles = async (parent: string | null) => {
    const files = new Map<string, string | Uint8Array | null>();
    const there = await outside.find(parent, markerPath);
    if (there === null || !isSame(await outside.read(there), marker)) files.set(markerPath, marker);
    if ((await outside.find(parent, readmePath)) === null) files.set(readmePath, encryptedReadme);
    return files;
  };

  /** As the repository gets it; null for what it does not have. */
  const sealed = async (parent: string | null, path: string, content: string | Uint8Array | null) => {
    if (content !== null) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return await sealer.seal(path, bytes);
    }
    const name = await sealer.nameOf(path);
    return (await outside.find(parent, name)) === null ? null : { name, bytes: null };
  };

  return {
    ...outside,
    encrypted: { lock, outside, isUnopened: isSealedName },
    async find(commit, path) {
      const name = await sealer.nameOf(path);
      const oid = await outside.find(commit, name);
      return oid === null ? null : blobOf(name, oid);
    },
    async read(blob) {
      const [name = '', oid = ''] = blob.split(' ');
      return (await sealer.open(name, await outside.read(oid)))?.bytes ?? new Uint8Array();
    },
    async changes(before, after) {
      const changes: FileChange[] = [];
      const changed = (await outside.changes(before, after)).filter(({ path }) => isSealedName(path));
      for (let at = 0; at < changed.length; at += openedAtOnce)
        changes.push(...(await Promise.all(changed.slice(at, at + openedAtOnce).map(opened))));
      return changes;
    },
    async commit({ parent, changes, at }) {
      const files = await openFiles(parent);
      const each = [...changes].map(([path, content]) => sealed(parent, path, content));
      for (const file of await Promise.all(each)) if (file !== null) files.set(file.name, file.bytes);
      // Neither who sent it, nor how much it is.
      return await outside.commit({ parent, changes: files, message: 'Sync', author: 'Clipshelf', at });
    },
  };
}

/** Files whose keys work side by side. */
const openedAtOnce = 200;

/** It says under which name it was found: it opens under no other. */
function blobOf(name: string, oid: string): string {
  return `${name} ${oid}`;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, at) => byte === b[at]);
}
