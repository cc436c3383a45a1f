import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const files = new Map(sourceFiles().map((file) => [file.path, file]));

/** All that is loaded with a file. */
function loadedWith(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    waiting.push(...(files.get(path)?.loadedImports ?? []));
  }
  return loaded;
}

const ofSync = /^(?:isomorphic-git|pako|src\/git\/.*|src\/pages\/sync\/.*|src\/formats\/repository\/.*)$/;

test.each([
  'src/worker/main.ts',
  'src/pages/popup/main.tsx',
  'src/pages/panel/main.tsx',
  'src/pages/parser/main.ts',
])('Git and what reads a repository are not loaded with %s', (entry) => {
  const loaded = loadedWith(entry);
  expect(loaded.size).toBeGreaterThan(20);
  expect([...loaded].filter((path) => ofSync.test(path))).toEqual([]);
});

test('the popup and the panel load nothing of sync at all', () => {
  for (const entry of ['src/pages/popup/main.tsx', 'src/pages/panel/main.tsx'])
    expect([...loadedWith(entry)].filter((path) => path.includes('sync'))).toEqual([]);
});

test.each(['src/pages/sync/sync-steps.ts', 'src/pages/sync/own-repository.ts', 'src/pages/options/main.tsx'])(
  'what encrypts a repository is not loaded with %s',
  (entry) => {
    const loaded = loadedWith(entry);
    expect(loaded.size).toBeGreaterThan(10);
    expect([...loaded].filter((path) => /encrypt.*\.ts$|git\/encryption\//.test(path))).toEqual([]);
  },
);

test('the first sync is what loads it', () => {
  expect(files.get('src/pages/parser/main.ts')?.runtimeImports).toContain('src/pages/sync/sync-steps.ts');
  expect([...loadedWith('src/pages/sync/own-repository.ts')]).toContain('isomorphic-git');
});
