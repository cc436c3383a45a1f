import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import { blocksOfMarkdown } from '../search/corpus/markdown-blocks.ts';
import { type TextPair, joined } from './text-pair.ts';

const token = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]|[\p{L}\p{M}\p{N}_]+|\s+|[^]/gu;

/** Oldest and newest version of every Markdown file that changed, in each git repository of the folder. */
export function* gitPairs(folder: string, mostPerRepository: number): Generator<TextPair> {
  const isRepository = existsSync(join(folder, 'HEAD')) || existsSync(join(folder, '.git'));
  const repositories = isRepository ? [folder] : readdirSync(folder).map((name) => join(folder, name));
  for (const repository of repositories) {
    if (!existsSync(join(repository, 'HEAD')) && !existsSync(join(repository, '.git'))) continue;
    let count = 0;
    const changed = [...historyOf(repository)].flatMap(([file, commits]) => {
      const [newest = '', oldest = ''] = [commits[0], commits.at(-1)];
      return newest === oldest ? [] : [{ file, names: [`${oldest}:${file}`, `${newest}:${file}`] }];
    });
    for (let at = 0; at < changed.length && count < mostPerRepository; at += filesAtOnce) {
      const some = changed.slice(at, at + filesAtOnce);
      const texts = textsOf(
        repository,
        some.flatMap(({ names }) => names),
      );
      for (const [index, { file }] of some.entries()) {
        const pair = pairOf(`${repository}:${file}`, texts[2 * index] ?? null, texts[2 * index + 1] ?? null);
        if (pair === null || count >= mostPerRepository) continue;
        count += 1;
        yield pair;
      }
    }
  }
}

/** Files whose versions are read by one call of git. */
const filesAtOnce = 50;

function pairOf(name: string, before: string | null, after: string | null): TextPair | null {
  if (before === null || after === null || before === after) return null;
  const [earlier, later] = [blocksOfMarkdown(before), blocksOfMarkdown(after)];
  const size = joined(earlier).length;
  if (size < 400 || size > 100_000 || joined(later).length > 200_000) return null;
  return { name, earlier, later, truth: wordTruth(joined(earlier), joined(later)) };
}

/** By a diff of all words of both texts: a judge that does not know blocks. */
function wordTruth(before: string, after: string): Int32Array {
  const truth = new Int32Array(before.length).fill(-1);
  let [from, to] = [0, 0];
  for (const { added, removed, value } of diffArrays(before.match(token) ?? [], after.match(token) ?? [])) {
    const { length } = value.join('');
    if (removed) from += length;
    else if (added) to += length;
    else for (let at = 0; at < length; at += 1) truth[from++] = to++;
  }
  return truth;
}

/** The commits of each Markdown file, newest first. */
function historyOf(repository: string): ReadonlyMap<string, readonly string[]> {
  const log = git(repository, [
    'log',
    '--no-merges',
    '--diff-filter=AM',
    '--format=commit %H',
    '--name-only',
    '--',
    '*.md',
    '*.mdx',
  ]);
  const history = new Map<string, string[]>();
  let commit = '';
  for (const line of (log ?? '').split('\n')) {
    if (line.startsWith('commit ')) commit = line.slice(7);
    else if (line !== '') history.set(line, [...(history.get(line) ?? []), commit]);
  }
  return history;
}

/** What stands under each name (`commit:path`), in their order; null where git has nothing. */
function textsOf(repository: string, names: readonly string[]): readonly (string | null)[] {
  const output = execFileSync('git', ['-C', repository, 'cat-file', '--batch'], {
    input: `${names.join('\n')}\n`,
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let at = 0;
  return names.map(() => {
    const end = output.indexOf(10, at);
    const [, kind, size = '0'] = output.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob') return null;
    const text = output.toString('utf8', at, at + Number(size));
    at += Number(size) + 1;
    return text;
  });
}

function git(repository: string, command: readonly string[]): string | null {
  try {
    return execFileSync('git', ['-C', repository, ...command], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}
