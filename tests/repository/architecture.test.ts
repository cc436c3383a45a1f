import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

/** docs/architecture.md: which layers each layer may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  search: ['core'],
  extract: ['core'],
  formats: ['core', 'extract'],
  disk: ['core'],
  database: ['core', 'search', 'disk'],
  git: ['core'],
  browser: ['core'],
  rpc: ['core', 'browser'],
  ui: ['core', 'browser'],
  worker: ['core', 'search', 'formats', 'disk', 'database', 'browser', 'rpc'],
  content: ['extract', 'formats', 'core', 'browser'],
  pages: ['core', 'search', 'extract', 'formats', 'disk', 'database', 'git', 'browser', 'rpc', 'ui'],
};

const files = sourceFiles();

/** What is wrong, by the files' paths: a test compares with none. */
function where(predicate: (file: SourceFile) => boolean): readonly string[] {
  return files.filter(predicate).map(({ path }) => path);
}

function importsOf(file: SourceFile, layer: string): readonly string[] {
  return file.imports.filter((path) => path.startsWith(`src/${layer}/`));
}

test('every folder of src is a layer of the table', () => {
  expect([...new Set(files.map(({ layer }) => layer))].filter((layer) => !(layer in mayImport))).toEqual([]);
});

describe.each(Object.entries(mayImport))('%s', (layer, allowed) => {
  test(`imports nothing but ${['itself', ...allowed].join(', ')}`, () => {
    const strangers = files
      .filter((file) => file.layer === layer)
      .flatMap((file) => file.imports.map((path) => ({ from: file.path, path })))
      .filter(({ path }) => path.startsWith('src/'))
      .filter(({ path }) => ![layer, ...allowed].includes(path.split('/')[1] ?? ''));
    expect(strangers).toEqual([]);
  });
});

test('no circle of imports, of types neither', () => {
  const graph = new Map(files.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  expect(circles).toEqual([]);
});

test('only the browser layer speaks to the extension API', () => {
  const speaks = /\b(?:browser|chrome)\.[a-z]\w*\.?\w*/;
  expect(where((file) => file.layer !== 'browser' && speaks.test(file.code))).toEqual([]);
  expect(where((file) => file.imports.includes('webextension-polyfill'))).toEqual(['src/browser/browser.ts']);
});

test('only the database knows Dexie, and Git, whose files lie in one of its own', () => {
  const own = (file: SourceFile) => file.layer === 'database' || file.layer === 'git';
  expect(where((file) => !own(file) && file.imports.includes('dexie'))).toEqual([]);
});

test('only the git layer knows Git', () => {
  const knows = (file: SourceFile) => file.imports.some((path) => /^(?:isomorphic-git|buffer)$/.test(path));
  expect(where((file) => file.layer !== 'git' && knows(file))).toEqual([]);
});

test('pages read; only the worker writes', () => {
  const writes = (file: SourceFile) =>
    importsOf(file, 'database').some((path) => path.endsWith('-writes.ts'));
  expect(where((file) => file.layer === 'pages' && writes(file))).toEqual([]);
});

const pureFolders = /^src\/(?:core|search\/(?:query|text|ranking|lists))\//;

test('core and the search folders beside the index are pure', () => {
  const impure = /\b(?:Date\.now|Math\.random|new Date\(\)|performance\.now|crypto\.|fetch\()/;
  expect(where((file) => pureFolders.test(file.path) && impure.test(file.code))).toEqual([]);
});

test('the pure folders of search do not know the index', () => {
  const knows = (file: SourceFile) => file.imports.some((path) => path.startsWith('src/search/index/'));
  expect(where((file) => pureFolders.test(file.path) && knows(file))).toEqual([]);
});

test('the worker keeps nothing in a variable of a module: it may end at any time', () => {
  expect(where((file) => file.layer === 'worker' && /^(?:export )?(?:let|var) /m.test(file.code))).toEqual(
    [],
  );
});

test('one listener for messages, one sender', () => {
  expect(where((file) => file.code.includes('runtime.onMessage.addListener'))).toEqual([
    'src/browser/runtime-messages.ts',
  ]);
  expect(where((file) => file.code.includes('runtime.sendMessage'))).toEqual([
    'src/browser/runtime-messages.ts',
  ]);
});

test('no string becomes HTML, code or a style but by DOMPurify and DOMParser', () => {
  const sinks =
    /\.(?:innerHTML|outerHTML|srcdoc)\s*=(?!=)|insertAdjacentHTML|document\.write|createContextualFragment|dangerouslySetInnerHTML|setHTMLUnsafe|\beval\(|new Function\(|setTimeout\(\s*['"`]/;
  expect(where((file) => sinks.test(file.code))).toEqual([]);
});

test('entry files only wire', () => {
  const long = files.filter(
    ({ path, code }) =>
      /\/main\.tsx?$/.test(path) && code.split('\n').filter((line) => line.trim() !== '').length > 60,
  );
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('no folder for what has no place', () => {
  const vague = /(?:^|\/)(?:utils?|helpers?|common|managers?|misc|shared)(?:\/|\.tsx?$)/;
  expect(where(({ path }) => vague.test(path))).toEqual([]);
});
