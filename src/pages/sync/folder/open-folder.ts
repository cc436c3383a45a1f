import { Failure, type FailureCode } from '../../../core/failure.ts';
import type { SyncFolderRecord } from '../../../database/sync/sync-folder-record.ts';
import { fileAt, folderFailureCode, requireFolder } from '../../../disk/directory-files.ts';
import { isProblem, readClipRecord } from '../../../formats/repository/read-clip.ts';
import { kindOfPath } from '../../../formats/repository/repository-files.ts';
import { clipPaths } from '../../../formats/repository/write-clip.ts';
import type { NewCommit } from '../../../git/commit.ts';
import type { Carrier } from '../carrier.ts';
import { type Snapshot, differences, entryAt, readSnapshot, snapshotOf } from './folder-snapshot.ts';
import { type FolderChanges, KnownFolder } from './known-folder.ts';

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
  'sync/locked': 'folder/encrypted',
};

/** What fails in a sync with a folder, in its words. */
export function folderFailure(error: unknown): Failure {
  const code = folderFailureCode(error);
  const detail = error instanceof Failure ? error.detail : '';
  return new Failure(inFolder[code] ?? code, detail, { cause: error });
}

interface Outgoing {
  readonly parent: Snapshot | null;
  readonly changes: FolderChanges;
  readonly after: Snapshot;
}

/** The user's folder as a carrier: a commit is the state of its files. Throws `folder/…`, DOMException. */
export async function openFolder({ record, mayWrite, now, pause, clearCopy }: FolderParts): Promise<Carrier> {
  const row = await record.folder.get('folder');
  if (row === undefined) throw new Failure('folder/gone');
  const root = row.handle;
  if (!(await mayWrite(root))) throw new Failure('folder/no-access', root.name);
  const folder = await KnownFolder.open(root, record, now);
  let outgoing: Outgoing | null = null;
  return {
    isAtomic: false,
    async remoteHead() {
      await folder.finish();
      const seen = await withoutUnfinished(folder, await stillState(folder, pause));
      if (seen.files.size === 0) {
        await requireFolder(root);
        return null;
      }
      await folder.keep(seen);
      return { branch, commit: seen.id };
    },
    download: () => Promise.resolve(folder.last?.id ?? ''),
    hasCommit: (commit) => Promise.resolve(folder.has(commit)),
    changes: async (before, after) => {
      const state = folder.at(after);
      return await Promise.resolve(state === null ? [] : differences(folder.at(before), state));
    },
    find: async (commit, path) => await Promise.resolve(folder.at(commit)?.files.get(path)?.[1] ?? null),
    read: async (blob) => await folder.read(blob),
    async madeAt(_commit, path) {
      const file = await fileAt(root, path);
      // Programs that carry files keep whole seconds of it; a time to come is none.
      return Math.min(Math.floor((file?.lastModified ?? now()) / 1_000) * 1_000, now());
    },
    async commit(commit) {
      outgoing = await prepared(folder, commit);
      return { commit: outgoing.after.id };
    },
    async push(_branch, commit) {
      if (outgoing?.after.id !== commit) throw new Failure('sync/damaged', 'another commit');
      const { parent, changes, after } = outgoing;
      if (!(await folder.isAsAt(parent, changes.keys()))) return 'refused';
      await folder.write(parent, changes, after);
      return 'pushed';
    },
    async tidy(commit) {
      await folder.forgetAllBut(commit);
      if (!row.clearsCopy) return true;
      await clearCopy(root);
      await record.folder.update('folder', { clearsCopy: false });
      return true;
    },
    close: () => record.close(),
  };
}

/** The folder as it is once nobody changes it any more. */
async function stillState({ root, last }: KnownFolder, pause: FolderParts['pause']): Promise<Snapshot> {
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
async function withoutUnfinished(folder: KnownFolder, seen: Snapshot): Promise<Snapshot> {
  const files = new Map(seen.files);
  let isWhole = true;
  for (const { path, after } of differences(folder.last, seen)) {
    if (after === null || kindOfPath(path) !== 'record') continue;
    const bytes = await folder.readFile(path);
    const found = bytes === null ? null : readClipRecord(path, bytes);
    if (found === null || isProblem(found)) continue;
    const { texts, markdown } = clipPaths(found.shared);
    if ([...texts.values()].every((text) => seen.files.has(text))) continue;
    isWhole = false;
    for (const each of [path, markdown]) {
      const before = folder.last?.files.get(each);
      if (before === undefined) files.delete(each);
      else files.set(each, before);
    }
  }
  return isWhole ? seen : await snapshotOf(files.values());
}

async function prepared(folder: KnownFolder, { parent, changes }: NewCommit): Promise<Outgoing> {
  const before = folder.at(parent);
  const files = new Map(before?.files);
  const bytes = new Map<string, Uint8Array<ArrayBuffer> | null>();
  for (const [path, content] of changes) {
    const own = content === null ? null : bytesOf(content);
    bytes.set(path, own);
    if (own === null) files.delete(path);
    else files.set(path, await entryAt(path, new File([own], path), undefined));
  }
  return { parent: before, changes: bytes, after: await snapshotOf(files.values()) };
}

function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content);
}
