import { Dexie, type EntityTable } from 'dexie';

interface StoredFile {
  /** From the root of the repository, with no slash at the start: `objects/ab/cdef…`. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of objects that wait in memory before they are written together. */
const mostWaiting = 4_000_000;
const isObject = /^objects\/[\da-f]{2}\//;

/**
 * Files by path, in a database of their own, which may be deleted at any time: all that is in it comes from the library or
 * from the remote. Single objects wait in memory and are written together, since they come by the thousand.
 */
export class StoredFiles {
  readonly #files: EntityTable<StoredFile, 'path'>;
  readonly #waiting = new Map<string, StoredFile>();
  #waitingBytes = 0;
  /** Paths of single objects that are stored: few, and each object is looked for here before it is looked for in packs. */
  #single: Promise<Set<string>> | null = null;

  private constructor(private readonly database: Dexie & { files: EntityTable<StoredFile, 'path'> }) {
    this.#files = database.files;
  }

  static async open(name: string): Promise<StoredFiles> {
    const database = new Dexie(name, { cache: 'disabled' }) as Dexie & {
      files: EntityTable<StoredFile, 'path'>;
    };
    database.version(1).stores({ files: 'path' });
    await database.open();
    return new StoredFiles(database);
  }

  async get(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const waiting = this.#waiting.get(path);
    if (waiting !== undefined) return waiting.bytes;
    if (isObject.test(path) && !(await this.#singleObjects()).has(path)) return undefined;
    return (await this.#files.get(path))?.bytes;
  }

  async #singleObjects(): Promise<Set<string>> {
    this.#single ??= this.#files
      .where('path')
      .between('objects/0', 'objects/g')
      .primaryKeys()
      .then((paths) => new Set(paths));
    return await this.#single;
  }

  async put(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (isObject.test(path)) {
      this.#waiting.set(path, { path, bytes });
      this.#waitingBytes += bytes.byteLength;
      if (this.#waitingBytes > mostWaiting) await this.flush();
      return;
    }
    // A reference never names an object that is not there yet.
    await this.flush();
    await this.#files.put({ path, bytes });
  }

  async delete(path: string): Promise<void> {
    this.#waiting.delete(path);
    await this.#files.delete(path);
  }

  /** Names directly below a folder. */
  async namesIn(folder: string): Promise<string[]> {
    await this.flush();
    const prefix = folder === '' ? '' : `${folder}/`;
    const paths = await this.#files.where('path').startsWith(prefix).primaryKeys();
    return [...new Set(paths.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))];
  }

  async hasFolder(folder: string): Promise<boolean> {
    if (folder === '') return true;
    return (await this.#files.where('path').startsWith(`${folder}/`).limit(1).count()) > 0;
  }

  /** Bytes of all files. */
  async size(): Promise<number> {
    let bytes = 0;
    await this.#files.each((file) => (bytes += file.bytes.byteLength));
    return bytes;
  }

  async flush(): Promise<void> {
    const rows = [...this.#waiting.values()];
    if (rows.length === 0) return;
    await this.#files.bulkPut(rows);
    const single = await this.#singleObjects();
    for (const { path } of rows) single.add(path);
    for (const { path, bytes } of rows)
      if (this.#waiting.delete(path)) this.#waitingBytes -= bytes.byteLength;
  }

  close(): void {
    this.database.close();
  }
}
