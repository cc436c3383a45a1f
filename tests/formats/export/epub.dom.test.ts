import { expect, test } from 'vitest';
import { numberBlocks } from '../../../src/extract/outcome/number-blocks.ts';
import type { ExportClip } from '../../../src/formats/export/clip-markdown.ts';
import { type EpubImage, epubFiles } from '../../../src/formats/export/epub.ts';
import { writeZip } from '../../../src/formats/zip/write-zip.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';
import { collect, noon, utf8 } from '../../factories/zip.ts';

const article = `<h2 id="clip-a b">First &amp; <code>last</code></h2>
<p>See <a href="#clip-a b">above</a>, <a href="#clip-gone">nowhere</a>, <a href="https://x.example/?a=1&amp;b=ü">there</a><br>and <kbd>x</kbd>.</p>
<h4>Deep</h4><h3>Less</h3>
<p><img src="https://img.example/a.png" alt="A chart" width="10" height="auto"> <img src="https://img.example/gone.png" alt="gone"></p>
<p><span data-math="inline">e^{i\\pi}</span> and <span data-math="inline">\\notacommand{</span></p><div data-math="block">\\frac{a}{b}</div>
<table><thead><tr><th align="right">n</th></tr></thead><tbody><tr><td align="justify">1</td></tr></tbody></table>
<div data-tabs=""><section data-tab="npm"><pre><code class="language-bash">npm i\u0001</code></pre></section></div>
<details><p>no summary</p></details>
<p>noted<sup data-footnote-ref="1"><a href="#fn-1">1</a></sup> <time datetime="yesterday">then</time></p>
<section data-footnotes=""><ol><li id="fn-1" data-footnote="1">The note.</li></ol></section>`;

function makeClip(id: string, changes: Partial<ExportClip['clip']> = {}): ExportClip {
  const { clip, body } = makeBackupClip(id, { title: `<${id}> & "co"`, ...changes });
  if (body === null) throw new Error('no body');
  const holder = document.createElement('section');
  holder.append(document.createRange().createContextualFragment(article));
  const blocks = numberBlocks(holder);
  const place = { from: { block: 0, offset: 0 }, to: { block: 0, offset: 5 } };
  const anchor = { ...place, quote: 'First', prefix: '', suffix: '' };
  return {
    clip,
    body: { ...body, html: holder.innerHTML, blocks },
    tags: ['go'],
    highlights: [
      {
        id: 'h',
        clipId: id,
        createdAt: noon,
        changedAt: noon,
        color: 'green',
        note: 'mine <b>',
        tags: [],
        origin: 'reader',
        anchor,
        anchoredIn: null,
        place,
        state: 'sure',
      },
    ],
  };
}

const png: EpubImage = { url: 'https://img.example/a.png', type: 'image/png', bytes: utf8('png') };

async function bookOf(highlights: boolean) {
  const clips = [makeClip('one'), makeClip('two', { language: null, url: 'javascript:alert(1)' })];
  const book = { title: 'A & B', id: '00000000-0000-4000-8000-000000000000', now: noon, highlights };
  const files = await collect(epubFiles(clips, () => Promise.resolve([png]), book));
  return new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
}

function parse(xml: string | undefined): Document {
  const parsed = new DOMParser().parseFromString(xml ?? '', 'application/xhtml+xml');
  expect(parsed.querySelector('parsererror')?.textContent).toBeUndefined();
  return parsed;
}

test('the archive begins with its type, not deflated', async () => {
  const book = { title: 'x', id: '00000000-0000-4000-8000-000000000000', now: noon, highlights: true };
  const chunks = await collect(writeZip(epubFiles([makeClip('one')], () => Promise.resolve([]), book)));
  const start = new TextDecoder('latin1').decode(await new Blob(chunks).slice(0, 58).arrayBuffer());
  expect(start.slice(30)).toBe('mimetypeapplication/epub+zip');
});

test('documents are XML, name every picture in the package, and link to what is there alone', async () => {
  const files = await bookOf(true);
  const opf = parse(files.get('EPUB/package.opf'));
  for (const item of opf.querySelectorAll('item'))
    expect(files.has(`EPUB/${item.getAttribute('href') ?? ''}`)).toBe(true);
  for (const name of ['clip-1.xhtml', 'clip-2.xhtml', 'nav.xhtml']) {
    const page = parse(files.get(`EPUB/${name}`));
    for (const link of page.querySelectorAll('a[href^="#"]'))
      expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull();
    for (const element of page.querySelectorAll('*'))
      expect(element.getAttributeNames().filter((each) => /^(?:data-|on|style$|align$)/.test(each))).toEqual(
        [],
      );
    for (const image of page.querySelectorAll('img'))
      expect(files.has(`EPUB/${image.getAttribute('src') ?? ''}`)).toBe(true);
  }
  expect(files.get('EPUB/clip-2.xhtml')).not.toContain('href="javascript');
  expect(opf.querySelector('#clip-1')?.getAttribute('properties')).toBe('mathml');
});

test('the contents go by clip and heading', async () => {
  const nav = parse((await bookOf(true)).get('EPUB/nav.xhtml'));
  const one = nav.querySelector('nav > ol > li');
  expect(one?.querySelector('a')?.textContent).toBe('<one> & "co"');
  expect([...(one?.querySelectorAll(':scope > ol a') ?? [])].map((link) => link.textContent)).toEqual([
    'First & last',
    'Deep',
    'Less',
  ]);
});

test('formulas are MathML, what nobody can draw is as it was written', async () => {
  const page = parse((await bookOf(true)).get('EPUB/clip-1.xhtml'));
  expect(page.querySelectorAll('math').length).toBe(2);
  expect(page.body.textContent).toContain('\\notacommand{');
});

test('highlights and their notes are there by choice', async () => {
  const [page, bare] = [await bookOf(true), await bookOf(false)].map((files) =>
    parse(files.get('EPUB/clip-1.xhtml')),
  );
  expect(page?.querySelector('mark.green')?.textContent).toBe('First');
  expect(page?.querySelector('.notes')?.textContent).toContain('mine <b>');
  expect(bare?.querySelector('mark, .notes')).toBeNull();
});
