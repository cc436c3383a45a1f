import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipMarkdown, type ExportClip } from '../../../src/formats/export/clip-markdown.ts';
import {
  formOf,
  keyChoices,
  markdownFields,
  type MarkdownForm,
  markdownPresets,
  presetRules,
  withKey,
} from '../../../src/formats/export/markdown-form.ts';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { importedArticle } from '../../../src/formats/import/imported-article.ts';
import { parseTag } from '../../../src/core/tag/tag.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';
import { collect, noon } from '../../factories/zip.ts';

const kept = { copyProperties: false, vault: '' };

function exportOf(
  changes: Partial<ExportClip['clip']>,
  html: string,
  tags: readonly string[],
  description: string | null,
): ExportClip {
  const { clip, body } = makeBackupClip('one', changes);
  if (body === null) throw new Error('no body');
  return { clip, body: { ...body, html, description }, tags };
}

async function readBack(one: ExportClip, form: MarkdownForm) {
  const { entries } = await importFile(new Blob([clipMarkdown(one, new Map(), { form })]), 'some name.md');
  const [entry, ...others] = await collect(entries);
  if (entry === undefined || entry.kind === 'problem' || others.length > 0) throw new Error('not one clip');
  return entry.clip;
}

/** What the file says, by the form's own choice of fields; a time without a zone is to the second. */
function expected({ clip, body, tags }: ExportClip, { preset, keys }: MarkdownForm) {
  const time = (value: number | null) =>
    value === null || presetRules[preset].times === 'utc' ? value : Math.floor(value / 1_000) * 1_000;
  return {
    url: clip.url,
    // Where nothing says it, the heading does, or the file's name.
    title: keys.title === null && !presetRules[preset].heading ? 'some name' : clip.title,
    siteName: keys.site === null ? null : clip.siteName,
    author: keys.author === null ? null : clip.author,
    publishedAt: keys.published === null ? null : clip.publishedAt,
    savedAt: keys.saved === null ? null : time(clip.savedAt),
    language: keys.language === null ? null : clip.language,
    description: keys.description === null ? null : (body?.description ?? null),
    note: keys.note === null ? '' : clip.note,
    readAt: keys.read === null ? null : time(clip.readAt),
    starred: keys.starred === null ? false : clip.starred,
    tags: keys.tags === null ? [] : tags,
  };
}

const text = fc
  .array(
    fc.constantFrom(
      'alpha',
      '内存 ',
      ': ',
      '::',
      '#',
      '[',
      ']',
      '(',
      ')',
      '"',
      "'",
      '<br>',
      '&lt;br>',
      '&',
      '<',
      '--',
      ' ',
      '\\',
      '*',
      '`',
      '|',
      'URL: https://no.example/',
      '%',
      '{',
      '}',
      '$',
      '😀',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `w${parts.join('')}w`.replaceAll(/\s+/g, ' '));
const maybe = fc.option(text);
const block = fc.constantFrom(
  '<p data-block="N">URL: https://other.example/</p>',
  '<p data-block="N">foo:: bar</p>',
  '<p data-block="N">Tags: none of this</p>',
  '<p data-block="N">原文链接：https://other.example/a</p>',
  '<p data-block="N"><a href="https://other.example/">https://other.example/</a></p>',
  '<h1 data-block="N">Heading</h1>',
  '<h2 data-block="N">URL</h2>',
  '<hr>',
  '<ul><li data-block="N">Author: nobody</li></ul>',
  '<pre data-block="N"><code class="language-go">a:: b\n---\ntags:: x</code></pre>',
  '<p data-block="N">Text of <strong>std::vector&lt;int&gt;</strong></p>',
);
const article = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => blocks.map((html, index) => html.replace('N', String(index))).join(''));
const tag = text.map((label) => parseTag(label)?.label).filter((label) => label !== undefined);

