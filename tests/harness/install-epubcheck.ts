import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';

const places = ['/usr/share/java/epubcheck.jar'];

/** The checker of the W3C for books: found, or on Debian as root installed. Throws with what to install by hand. */
export function ensureEpubcheck(): string {
  const found = process.env['EPUBCHECK_PATH'] ?? places.find((path) => existsSync(path));
  if (found !== undefined) return realpathSync(found);
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'epubcheck']])
      spawnSync('apt-get', args, { env, stdio: 'ignore' });
  }
  const installed = places.find((path) => existsSync(path));
  if (installed === undefined)
    throw new Error(
      'epubcheck.jar and Java are needed: apt-get install epubcheck, or EPUBCHECK_PATH=/path/to/epubcheck.jar',
    );
  return realpathSync(installed);
}
