import type { GitFiles } from '../../src/git/git-files.ts';

/** Files of a repository in memory: what the code over them does is the same in Node. */
export function memoryFiles(): GitFiles & { readonly size: () => number } {
  const files = new Map<string, Uint8Array>();
  const key = (name: string) =>
    name
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/');
  const missing = (name: string) => Object.assign(new Error(`ENOENT: ${name}`), { code: 'ENOENT' });
  const below = (folder: string) =>
    [...files.keys()].filter((path) => path.startsWith(folder === '' ? '' : `${folder}/`));
  const stat = async (name: string) => {
    const path = key(name);
    const isFile = files.has(path);
    if (!isFile && path !== '' && below(path).length === 0) throw missing(name);
    await Promise.resolve();
    return { isFile: () => isFile, isDirectory: () => !isFile, isSymbolicLink: () => false };
  };
  const nothing = () => Promise.resolve();
  return {
    size: () => [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0),
    flush: nothing,
    close: () => undefined,
    fs: {
      promises: {
        async readFile(name: string, options?: { encoding?: string } | string) {
          const bytes = files.get(key(name));
          if (bytes === undefined) throw missing(name);
          await Promise.resolve();
          const encoding = typeof options === 'string' ? options : options?.encoding;
          return encoding === 'utf8' ? new TextDecoder().decode(bytes) : bytes;
        },
        async writeFile(name: string, data: Uint8Array | string) {
          files.set(
            key(name),
            typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data),
          );
          await Promise.resolve();
        },
        async unlink(name: string) {
          files.delete(key(name));
          await Promise.resolve();
        },
        async readdir(name: string) {
          const folder = key(name);
          await Promise.resolve();
          const from = folder === '' ? 0 : folder.length + 1;
          return [...new Set(below(folder).map((path) => path.slice(from).split('/')[0] ?? ''))];
        },
        stat,
        lstat: stat,
        mkdir: nothing,
        rmdir: nothing,
        readlink: nothing,
        symlink: nothing,
      },
    },
  };
}
