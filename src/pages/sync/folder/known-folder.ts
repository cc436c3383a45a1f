import { Failure } from '../../../core/failure.ts';
import type { FolderEntry, SyncFolderRecord } from '../../../database/sync/sync-folder-record.ts';
import { fileAt, isNamed, removeFile, writeFile } from '../../../disk/directory-files.ts';
import { type Snapshot, entryAt, isNamedByContent, mostRead } from './folder-snapshot.ts';

export type FolderChanges = ReadonlyMap<string, Uint8Array<ArrayBuffer> | null>;

/** The folder's files, and its states that are known. */
export class KnownFolder {
  readonly #snapshots = new Map<string, Snapshot>();
  /** Of the last snapshot, by content. */
  #paths: ReadonlyMap<string, string> | null = null;
  #last: Snapshot | null = null;

  private constructor(
    readonly root: FileSystemDirectoryHandle,
    private readonly record: SyncFolderRecord,
    private readonly now: () => number,
  ) {}

  static async open(
    root: FileSystemDirectoryHandle,
    record: SyncFolderRecord,
    now: () => number,
  ): Promise<KnownFolder> {
    const folder = new KnownFolder(root, record, now);
    const rows = await record.snapshots.toArray();
    for (const { id, entries } of rows.toSorted((a, b) => a.at - b.at)) {
      folder.#last = { id, files: new Map(entries.map((entry) => [entry[0], entry])) };
      folder.#snapshots.set(id, folder.#last);
    }
    return folder;
  }

  get last(): Snapshot | null {
    return this.#last;
  }

  has(commit: string): boolean {
    return this.#snapshots.has(commit);
  }

  /** null for none. Throws `sync/damaged` where it is not known any more. */
  at(commit: string | null): Snapshot | null {
    if (commit === null) return null;
    const snapshot = this.#snapshots.get(commit);
    if (snapshot === undefined) throw new Failure('sync/damaged', commit);
    return snapshot;
  }

  async keep(snapshot: Snapshot): Promise<void> {
    this.#last = snapshot;
    this.#paths = null;
    this.#snapshots.set(snapshot.id, snapshot);
    const entries = [...snapshot.files.values()];
    await this.record.snapshots.put({ id: snapshot.id, at: this.now(), entries });
  }

  async forgetAllBut(commit: string): Promise<void> {
    const old = [...this.#snapshots.keys()].filter((id) => id !== commit);
    for (const id of old) this.#snapshots.delete(id);
    await this.record.snapshots.bulkDelete(old);
  }

  /** What has this content. Throws `folder/restless` where nothing has it any more. */
  async read(blob: string): Promise<Uint8Array<ArrayBuffer>> {
    this.#paths ??= new Map([...(this.#last?.files.values() ?? [])].map((entry) => [entry[1], entry[0]]));
    const path = blob.startsWith('at:') ? blob.slice('at:'.length) : this.#paths.get(blob);
    const bytes = path === undefined ? null : await this.readFile(path);
    const isSame = path !== undefined && (isNamedByContent(path) || (await this.blobAt(path)) === blob);
    if (bytes === null || !isSame) throw new Failure('folder/restless', path ?? blob);
    return bytes;
  }

  async readFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = await fileAt(this.root, path);
    return file === null ? null : new Uint8Array(await file.slice(0, mostRead).arrayBuffer());
  }

  async blobAt(path: string, known?: FolderEntry): Promise<string | null> {
    const file = await fileAt(this.root, path);
    return file === null ? null : (await entryAt(path, file, known))[1];
  }

  /** Whether these files are what they were at that moment. */
  async isAsAt(parent: Snapshot | null, paths: Iterable<string>): Promise<boolean> {
    for (const path of paths) {
      const known = parent?.files.get(path);
      if (!isNamedByContent(path) && (await this.blobAt(path, known)) !== (known?.[1] ?? null)) return false;
    }
    return true;
  }

  /** Writes what changed from one state to the other. Killed in the middle, `finish` does the rest. */
  async write(parent: Snapshot | null, changes: FolderChanges, after: Snapshot): Promise<void> {
    await this.record.pending.bulkPut(
      [...changes].map(([path, bytes]) => ({ path, before: parent?.files.get(path)?.[1] ?? null, bytes })),
    );
    // Removed first: a name that differs in case alone may be the same file.
    for (const [path, bytes] of changes) if (bytes === null) await this.#put(path, null);
    const files = new Map(after.files);
    for (const [path, bytes] of changes) {
      if (bytes === null) continue;
      await this.#put(path, bytes);
      const file = await fileAt(this.root, path);
      const entry = after.files.get(path);
      if (file !== null && entry !== undefined && !isNamedByContent(path))
        files.set(path, [path, entry[1], file.size, file.lastModified]);
    }
    await this.keep({ id: after.id, files });
    await this.record.pending.clear();
  }

  /** Writes what an earlier push did not get to. What somebody else wrote there meanwhile stays. */
  async finish(): Promise<void> {
    for (const { path, before, bytes } of await this.record.pending.toArray())
      if ((await this.blobAt(path)) === before) await this.#put(path, bytes);
    await this.record.pending.clear();
  }

  async #put(path: string, bytes: Uint8Array<ArrayBuffer> | null): Promise<void> {
    if (bytes !== null) {
      await writeFile(this.root, path, bytes);
      return;
    }
    await removeFile(this.root, path).catch((error: unknown) => {
      if (!isNamed(error, 'NotFoundError')) throw error;
    });
  }
}
