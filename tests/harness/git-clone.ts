import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitServer } from './git-server.ts';

/** A clone with a work tree, by git itself: what a person has who edits the library by hand. */
export interface GitClone {
  /** Paths of all files, but git's own. */
  files(): readonly string[];
  read(path: string): string;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Commits all that changed and pushes it. */
  publish(message: string): void;
  pull(): void;
  close(): void;
}

export function cloneOf(server: GitServer, name: string): GitClone {
  const folder = mkdtempSync(join(tmpdir(), 'clipshelf-clone-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Me', '-c', 'user.email=me@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  git('clone', '--quiet', server.folder(name), folder);
  return {
    files: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => !path.startsWith('.git') && /\.\w+$/.test(path))
        .toSorted(),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (path, text) => writeFileSync(join(folder, path), text),
    remove: (path) => rmSync(join(folder, path)),
    publish(message) {
      git('add', '--all');
      git('commit', '--quiet', '-m', message);
      git('push', '--quiet');
    },
    pull: () => void git('pull', '--quiet'),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
