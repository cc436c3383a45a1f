import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';

const text = (path: string) => readFileSync(inProject(path), 'utf8');
/** What git keeps; a clone without git would not be a clone. */
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: inProject(), encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(inProject(path)));
const documents = tracked.filter((path) => path.endsWith('.md') && !path.startsWith('tests/fixtures/'));
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };

describe.each(documents)('%s', (document) => {
  test('names only files that exist', () => {
    const named = [...text(document).matchAll(/`((?:src|tests|build|bench|docs|public)\/[\w./-]*[\w/])`/g)];
    expect(named.map((match) => match[1] ?? '').filter((path) => !existsSync(inProject(path)))).toEqual([]);
  });

  test('shows only files that exist in its diagrams', () => {
    const blocks = text(document).match(/^```\n[\s\S]*?^```$/gm) ?? [];
    const shown = [...blocks.join('\n').matchAll(/\b(?:src|tests|build|docs)\/[\w./-]+\.\w+/g)].map(
      ([path]) => path,
    );
    expect(shown.filter((path) => !existsSync(inProject(path)))).toEqual([]);
  });

  test('links only to files that exist', () => {
    const links = [...text(document).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(links.filter((link) => !existsSync(inProject(join(dirname(document), link))))).toEqual([]);
  });

  test('names only scripts that package.json has', () => {
    const named = [...text(document).matchAll(/npm run (?:-s )?(\w[\w:-]*)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('comments name only files that exist', () => {
  const sources = tracked.filter(
    (path) => /^(?:src|tests|build|bench)\/.*\.tsx?$/.test(path) && !path.startsWith('tests/fixtures/'),
  );
  const missing = sources.flatMap((path) => {
    const comments = text(path).match(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/ .*$/gm) ?? [];
    const named = [...comments.join('\n').matchAll(/(?<![\w:/.…*-])(?:[\w-]+\/)+[\w.-]+\.(?:tsx?|md)\b/g)];
    return named
      .map(([name]) => name)
      .filter((name) => !tracked.some((file) => file === name || file.endsWith(`/${name}`)))
      .map((name) => `${path}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test('package-lock.json names packages, not where some machine got them', () => {
  expect(text('package-lock.json')).not.toContain('"resolved"');
});

test('no address of a registry and no path of some machine', () => {
  const foreign =
    /registry\.npmjs|npmmirror|registry\.yarnpkg|(?<![\w.]|file:\/\/)\/(?:home|Users|work)\/\w+/;
  const own = 'tests/repository/files.test.ts';
  const suspects = tracked.filter(
    (path) => /\.(?:tsx?|jsonc?|md|mjs|css|html|ya?ml)$|^\.ci\//.test(path) && path !== own,
  );
  expect(suspects.filter((path) => foreign.test(text(path)))).toEqual([]);
});

test('an options page is in the manifest', () => {
  const { options_ui: options } = JSON.parse(text('manifest.json')) as { options_ui?: { page: string } };
  expect(existsSync(inProject('src/pages/options/index.html'))).toBe(
    options?.page === 'pages/options/index.html',
  );
});
