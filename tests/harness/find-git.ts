import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Git is there, or on Debian as root installed. Throws with what to install by hand. */
export function ensureGit(): void {
  if (hasHttpBackend()) return;
  const mayInstall =
    process.platform === 'linux' && existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (mayInstall) {
    console.log('No git here: installing Debian’s …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'git']])
      spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  if (!hasHttpBackend()) throw new Error('git with git-http-backend is needed: apt-get install git');
}

function hasHttpBackend(): boolean {
  const { status, stdout } = spawnSync('git', ['--exec-path'], { encoding: 'utf8' });
  return status === 0 && existsSync(`${stdout.trim()}/git-http-backend`);
}
