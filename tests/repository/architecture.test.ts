import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

/** docs/architecture.md: which rooms each room may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  article: ['domain'],
  markdown: ['domain', 'article'],
  search: ['domain'],
  exchange: ['domain', 'article', 'markdown'],
  storage: ['domain', 'search'],
  platform: ['domain'],
  messages: ['domain', 'platform'],
  ui: ['domain', 'platform'],
  background: ['domain', 'search', 'exchange', 'markdown', 'storage', 'platform', 'messages'],
  content: ['article', 'domain'],
  pages: ['domain', 'ui', 'messages', 'platform', 'storage', 'article', 'markdown', 'exchange', 'search'],
};

const files = sourceFiles();

/** What is wrong, by the files' paths: a test compares with none. */
function where(predicate: (file: SourceFile) => boolean): readonly string[] {
  return files.filter(predicate).map(({ path }) => path);
}

function importsOf(file: SourceFile, room: string): readonly string[] {
  return file.imports.filter((path) => path.startsWith(`src/${room}/`));
}

test('every folder of src is a room of the table', () => {
  expect([...new Set(files.map(({ room }) => room))].filter((room) => !(room in mayImport))).toEqual([]);
});

describe.each(Object.entries(mayImport))('%s', (room, allowed) => {
  test(`imports nothing but ${['itself', ...allowed].join(', ')}`, () => {
    const strangers = files
      .filter((file) => file.room === room)
      .flatMap((file) => file.imports.map((path) => ({ from: file.path, path })))
      .filter(({ path }) => path.startsWith('src/'))
      .filter(({ path }) => ![room, ...allowed].includes(path.split('/')[1] ?? ''));
    expect(strangers).toEqual([]);
  });
});

test('no circle of imports', () => {
  const graph = new Map(files.map(({ path, runtimeImports }) => [path, runtimeImports]));
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

test('only platform speaks to the browser', () => {
  const speaks = /\b(?:browser|chrome)\.[a-z]\w*\.?\w*/;
  expect(where((file) => file.room !== 'platform' && speaks.test(file.code))).toEqual([]);
  expect(where((file) => file.imports.includes('webextension-polyfill'))).toEqual(['src/browser/browser.ts']);
});

test('only storage knows Dexie', () => {
  expect(where((file) => file.room !== 'storage' && file.imports.includes('dexie'))).toEqual([]);
});

test('pages read; only the worker writes', () => {
  const writes = (file: SourceFile) => importsOf(file, 'storage').some((path) => path.endsWith('-writes.ts'));
  expect(where((file) => file.room === 'pages' && writes(file))).toEqual([]);
});

test('domain is pure', () => {
  const impure = /\b(?:Date\.now|Math\.random|new Date\(\)|performance\.now|crypto\.|fetch\()/;
  expect(where((file) => file.room === 'domain' && impure.test(file.code))).toEqual([]);
});

test('the worker keeps nothing in a variable of a module: it may end at any time', () => {
  expect(where((file) => file.room === 'background' && /^(?:export )?(?:let|var) /m.test(file.code))).toEqual(
    [],
  );
});

test('one listener for messages, one sender', () => {
  expect(where((file) => file.code.includes('onMessage.addListener'))).toEqual([
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

test('no room for what has no place', () => {
  const vague = /(?:^|\/)(?:utils?|helpers?|common|managers?|misc|shared)(?:\/|\.tsx?$)/;
  expect(where(({ path }) => vague.test(path))).toEqual([]);
});
