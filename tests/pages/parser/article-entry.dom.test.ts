import { expect, test } from 'vitest';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { articleEntry } from '../../../src/pages/parser/article-entry.ts';
import { createReadApart } from '../../../src/pages/parser/read-apart.ts';
import { fromBase64 } from '../../../src/core/base64.ts';
import { makeZip } from '../../factories/zip.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const paragraph = `<p>${'A lock lifts a boat from the lower water to the upper one, and the keeper rings a bell. '.repeat(5)}</p>`;

async function entriesOf(content: BlobPart, name: string) {
  const { entries } = await importFile(new Blob([content]), name);
  const all: Awaited<ReturnType<typeof articleEntry>>[] = [];
  for await (const entry of entries) {
    if (entry.kind === 'problem') throw new Error(entry.reason);
    all.push(await articleEntry(entry.clip, entry.remarks, { now: 5, readApart: createReadApart(null) }));
  }
  return all;
}

test('a page that SingleFile saved: the article by the extractor, its pictures beside it', async () => {
  // Pictures that are there several times stand in a variable of the style; the fill is beyond what a sign has.
  const large = `data:image/png;base64,${btoa(atob(png) + '\0'.repeat(400))}`;
  const html = `<!DOCTYPE html><html><!--
 Page saved with SingleFile
 url: https://ferry.example/locks
 saved date: Wed Mar 06 2024 09:08:07 GMT+0800 (China Standard Time)
--><head><style>:root{--sf-img-1:url("${large}")}</style><title>Locks | Ferry</title></head><body><nav>home archive</nav>
<article><h1>Locks</h1>${paragraph}${paragraph}<pre><code class="language-c">lock(&amp;chamber);</code></pre>
<p><img alt="gate" src="${large}"></p>${paragraph}
<p><img alt="chamber" src="data:image/svg+xml,<svg/>" style="background-image:var(--sf-img-1)!important"></p>${paragraph}</article></body></html>`;
  const [entry] = await entriesOf(html, 'locks.html');
  if (entry?.kind !== 'article') throw new Error('no article');
  const { article, savedAt, images } = entry.article;
  expect(article).toMatchObject({ url: 'https://ferry.example/locks', title: 'Locks' });
  expect(savedAt).toBe(Date.UTC(2024, 2, 6, 1, 8, 7));
  expect(article.html).toContain('lock(&amp;chamber);');
  expect(article.html).not.toContain('home archive');
  expect(images.map(({ url, type }) => [url, type])).toEqual([
    ['clip-image:1.png', 'image/png'],
    ['clip-image:2.png', 'image/png'],
  ]);
  for (const { url } of images) expect(article.html).toContain(`src="${url}"`);
  expect(entry.remarks).toEqual([]);
});

test('a note of a vault has its pictures; one that is not there leaves its words, and is named', async () => {
  const archive = await makeZip({
    'a.md':
      '---\nurl: https://a.example/post/\n---\n![[map.png|Map]] ![gone](files/gone.png) ==marked== %%hidden%% text ^id',
    'files/map.png': new Uint8Array(fromBase64(png)),
  });
  const [entry] = await entriesOf(archive, 'vault.zip');
  if (entry?.kind !== 'article') throw new Error('no article');
  expect(entry.article.article.html).toBe(
    '<p data-block="0"><img src="clip-image:files/map.png" alt="Map"> gone marked  text</p>',
  );
  expect(entry.article.images).toMatchObject([{ url: 'clip-image:files/map.png', type: 'image/png' }]);
  expect(entry.article.article.integrity).toMatchObject({ found: { images: 2 }, kept: { images: 1 } });
  expect(entry.remarks).toMatchObject([
    { reason: 'missing-picture', excerpt: 'files/gone.png', taken: true },
  ]);
});

test('a saved page without an article comes with all that it says', async () => {
  const [entry] = await entriesOf(
    '<!-- saved from url=(0018)https://b.example/ --><html><head><title>B</title></head><body><p>Body</p></body></html>',
    'b.html',
  );
  if (entry?.kind !== 'article') throw new Error('no article');
  expect(entry.article.article.html).toContain('Body');
  expect(entry.article.article.url).toBe('https://b.example/');
});

test('what is marked comes as highlights; a remark on nothing is part of the note', async () => {
  const csv =
    'url,folder,excerpt,created,note,highlights\nhttps://c.example/,x,,2024-03-01T00:00:00Z,Mine,"Note:of all\n\nHighlight:One\nNote:why"\n';
  const [entry] = await entriesOf(csv, 'r.csv');
  if (entry?.kind !== 'article') throw new Error('no article');
  expect(entry.article.note).toBe('Mine\n\nof all');
  expect(entry.article.highlights).toMatchObject([
    { quote: 'One', note: 'why', range: null, color: 'yellow', origin: 'import' },
  ]);
  expect(await entriesOf(csv, 'r.csv')).toEqual([entry]);
});

test('marks of a Markdown note are highlights at their place, the author’s are not', async () => {
  const note =
    '---\nsource: https://d.example/\n---\n\nSome ==marked `x == y` words== and <mark>his own</mark>.\n\n```go highlight="2"\na\nb\n```\n';
  const [entry] = await entriesOf(note, 'd.md');
  if (entry?.kind !== 'article') throw new Error('no article');
  const { article, highlights } = entry.article;
  expect(article.html).toContain('Some marked <code>x == y</code> words and <mark>his own</mark>.');
  expect(highlights.map(({ quote, range }) => [quote, range?.from])).toEqual([
    ['marked x == y words', { block: 0, offset: 5 }],
    ['b', { block: 1, offset: 2 }],
  ]);
});
