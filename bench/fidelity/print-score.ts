import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Runs the corpus' own scorer (a folder with score.mjs, installed) on what was written. */
export function printScore(scorer: string, out: string, site: string | undefined): void {
  if (!existsSync(join(scorer, 'score.mjs')) || !existsSync(join(scorer, 'node_modules'))) {
    console.log(`no installed scorer in ${scorer}: copy it to a writable place and run npm install there`);
    return;
  }
  const args = [
    'score.mjs',
    '--adapter',
    'adapters/outputs.mjs',
    ...(site === undefined ? [] : ['--site', site]),
  ];
  spawnSync(process.execPath, args, {
    cwd: scorer,
    env: { ...process.env, OUT: resolve(out) },
    stdio: 'inherit',
  });
}
