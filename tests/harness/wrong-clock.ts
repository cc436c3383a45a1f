import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const folder = '/usr/lib';
const library = 'faketime/libfaketimeMT.so.1';

/** The environment in which a program's clock is so many days ahead; its timers run as ever. Throws where libfaketime cannot be had. */
export function wrongClock(days: number): Readonly<Record<string, string>> {
  const path = find() ?? install();
  if (path === null) throw new Error('libfaketime is needed: apt-get install libfaketime');
  return { LD_PRELOAD: path, FAKETIME: `+${String(days)}d`, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

function find(): string | null {
  const places = readdirSync(folder).filter((name) => name.endsWith('-linux-gnu'));
  return places.map((place) => `${folder}/${place}/${library}`).find((path) => existsSync(path)) ?? null;
}

function install(): string | null {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return null;
  console.log('No libfaketime here: installing Debian’s …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'libfaketime']])
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return find();
}
