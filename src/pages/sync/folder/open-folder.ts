import { Failure, type FailureCode } from '../../../core/failure.ts';
import type { FolderEntry, SyncFolderRecord } from '../../../database/sync/sync-folder-record.ts';
import { fileAt, folderFailureCode, isNamed, removeFile, writeFile } from '../../../disk/directory-files.ts';
import { isProblem, readClipRecord } from '../../../formats/repository/read-clip.ts';
import { kindOfPath } from '../../../formats/repository/repository-files.ts';
import { clipPaths } from '../../../formats/repository/write-clip.ts';
import type { Carrier } from '../carrier.ts';
import {
  type Snapshot,
  differences,
  entryAt,
  isNamedByContent,
  mostRead,
  readSnapshot,
  snapshotOf,
} from './folder-snapshot.ts';

export interface FolderParts {
  readonly record: SyncFolderRecord;
  /** Without asking the user. */
  readonly mayWrite: (handle: FileSystemDirectoryHandle) => Promise<boolean>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Waits so long (ms): what others changed must stay the same meanwhile. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** What the one-way copy wrote, once all is here. */
  readonly clearCopy: (handle: FileSystemDirectoryHandle) => Promise<void>;
}

const branch = 'main';
/** A program that brings files brings them one by one: so long none may come. */
const rest = 3_000;
const mostLooks = 5;

/** The session speaks of repositories; the user has a folder. */
const inFolder: Partial<Record<FailureCode, FailureCode>> = {
  'sync/emptied': 'folder/emptied',
  'sync/foreign': 'folder/emptied',
  'sync/contended': 'folder/restless',
};

/** What fails in a sync with a folder, in its words. */
export function folderFailure(error: unknown): Failure {
  const code = folderFailureCode(error);
  const detail = error instanceof Failure ? error.detail : '';
  return new Failure(inFolder[code] ?? code, detail, { cause: error });
}

interface Outgoing {
  readonly parent: Snapshot | null;
  readonly changes: ReadonlyMap<string, Uint8Array<ArrayBuffer> | null>;
  readonly after: Snapshot;
}

