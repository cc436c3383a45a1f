import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's packages of manuals in HTML, by the beginning of their names: versions are part of some. */
const packages = [
  String.raw`python3\.[0-9]+-doc`,
  'postgresql-doc-[0-9]+',
  'git-doc',
  'nodejs-doc',
  'sqlite3-doc',
  'doxygen-doc',
  String.raw`libstdc\+\+-[0-9]+-doc`,
  'python-flask-doc',
  'python-jinja2-doc',
  'python-requests-doc',
  'python-aiohttp-doc',
  'python-scrapy-doc',
  'python-werkzeug-doc',
  'linux-doc-[0-9.]+',
  'rust-doc',
  'golang-[0-9.]+-doc',
];

/**
 * Gets the packages that this system's sources have and unpacks each into a folder of its own, once. Nothing is
 * installed, so that it needs no rights.
 */
export function getManuals(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const known = run('apt-cache', ['pkgnames'], folder).split('\n');
  for (const pattern of packages) {
    const name = known
      .filter((each) => new RegExp(`^${pattern}$`).test(each))
      .toSorted(byVersion)
      .at(-1);
    if (name === undefined) console.log(`no package ${pattern}`);
    else if (!existsSync(join(folder, name))) unpack(name, folder);
  }
}

function unpack(name: string, folder: string): void {
  run('apt-get', ['download', name], folder);
  const file = readdirSync(folder).find((each) => each.startsWith(`${name}_`) && each.endsWith('.deb'));
  if (file === undefined) return console.log(`${name} was not got`);
  run('dpkg-deb', ['-x', file, name], folder);
  rmSync(join(folder, file));
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { stdout, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 });
  if (error !== undefined) throw error;
  return stdout;
}
