import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';

const connecting = /\b(?:fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon)/;

test('nothing connects to the web but the files that fetch what the reader chose', () => {
  const files = readdirSync(inProject('src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  expect(files.length).toBeGreaterThan(50);
  const found = files.filter((file) => connecting.test(readFileSync(file, 'utf8')));
  expect(found.map((file) => file.slice(inProject('src').length + 1)).toSorted()).toEqual([
    // For the parser page and the worker, below.
    'browser/guarded-frame.ts',
    'browser/public-fetch.ts',
    // In the page that is clipped, what it shows.
    'content/image.ts',
    // Of its own blobs.
    'extract/fetched/parse-document.ts',
    // The user's Git host, once sync is set up.
    'git/git-http.ts',
    'pages/parser/fetch-resource.ts',
    // Pictures: as the page is clipped, or when the user asks for them.
    'worker/images/fetch-image.ts',
  ]);
});
