import { Failure } from '../../../core/failure.ts';
import type { ImportProblem } from '../../../core/job/import-problem.ts';
import { decodeText } from '../../text/decode-text.ts';
import { entryPath } from '../../zip/entry-path.ts';
import { looksLikeZip, readDirectory, type ZipItem } from '../../zip/read-directory.ts';
import { readItem } from '../../zip/read-item.ts';
import { zipLimits } from '../../zip/zip-limits.ts';
import { problem } from '../imported-clip.ts';
import { looksLikeTar, readTar, type TarItem } from './tar.ts';

/** The files of an archive, or of a folder that the user picked, by their paths; read one by one. */
export interface ArchiveFiles {
  /** In the archive's order. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** Names that were refused. */
  readonly problems: readonly ImportProblem[];
  /** The bytes of a file, or the problem that they cannot be read. A path that is not there is a defect of ours. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | ImportProblem>;
}

/** Where the bytes of one file are. */
type ReadBytes = () => Promise<Uint8Array<ArrayBuffer>>;

/** Archives in archives, as Notion and Takeout make them for large exports: one level, and no more than these. */
const maxInner = 200;

/** Null where the file is no archive. Throws `import/unreadable` or `import/too-large` where it cannot be taken on. */
export async function filesOfArchive(file: Blob): Promise<ArchiveFiles | null> {
  const start = new Uint8Array(await file.slice(0, 512).arrayBuffer());
  if (!looksLikeZip(start) && !looksLikeTar(start)) return null;
  const collected = new CollectedFiles();
  await collected.add('', file, start);
  await collected.openInner();
  return collected;
}

/** A zip as it is, archives in it unopened. Throws `import/unreadable` or `import/too-large`. */
export async function filesOfZip(file: Blob): Promise<ArchiveFiles> {
  const collected = new CollectedFiles();
  await collected.add('', file, new Uint8Array());
  return collected;
}

class CollectedFiles implements ArchiveFiles {
  private readonly files = new Map<string, ReadBytes>();
  readonly problems: ImportProblem[] = [];

  get paths(): readonly string[] {
    return [...this.files.keys()];
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  async read(path: string): Promise<Uint8Array<ArrayBuffer> | ImportProblem> {
    const bytesOf = this.files.get(path);
    if (bytesOf === undefined) throw new Failure('bug', `no ${path} in the archive`);
    try {
      return await bytesOf();
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'bug') throw error;
      return problem(error.code === 'import/too-large' ? 'too-large' : 'damaged', error.detail, {
        entry: path,
      });
    }
  }

  async add(folder: string, file: Blob, start: Uint8Array): Promise<void> {
    if (looksLikeTar(start)) {
      const { items, cutAt } = await readTar(file);
      for (const item of items) this.keep(folder + item.name, item.name, tarBytes(file, item));
      if (cutAt !== null) this.problems.push(problem('cut-off', cutAt, cutAt === '' ? {} : { entry: cutAt }));
      return;
    }
    for (const item of await readDirectory(file))
      this.keep(folder + item.name, item.name, zipBytes(file, item));
  }

  private keep(whole: string, name: string, bytes: ReadBytes): void {
    const path = entryPath(name) === null ? null : entryPath(whole);
    if (path === null) this.problems.push(problem('unsafe-name', name));
    else if (this.files.has(path)) this.problems.push(problem('duplicate-name', path, { entry: path }));
    else if (!isClutter(path)) this.files.set(path, bytes);
  }

  /** An archive within counts as a folder of its name. What cannot be opened is named, and the rest is read. */
  async openInner(): Promise<void> {
    const inner = this.paths.filter((path) => /\.zip$/i.test(path)).slice(0, maxInner);
    for (const path of inner) {
      const bytes = await this.read(path);
      this.files.delete(path);
      if (!(bytes instanceof Uint8Array)) {
        this.problems.push(bytes);
        continue;
      }
      try {
        const folder = inner.length === 1 ? '' : `${path.replace(/\.zip$/i, '')}/`;
        await this.add(folder, new Blob([bytes]), bytes.subarray(0, 512));
      } catch (error) {
        if (!(error instanceof Failure) || error.code === 'bug') throw error;
        const reason = error.code === 'import/too-large' ? 'too-large' : 'damaged';
        this.problems.push(problem(reason, error.detail, { entry: path }));
      }
    }
  }
}

function tarBytes(file: Blob, { name, from, to }: TarItem): ReadBytes {
  return async () => {
    if (to - from > zipLimits.item) throw new Failure('import/too-large', `${name}: ${to - from} bytes`);
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  };
}

function zipBytes(file: Blob, item: ZipItem): ReadBytes {
  return () => readItem(file, item);
}

/** The text of a file of the archive, or null with the problems that it has. */
export async function readText(
  files: ArchiveFiles,
  path: string,
): Promise<{ readonly text: string | null; readonly problems: readonly ImportProblem[] }> {
  const bytes = await files.read(path);
  if (!(bytes instanceof Uint8Array)) return { text: null, problems: [bytes] };
  const { text, damagedAt } = decodeText(bytes);
  const problems = damagedAt === null ? [] : [problem('encoding', path, { entry: path, line: damagedAt })];
  return { text, problems };
}

/** What systems and editors leave in folders and archives. */
function isClutter(path: string): boolean {
  return path.split('/').some((part) => part === '__MACOSX' || part.startsWith('.') || part === 'Thumbs.db');
}
