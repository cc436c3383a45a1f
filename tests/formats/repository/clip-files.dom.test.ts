import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../src/core/clip/clip-from-article.ts';
import { applyEdits } from '../../../src/core/clip/article-edits.ts';
import { withHighlights } from '../../../src/core/highlight/merge-highlights.ts';
import { makeHighlight } from '../../../src/core/highlight/make-highlight.ts';
import { placeHighlights } from '../../../src/core/highlight/place-highlights.ts';
import { clipText } from '../../../src/core/sync/join-clips.ts';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { importedArticle } from '../../../src/formats/import/imported-article.ts';
import { readClipRecord, isProblem } from '../../../src/formats/repository/read-clip.ts';
import { kindOfPath } from '../../../src/formats/repository/repository-files.ts';
import { clipPaths } from '../../../src/formats/repository/write-clip.ts';
import { articleHtml } from '../../factories/article-html.ts';
import {
  clipName,
  readBack,
  savedAt,
  shareAndWrite,
  wholeFromHtml,
  written,
} from '../../factories/repository-clip.ts';
import { collect } from '../../factories/zip.ts';

const plain =
  '<h2>Pools</h2><p>A pool holds connections.</p><pre><code class="language-go">\tx := 1\n</code></pre>';

function withVersion() {
  const whole = wholeFromHtml(plain, { title: 'By hand', edited: ['title'], editedAt: savedAt + 60_000 });
  const earlier = wholeFromHtml('<p>Before.</p>');
  const { body } = earlier;
  if (body === null) throw new Error('no body');
  const replaced = { by: 'clip', at: savedAt + 1_000 } as const;
  return { ...whole, versions: [{ content: contentOf(earlier.clip), body, takenAt: savedAt, replaced }] };
}

describe('the files of a clip', () => {
  it('are a Markdown file in the folder of its month, a record and its texts in that of its day', async () => {
    const { files } = await shareAndWrite(withVersion());
    const [markdown, ...data] = [...files.keys()].toSorted(
      (a, b) => Number(a.includes('data')) - Number(b.includes('data')),
    );
    expect(markdown).toBe('clips/2026-11/By hand 0d9f2c1e.md');
    expect(data.map(kindOfPath).toSorted()).toEqual(['record', 'text', 'text']);
    for (const path of data) expect(path).toMatch(new RegExp(`^clips/2026-11/data/28/${clipName}[.]`));
  });

  it('give the same clip on another device, whatever its article is', async () => {
    await fc.assert(
      fc.asyncProperty(articleHtml, async (html) => {
        const whole = wholeFromHtml(html);
        const back = await readBack(await shareAndWrite(whole));
        expect(back.whole).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('give its versions, edits and what was written by hand', async () => {
    const whole = withVersion();
    const { body } = whole;
    if (body === null) throw new Error('no body');
    const edits = [
      { kind: 'language', block: { kind: 'code', text: '\tx := 1\n', nth: 0 }, language: 'rust' },
    ] as const;
    const shown = applyEdits(body, edits);
    const edited = {
      ...whole,
      clip: { ...whole.clip, codeLanguages: ['rust'] },
      body: shown,
      edits: { edits, original: body },
    };
    expect(shown.html).toContain('language-rust');
    const files = await shareAndWrite(edited);
    expect((await readBack(files)).whole).toEqual(edited);
    expect(files.markdown).toContain('```rust');
  });

  it('give its highlights, each where it stands', async () => {
    const whole = wholeFromHtml(plain);
    const { body, clip } = whole;
    if (body === null) throw new Error('no body');
    const range = { from: { block: 1, offset: 2 }, to: { block: 1, offset: 6 } };
    const fresh = {
      id: 'mark-1',
      quote: 'pool',
      prefix: '',
      suffix: '',
      range,
      color: 'green',
      origin: 'reader',
    } as const;
    const text = { shown: body, original: body };
    const highlights = placeHighlights(
      [makeHighlight({ ...fresh, note: 'why', tags: ['go'] }, clip.id, text, savedAt)],
      { ...text, versions: [] },
    );
    const marked = withHighlights(whole, highlights);
    expect(marked.clip).toMatchObject({ highlights: 1, highlightColors: ['green'], highlightNotes: 'why' });
    expect(highlights[0]?.state).toBe('sure');
    expect((await readBack(await shareAndWrite(marked))).whole).toEqual(marked);
  });

  it('are the same bytes when the other device writes them', async () => {
    await fc.assert(
      fc.asyncProperty(articleHtml, async (html) => {
        const first = await shareAndWrite({ ...wholeFromHtml(html), versions: withVersion().versions });
        const back = await readBack(first);
        const second = await written({ shared: back.shared, texts: new Map() }, back.whole);
        for (const [path, bytes] of second.files) expect(first.files.get(path)).toEqual(bytes);
        expect(clipText(second.shared)).toBe(clipText(first.shared));
      }),
      { numRuns: 40 },
    );
  });

  it('hold Markdown that our own importer reads as the same clip', async () => {
    await fc.assert(
      fc.asyncProperty(articleHtml, async (html) => {
        const whole = wholeFromHtml(html);
        const { markdown } = await shareAndWrite(whole);
        const [entry] = await collect((await importFile(new Blob([markdown]), 'x.md')).entries);
        if (entry?.kind !== 'clip') throw new Error('not a clip');
        const { clip } = entry;
        const { title, url, author, publishedAt, note, readAt, starred, savedAt: saved } = whole.clip;
        expect(clip).toMatchObject({
          title,
          url,
          author,
          publishedAt,
          note,
          readAt,
          starred,
          savedAt: saved,
        });
        expect(clip.tags).toEqual(['Go', '网络/tcp']);
        expect(importedArticle(clip).html).toBe(whole.body?.html);
        expect(entry.remarks).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a record that somebody tampered with', () => {
  it('is read whole or not at all, and never throws', async () => {
    const { shared, files } = await shareAndWrite(withVersion());
    const path = clipPaths(shared).record;
    const text = new TextDecoder().decode(files.get(path));
    const values = fc.constantFrom(
      'null',
      '1e999',
      '-1',
      '"x"',
      '[]',
      '{}',
      '"__proto__"',
      '9007199254740993',
    );
    fc.assert(
      fc.property(fc.nat(text.split('\n').length - 1), values, (at, value) => {
        const lines = text.split('\n');
        lines[at] = (lines[at] ?? '').replace(/(: )?("[^"]*"|[\d.]+|true|false|null)(,?)$/, `$1${value}$3`);
        const record = readClipRecord(path, new TextEncoder().encode(lines.join('\n')));
        if (!isProblem(record)) expect(clipText(record.shared)).toContain(record.shared.id);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing', ''],
    ['nesting without end', '['.repeat(200_000)],
    ['a number', '1'],
    ['bytes that are no text', '\uFFFD{'],
  ])('is a problem of that file: %s', (_name, text) => {
    expect(isProblem(readClipRecord('clips/x.json', new TextEncoder().encode(text)))).toBe(true);
  });
});
