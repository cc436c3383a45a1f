import { Failure } from '../../core/failure.ts';
import { decodeText } from '../text/decode-text.ts';
import { entryPath } from '../zip/entry-path.ts';
import { readDirectory, type ZipItem } from '../zip/read-directory.ts';
import { readItem } from '../zip/read-item.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { problem } from './imported-clip.ts';

/** The files of an archive, or of a folder that the reader picked, by their paths; read one by one. */
export interface ArchiveFiles {
  /** In the archive's order. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** Names that were refused. */
  readonly problems: readonly ImportProblem[];
  /** The bytes of a file, or the problem that they cannot be read. A path that is not there is a defect of ours. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | ImportProblem>;
}

/** Throws `import/unreadable` or `import/too-large` where the archive as a whole cannot be taken on. */
export async function filesOfZip(file: Blob): Promise<ArchiveFiles> {
  const items = new Map<string, ZipItem>();
  const problems: ImportProblem[] = [];
  for (const item of await readDirectory(file)) {
    const path = entryPath(item.name);
    if (path === null) problems.push(problem('unsafe-name', item.name));
    else if (items.has(path)) problems.push(problem('duplicate-name', path, { entry: path }));
    else if (!isClutter(path)) items.set(path, item);
  }
  return {
    paths: [...items.keys()],
    has: (path) => items.has(path),
    problems,
    async read(path) {
      const item = items.get(path);
      if (item === undefined) throw new Failure('bug', `no ${path} in the archive`);
      try {
        return await readItem(file, item);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return problem(error.code === 'import/too-large' ? 'too-large' : 'damaged', error.detail, {
          entry: path,
        });
      }
    },
  };
}

/** Largest single file of a folder that is read, in bytes. */
const maxFile = 256 * 2 ** 20;

/** A folder as a file input with `webkitdirectory`, or a directory handle, gives it. */
export function filesOfFolder(files: Iterable<{ readonly path: string; readonly file: Blob }>): ArchiveFiles {
  const byPath = new Map([...files].map(({ path, file }) => [path, file]));
  return {
    paths: [...byPath.keys()].filter((path) => !isClutter(path)).sort(),
    has: (path) => byPath.has(path),
    problems: [],
    async read(path) {
      const file = byPath.get(path);
      if (file === undefined) throw new Failure('bug', `no ${path} in the folder`);
      if (file.size > maxFile) return problem('too-large', path, { entry: path });
      return new Uint8Array(await file.arrayBuffer());
    },
  };
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
