import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookmarksFile } from '../../../src/formats/export/bookmarks-file.ts';
import { clipHtml } from '../../../src/formats/export/clip-html.ts';
import { clipMarkdown, type ExportClip } from '../../../src/formats/export/clip-markdown.ts';
import { clipsJson } from '../../../src/formats/export/clips-json.ts';
import { exportStyle, exportStyleHash } from '../../../src/formats/export/export-style.ts';
import { importedArticle } from '../../../src/formats/import/imported-article.ts';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';
import { collect, noon } from '../../factories/zip.ts';

const article =
  '<p data-block="0">第一段 <strong>bold</strong></p><pre data-block="1"><code class="language-go">\tif x {\n\n\t}  </code></pre><p><img src="https://img.example/a.png" alt="chart"></p>';

function makeExport(changes: Partial<ExportClip['clip']> = {}): ExportClip {
  const { clip, body } = makeBackupClip('one', {
    title: 'C# & <Go>: "内存"',
    author: 'Lin',
    publishedAt: '2024-03-01',
    language: 'zh-CN',
    readAt: noon,
    note: 'line one\n\n# line "two"\u2028',
    ...changes,
  });
  if (body === null) throw new Error('no body');
  return { clip, body: { ...body, html: article, description: 'About: it' }, tags: ['gRPC', 'dev/网络'] };
}

async function reimport(content: string, name: string) {
  const { entries } = await importFile(new Blob([content]), name);
  const all = await collect(entries);
  return all.map((entry) => {
    if (entry.kind === 'problem') throw new Error(`${entry.reason} ${entry.excerpt}`);
    return entry.clip;
  });
}

const common = ({ clip, tags }: ExportClip) => ({
  url: clip.url,
  title: clip.title,
  note: clip.note.trim(),
  tags,
  savedAt: clip.savedAt,
});
const full = (one: ExportClip) => ({
  ...common(one),
  author: one.clip.author,
  publishedAt: one.clip.publishedAt,
  language: one.clip.language,
  siteName: one.clip.siteName,
  readAt: one.clip.readAt,
  starred: one.clip.starred,
  read: one.clip.readAt !== null,
  description: one.body?.description ?? null,
});

describe('what goes out comes in', () => {
  test.each([
    ['Markdown', 'x.md', async (one: ExportClip) => clipMarkdown(one)],
    ['HTML', 'x.html', async (one: ExportClip) => clipHtml(one)],
    ['JSON', 'x.json', async (one: ExportClip) => (await collect(clipsJson([one]))).join('')],
  ])('%s: the article and all that is known of it', async (_name, file, write) => {
    const one = makeExport();
    const [clip] = await reimport(await write(one), file);
    expect(clip).toMatchObject(full(one));
    if (clip !== undefined) expect(importedArticle(clip).html).toBe(article);
  });

  test('bookmarks: address, title, tags, note, date', async () => {
    const many = [makeExport(), makeExport({ url: 'https://two.example/', title: 'Two', note: '' })];
    const clips = await reimport((await collect(bookmarksFile(many))).join(''), 'bookmarks.html');
    expect(clips).toMatchObject(many.map(common));
  });

  test('titles, notes and names of any text', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 30 })
      .map((value) => value.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim());
    await fc.assert(
      fc.asyncProperty(text, text, async (title, note) => {
        const one = makeExport({ title: `T ${title}`.trim(), note });
        for (const [file, content] of [
          ['x.md', clipMarkdown(one)],
          ['x.html', clipHtml(one)],
        ] as const) {
          const [clip] = await reimport(content, file);
          expect(clip).toMatchObject({ title: one.clip.title, note: note.trim() });
          if (clip !== undefined) expect(importedArticle(clip).html).toBe(article);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('Markdown: front matter that every tool reads', () => {
  expect(clipMarkdown(makeExport({ note: '', readAt: null, starred: false }))).toBe(`---
title: "C# & \\u003cGo>: \\"内存\\""
url: "https://blog.example.com/one"
site: "Example"
author: "Lin"
published: "2024-03-01"
saved: "2024-03-01T12:00:00.000Z"
updated: "2024-03-01T12:00:05.000Z"
language: "zh-CN"
description: "About: it"
tags:
  - "gRPC"
  - "dev/网络"
---

# C\\# \\& \\<Go\\>: "内存"

第一段 **bold**

\`\`\`go
\tif x {

\t}  
\`\`\`

![chart](https://img.example/a.png)
`);
});

test('Markdown names images that are kept by their files', () => {
  const paths = new Map([['https://img.example/a.png', 'assets/one/1.png']]);
  expect(clipMarkdown(makeExport(), paths)).toContain('![chart](assets/one/1.png)');
});

describe('HTML stands alone', () => {
  test('its policy fits its style, and lets nothing else in', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(exportStyle));
    expect(exportStyleHash).toBe(`sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`);
    const html = clipHtml(makeExport());
    expect(html).toContain(`default-src 'none'; img-src data:; style-src '${exportStyleHash}'`);
  });

  test('images that are kept are in it', () => {
    const images = new Map([['https://img.example/a.png', 'data:image/png;base64,AAAA']]);
    expect(clipHtml(makeExport(), images)).toContain('<img src="data:image/png;base64,AAAA" alt="chart">');
  });

  test('shown in a frame it has its style, runs nothing and asks for nothing', async () => {
    const one = makeExport({
      title: '</title><script>parent.fired = true</script>',
      url: 'javascript:parent.fired=true',
    });
    const hostile =
      '<p>x</p><script>parent.fired = true</script><img src=x onerror="parent.fired=true"><svg onload="parent.fired=true">';
    const frame = document.createElement('iframe');
    frame.srcdoc = clipHtml({ ...one, body: one.body === null ? null : { ...one.body, html: hostile } });
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    expect(Reflect.get(window, 'fired')).toBeUndefined();
    const inside = frame.contentDocument;
    expect(inside?.scripts).toHaveLength(0);
    expect(inside?.querySelector('header a')?.getAttribute('href')).toBe('#');
    const body = inside?.body;
    expect(body && frame.contentWindow?.getComputedStyle(body).maxWidth).not.toBe('none');
    frame.remove();
  });
});

test('bookmarks have no scripts', async () => {
  const file = (await collect(bookmarksFile([makeExport({ url: 'javascript:alert(1)' })]))).join('');
  expect(file).not.toContain('javascript');
});