const clips = fc
  .record({
    title: text,
    author: maybe,
    siteName: maybe,
    note: fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n\n').trim()),
    language: fc.constantFrom('en', 'zh-CN', null),
    publishedAt: fc.constantFrom(null, '2024-03-05', '2023-12-31T22:05:07Z'),
    readAt: fc.constantFrom(null, noon + 123),
    starred: fc.boolean(),
    url: fc.constantFrom(
      'https://a.example/x?y=1&z=2',
      'https://a.example/a_(b)#c',
      'https://a.example/中?q=<br>',
    ),
    description: maybe,
    tags: fc.uniqueArray(tag, { maxLength: 4, selector: (label) => parseTag(label)?.key }),
    html: article,
  })
  .map(({ html, tags, description, url, ...changes }) =>
    exportOf({ ...changes, url: new URL(url).href, savedAt: noon + 456 }, html, tags, description),
  );

const plain = (html: string) =>
  html.replaceAll(/ data-block="\d+"/g, '').replaceAll(/ (?:class|data-guessed)="[^"]*"/g, '');

describe('what a form writes, the import reads as an equal clip', () => {
  test.each(markdownPresets)('%s', async (preset) => {
    const form = formOf(preset, kept);
    await fc.assert(
      fc.asyncProperty(clips, async (one) => {
        const clip = await readBack(one, form);
        expect(clip).toMatchObject(expected(one, form));
        expect(plain(importedArticle(clip).html)).toBe(plain(one.body?.html ?? ''));
      }),
      { numRuns: 60 },
    );
  });

  test('each name that a field may have, in each preset, and each field left out', async () => {
    const one = exportOf(
      {
        title: 'T',
        author: 'A',
        siteName: 'S',
        note: 'one\ntwo',
        language: 'en',
        publishedAt: '2024-03-05',
        readAt: noon,
        starred: true,
      },
      '<p data-block="0">Text</p>',
      ['C#', 'react native', '2024'],
      'About',
    );
    for (const preset of markdownPresets)
      for (const field of markdownFields)
        for (const key of [...keyChoices[field], null]) {
          const form = withKey(formOf(preset, kept), field, key);
          expect({ preset, field, key, ...(await readBack(one, form)) }).toMatchObject(expected(one, form));
        }
  });
});

describe('what each tool is given', () => {
  const one = exportOf(
    { title: 'C# & tags', note: 'one\ntwo', publishedAt: '2024-03-05', readAt: null, starred: false },
    '<p data-block="0">Text</p>',
    ['C#', 'react native', 'lang/go'],
    null,
  );
  const written = (preset: (typeof markdownPresets)[number]) =>
    clipMarkdown(one, new Map(), { form: formOf(preset, kept) });

  test('Obsidian: its own names, times without a zone, tags that it takes beside the exact ones', () => {
    expect(written('obsidian')).toMatch(/^created: "2024-03-01T\d\d:00:00"$/m);
    expect(written('obsidian')).toContain(
      'tags:\n  - "C"\n  - "react-native"\n  - "lang/go"\nclip_tags:\n  - "C#"\n',
    );
    expect(written('obsidian')).not.toContain('\n# C');
  });

  test('Logseq: a block of properties, a note of several lines in one', () => {
    expect(written('logseq')).toMatch(/^title:: C# & tags\nurl:: /);
    expect(written('logseq')).toContain('note:: one<br>two\n');
  });

  test('思源: the times of its document', () => {
    expect(written('siyuan')).toMatch(/^date: "2024-03-01T12:00:00\.000Z"$/m);
  });

  test('Hugo and Hexo: no field that moves the post', () => {
    expect(written('hugo')).toMatch(/^original_url: /m);
    expect(written('hugo')).toMatch(/^date: "2024-03-05"$/m);
    expect(written('hugo')).not.toMatch(/^(?:url|source): /m);
  });

  test('plain: a title that links to the page, and the text', () => {
    expect(written('plain')).toBe(`# [C\\# \\& tags](${one.clip.url})\n\n---\n\nText\n`);
  });
});
