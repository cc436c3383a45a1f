import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { indexAfter } from '../../src/formats/repository/library-files.ts';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { round, table } from '../statistics.ts';
import type { RepositoryStep, StepMeasure } from './in-page-repository.ts';

/**
 * npm run bench:repository [-- --clips 10000 --encrypted]
 * A made library of 7 kB of text a clip, five clips a day, as the files of a repository: how long writing, reading and merging
 * take in Chromium, and how many bytes Git has to send for one changed clip (its new objects, compressed, without deltas).
 */
const { values } = parseArgs({
  options: { clips: { type: 'string', default: '10000' }, encrypted: { type: 'boolean', default: false } },
});
const count = Number(values.clips);
const stepSize = 1_000;

const bundle = await bundleScript('bench/repository/in-page-repository.ts');
const browser = await launchBrowser();
const root = mkdtempSync(join(tmpdir(), 'clipshelf-repository-'));
const index = new Map<string, Map<string, string>>();

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], {
    cwd: root,
    stdio: 'ignore',
  });
}

async function measure(step: Omit<RepositoryStep, 'count' | 'encrypted'>, all = count): Promise<StepMeasure> {
  // A tab of its own: what a step leaves behind is not the next one's memory.
  const tab = await PageTab.open(browser);
  await tab.show('https://bench.example/', '<!doctype html><title>bench</title>');
  const made = await tab.evaluate(
    `${bundle}\nclipshelfBundle(${JSON.stringify({ ...step, encrypted: values.encrypted, count: all })});`,
  );
  await tab.close();
  return made as StepMeasure;
}

function store({ files, lines }: StepMeasure): void {
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [path, content] of files) put(path, Buffer.from(content, 'base64'));
  for (const [path, line] of lines) {
    const day = index.get(path) ?? new Map<string, string>();
    day.set(line.slice(0, 50), line);
    index.set(path, day);
    const ids = [...day.values()].map((each) => [/"id":"([^"]*)"/.exec(each)?.[1] ?? '', each] as const);
    put(path, indexAfter('', new Map(ids)));
  }
}

/** Bytes of all objects that are not packed. */
function looseBytes(): { readonly objects: number; readonly bytes: number } {
  const objects = join(root, '.git/objects');
  const files = readdirSync(objects)
    .filter((name) => /^[\da-f]{2}$/.test(name))
    .flatMap((name) => readdirSync(join(objects, name)).map((file) => join(objects, name, file)));
  return { objects: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

try {
  git('init', '-q');
  git('config', 'gc.auto', '0');
  const total = { share: 0, write: 0, read: 0, merge: 0, bytes: 0, heap: 0 };
  for (let from = 0; from < count; from += stepSize) {
    const step = await measure({ from, to: Math.min(count, from + stepSize), edit: 'none' });
    store(step);
    for (const part of ['share', 'write', 'read', 'merge'] as const) total[part] += step[part];
    total.bytes += step.files.reduce((sum, [, content]) => sum + Buffer.byteLength(content, 'base64'), 0);
    total.heap = Math.max(total.heap, step.heap);
  }
  git('add', '-A');
  git('commit', '-qm', 'all');
  git('repack', '-adq');
  const packs = join(root, '.git/objects/pack');
  const packed = readdirSync(packs).reduce((sum, file) => sum + statSync(join(packs, file)).size, 0);
  console.log(
    `${count} clips: ${round(total.bytes / 1e6)} MB of files, ${round(packed / 1e6)} MB packed by git`,
  );
  console.log(
    table(
      ['', 'seconds', 'ms a clip'],
      (['share', 'write', 'read', 'merge'] as const).map((part) => [
        part,
        round(total[part] / 1_000),
        round(total[part] / count),
      ]),
    ),
  );
  console.log(
    `largest heap of a step of ${stepSize}: ${round(total.heap / 1e6)} MB, with all files of it in memory`,
  );
  const rows: (readonly string[])[] = [];
  const middle = Math.floor(count / 2);
  const changes = [
    ...(['star', 'tag', 'note', 'title'] as const).map((edit) => ({ name: edit, edit, at: middle })),
    { name: 'new clip', edit: 'none' as const, at: count },
  ];
  for (const { name, edit, at } of changes) {
    store(await measure({ from: at, to: at + 1, edit }, Math.max(count, at + 1)));
    git('add', '-A');
    git('commit', '-qm', name);
    const { objects, bytes } = looseBytes();
    rows.push([name, String(objects), round(bytes / 1_000)]);
    git('repack', '-adq');
  }
  console.log(table(['one clip changed', 'new objects', 'kB'], rows));
} finally {
  await browser.close();
  rmSync(root, { recursive: true, force: true });
}