/** The user's folder as a carrier: a commit is the state of its files. Throws `folder/…`, DOMException. */
export async function openFolder({ record, mayWrite, now, pause, clearCopy }: FolderParts): Promise<Carrier> {
  const row = await record.folder.get('folder');
  if (row === undefined) throw new Failure('folder/gone');
  const root = row.handle;
  if (!(await mayWrite(root))) throw new Failure('folder/no-access', root.name);
  const snapshots = new Map<string, Snapshot>();
  const rows = await record.snapshots.toArray();
  for (const { id, entries } of rows.toSorted((a, b) => a.at - b.at))
    snapshots.set(id, { id, files: new Map(entries.map((entry) => [entry[0], entry])) });
  let last: Snapshot | null = [...snapshots.values()].at(-1) ?? null;
  let outgoing: Outgoing | null = null;
  /** Of the last snapshot, by content. */
  let paths: ReadonlyMap<string, string> | null = null;

  async function keep(snapshot: Snapshot): Promise<void> {
    last = snapshot;
    snapshots.set(snapshot.id, snapshot);
    paths = null;
    await record.snapshots.put({ id: snapshot.id, at: now(), entries: [...snapshot.files.values()] });
  }

  const snapshotAt = (commit: string | null): Snapshot | null => {
    if (commit === null) return null;
    const snapshot = snapshots.get(commit);
    if (snapshot === undefined) throw new Failure('sync/damaged', commit);
    return snapshot;
  };

  async function readFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = await fileAt(root, path);
    return file === null ? null : new Uint8Array(await file.slice(0, mostRead).arrayBuffer());
  }

  async function blobAt(path: string, known?: FolderEntry): Promise<string | null> {
    const file = await fileAt(root, path);
    return file === null ? null : (await entryAt(path, file, known))[1];
  }

  /** Writes what an earlier push did not get to. What somebody else wrote there meanwhile stays. */
  async function finish(): Promise<void> {
    for (const { path, before, bytes } of await record.pending.toArray())
      if ((await blobAt(path)) === before) await putFile(path, bytes);
    await record.pending.clear();
  }

  async function putFile(path: string, bytes: Uint8Array<ArrayBuffer> | null): Promise<void> {
    if (bytes !== null) {
      await writeFile(root, path, bytes);
      return;
    }
    await removeFile(root, path).catch((error: unknown) => {
      if (!isNamed(error, 'NotFoundError')) throw error;
    });
  }

  /** As it is once nobody changes it any more. */
  async function still(): Promise<Snapshot> {
    let seen = await readSnapshot(root, last);
    for (let look = 0; seen.id !== last?.id && seen.files.size > 0; look += 1) {
      if (look === mostLooks) throw new Failure('folder/restless', root.name);
      await pause(rest);
      const again = await readSnapshot(root, seen);
      if (again.id === seen.id) return again;
      seen = again;
    }
    return seen;
  }

  /** Without records whose texts have not been brought yet: of them, all is as it was known. */
  async function arrived(seen: Snapshot): Promise<Snapshot> {
    const files = new Map(seen.files);
    const asBefore = (path: string) => {
      const before = last?.files.get(path);
      if (before === undefined) files.delete(path);
      else files.set(path, before);
    };
    for (const { path, after } of differences(last, seen)) {
      if (after === null || kindOfPath(path) !== 'record') continue;
      const bytes = await readFile(path);
      const found = bytes === null ? null : readClipRecord(path, bytes);
      if (found === null || isProblem(found)) continue;
      const { texts, markdown } = clipPaths(found.shared);
      if ([...texts.values()].every((text) => seen.files.has(text))) continue;
      asBefore(path);
      asBefore(markdown);
    }
    return files.size === seen.files.size &&
      [...files].every(([path, entry]) => seen.files.get(path) === entry)
      ? seen
      : await snapshotOf(files.values());
  }

  return {
    async remoteHead() {
      await finish();
      const seen = await arrived(await still());
      if (seen.files.size === 0) {
        // Where the folder itself is gone, this says so.
        await root.keys().next();
        return null;
      }
      await keep(seen);
      return { branch, commit: seen.id };
    },
    download: () => Promise.resolve(last?.id ?? ''),
    hasCommit: (commit) => Promise.resolve(snapshots.has(commit)),
    changes: (before, after) => {
      const [was, is] = [snapshotAt(before), snapshotAt(after)];
      return Promise.resolve(is === null ? [] : differences(was, is));
    },
    find: (commit, path) => Promise.resolve(snapshotAt(commit)?.files.get(path)?.[1] ?? null),
    async read(blob) {
      paths ??= new Map([...(last?.files.values() ?? [])].map((entry) => [entry[1], entry[0]]));
      const path = blob.startsWith('at:') ? blob.slice('at:'.length) : paths.get(blob);
      const bytes = path === undefined ? null : await readFile(path);
      if (path === undefined || bytes === null) throw new Failure('folder/restless', path ?? blob);
      if (!isNamedByContent(path) && (await blobAt(path)) !== blob)
        throw new Failure('folder/restless', path);
      return bytes;
    },
    async madeAt(_commit, path) {
      const file = await fileAt(root, path);
      // Programs that carry files keep whole seconds of it; a time to come is none.
      return Math.min(Math.floor((file?.lastModified ?? now()) / 1_000) * 1_000, now());
    },
    async commit({ parent, changes }) {
      const before = snapshotAt(parent);
      const files = new Map(before?.files);
      const bytes = new Map<string, Uint8Array<ArrayBuffer> | null>();
      for (const [path, content] of changes) {
        const own =
          content === null
            ? null
            : new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content);
        bytes.set(path, own);
        if (own === null) files.delete(path);
        else files.set(path, await entryAt(path, new File([own], path), undefined));
      }
      const after = await snapshotOf(files.values());
      outgoing = { parent: before, changes: bytes, after };
      return { commit: after.id };
    },
    async push(_branch, commit) {
      if (outgoing?.after.id !== commit) throw new Failure('sync/damaged', 'another commit');
      const { parent, changes, after } = outgoing;
      for (const path of changes.keys()) {
        const known = parent?.files.get(path);
        if (!isNamedByContent(path) && (await blobAt(path, known)) !== (known?.[1] ?? null)) return 'refused';
      }
      await record.pending.bulkPut(
        [...changes].map(([path, bytes]) => ({ path, before: parent?.files.get(path)?.[1] ?? null, bytes })),
      );
      // Removed first: a name that differs in case alone may be the same file.
      for (const [path, bytes] of changes) if (bytes === null) await putFile(path, null);
      const files = new Map(after.files);
      for (const [path, bytes] of changes) {
        if (bytes === null) continue;
        await putFile(path, bytes);
        const file = await fileAt(root, path);
        const entry = after.files.get(path);
        if (file !== null && entry !== undefined && !isNamedByContent(path))
          files.set(path, [path, entry[1], file.size, file.lastModified]);
      }
      await keep({ id: after.id, files });
      await record.pending.clear();
      return 'pushed';
    },
    async tidy(commit) {
      const old = [...snapshots.keys()].filter((id) => id !== commit);
      for (const id of old) snapshots.delete(id);
      await record.snapshots.bulkDelete(old);
      if (row.clearsCopy) {
        await clearCopy(root);
        await record.folder.update('folder', { clearsCopy: false });
      }
      return true;
    },
    close: () => record.close(),
  };
}
