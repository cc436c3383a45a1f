/**
 * Prepares a release: `npm run release -- X.Y.Z`. Checks that all is in order, builds both packages twice, lints them, and
 * prints their checksums and the notes for the stores. It publishes nothing.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { browsers } from './manifest.ts';
import { inProject } from './paths.ts';
import { releaseNotes } from './release-notes.ts';

function run(command: string, ...args: readonly string[]): void {
  console.log(`\n> ${command} ${args.join(' ')}`);
  execFileSync(command, args, { cwd: inProject(), stdio: 'inherit' });
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}

const [version] = process.argv.slice(2);
if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) stop('usage: npm run release -- X.Y.Z');
const { version: current } = JSON.parse(await readFile(inProject('package.json'), 'utf8')) as {
  version: string;
};
if (current !== version)
  stop(`package.json says ${current}: run npm version ${version} --no-git-tag-version`);
const notes = releaseNotes(await readFile(inProject('CHANGELOG.md'), 'utf8'), version);
if (notes === null) stop(`CHANGELOG.md has nothing under "## ${version}"`);
const changed = execFileSync('git', ['status', '--porcelain'], { cwd: inProject(), encoding: 'utf8' });
if (changed !== '') stop(`commit first:\n${changed}`);

run('npm', 'test');
run('npm', 'run', 'package', '--', '--verify');
run('npm', 'run', 'lint:package');
run('npm', 'run', 'budgets');

const sums = await Promise.all(
  browsers.map(async (browser) => {
    const name = `clipshelf-${browser}-${version}.zip`;
    const bytes = await readFile(inProject('dist', name));
    return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
  }),
);
await writeFile(inProject('dist', 'SHA256SUMS'), `${sums.join('\n')}\n`);
await writeFile(inProject('dist', 'release-notes.md'), `${notes}\n`);
console.log(`\n${sums.join('\n')}\n\n${notes}\n`);
console.log('Next: store/checklist.md says what each store asks for and where it is.');
