import { onTestFinished } from 'vitest';
import {
  type SyncFolderRecord,
  deleteSyncFolderRecord,
  openSyncFolderRecord,
} from '../../src/database/sync/sync-folder-record.ts';
import { fileAt, removeFile, writeFile } from '../../src/disk/directory-files.ts';
import type { Carrier } from '../../src/pages/sync/carrier.ts';
import { openFolder } from '../../src/pages/sync/folder/open-folder.ts';
import { SyncingDevice } from './syncing-device.ts';

/** A real directory, of the browser's own file system, in place of the user's. */
export class SharedFolder {
  private constructor(readonly root: FileSystemDirectoryHandle) {}

  static async make(): Promise<SharedFolder> {
    const top = await navigator.storage.getDirectory();
    const name = `test-folder-${crypto.randomUUID()}`;
    onTestFinished(() => top.removeEntry(name, { recursive: true }));
    return new SharedFolder(await top.getDirectoryHandle(name, { create: true }));
  }

  /** All texts by path. */
  async files(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    const read = async (folder: FileSystemDirectoryHandle, prefix: string) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory')
          await read(await folder.getDirectoryHandle(name), `${prefix}${name}/`);
        else found[`${prefix}${name}`] = await (await (await folder.getFileHandle(name)).getFile()).text();
      }
    };
    await read(this.root, '');
    return found;
  }

  async pathOf(matches: (path: string) => boolean): Promise<string> {
    const path = Object.keys(await this.files()).find((each) => matches(each));
    if (path === undefined) throw new Error(`no such file: ${Object.keys(await this.files()).join(', ')}`);
    return path;
  }

  async read(path: string): Promise<string> {
    return (await (await fileAt(this.root, path))?.text()) ?? '';
  }

  async write(path: string, text: string): Promise<void> {
    await writeFile(this.root, path, new TextEncoder().encode(text));
  }

  async remove(path: string): Promise<void> {
    await removeFile(this.root, path);
  }

  /** As a program that carries folders: this one has the other's files now, but for those that `keeps` says. */
  async takeFrom(other: SharedFolder, keeps: (path: string) => boolean = () => false): Promise<void> {
    const [own, theirs] = [await this.files(), await other.files()];
    for (const [path, text] of Object.entries(theirs))
      if (own[path] !== text && !keeps(path)) await this.write(path, text);
    for (const path of Object.keys(own))
      if (theirs[path] === undefined && !keeps(path)) await this.remove(path);
  }

  /** What one device knows of the folder; null for a place of its own. */
  async record(): Promise<SyncFolderRecord> {
    const name = `test-sync-folder-${crypto.randomUUID()}`;
    const record = await openSyncFolderRecord(name);
    onTestFinished(async () => {
      record.close();
      await deleteSyncFolderRecord(name);
    });
    await record.folder.put({ id: 'folder', handle: this.root, clearsCopy: false });
    return record;
  }

  async carrier(record: SyncFolderRecord): Promise<Carrier> {
    return await openFolder({
      record,
      mayWrite: () => Promise.resolve(true),
      now: Date.now,
      pause: () => Promise.resolve(),
      clearCopy: () => Promise.resolve(),
    });
  }

  /** A library that meets others in this folder. */
  async device(name: string, clock: number): Promise<SyncingDevice> {
    const repository = await this.carrier(await this.record());
    return await SyncingDevice.make({ repository, commits: [] }, name, clock);
  }
}
