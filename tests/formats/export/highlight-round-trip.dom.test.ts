import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../../src/core/highlight/anchor.ts';
import { type Highlight, highlightColors } from '../../../src/core/highlight/highlight.ts';
import { numberBlocks } from '../../../src/extract/outcome/number-blocks.ts';
import { clipHtml } from '../../../src/formats/export/clip-html.ts';
import { clipMarkdown, type ExportClip } from '../../../src/formats/export/clip-markdown.ts';
import { clipsJson } from '../../../src/formats/export/clips-json.ts';
import type { HighlightForm } from '../../../src/formats/markdown/write/highlights.ts';
import type { TakenHighlight } from '../../../src/formats/import/anchor-highlights.ts';
import { takeArticle } from '../../../src/formats/import/imported-article.ts';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';
import { collect, noon } from '../../factories/zip.ts';

/** Pieces of text that Markdown, HTML or our own comment could take for something else. */
const piece = fc.constantFrom(
  'alpha',
  '连接池 ',
  '==',
  '=',
  ' == b == ',
  '`a == b`',
  '**',
  '_x_',
  '<b>',
  '-->',
  '<!-- clipshelf-highlights',
  '> ',
  '$x$',
  '\\',
  '|',
  '# ',
  ' ',
  '&amp;',
  '[a](b)',
  '%%',
  '<article>',
  '</article>',
  '<meta name="clipshelf-clip" content="{}">',
);
const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => `w${parts.join('')}w`);
const line = fc.constantFrom(
  'if a == b {',
  '\tx := 1',
  '',
  '```',
  '<!-- clipshelf-highlights',
  '-->',
  '> [!quote] red',
  '  ',
  '~~~',
  '    <!-- clipshelf-highlights',
  '0:0-0:5 green 2024-03-01T12:00:00.000Z',
  '## Highlights',
  '---',
  '+++',
  '$$',
  'url:: https://other.example/',
  '</article>',
);

function make(name: string, ...content: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

function formula(latex: string): HTMLElement {
  const span = make('span', latex);
  span.setAttribute('data-math', 'inline');
  return span;
}

const block = fc.oneof(
  text.map((a) => make('p', a)),
  fc.tuple(text, text, text).map(([a, b, c]) => make('p', a, make('strong', b), c, make('br'), 'end')),
  fc
    .tuple(text, text)
    .map(([a, b]) => make('p', a, make('code', 'a == b'), make('mark', b), formula('a_1'), 'z')),
  text.map((a) => make('h2', a)),
  fc.tuple(text, text).map(([a, b]) => make('ul', make('li', a), make('li', b))),
  text.map((a) => make('blockquote', make('p', a))),
  fc
    .array(line, { minLength: 1, maxLength: 6 })
    .map((lines) => make('pre', make('code', ['first', ...lines, 'last'].join('\n')))),
  fc.constant(null).map(() => {
    const display = make('div', 'e^{i\\pi}');
    display.setAttribute('data-math', 'block');
    return display;
  }),
  fc
    .tuple(text, text)
    .map(([a, b]) =>
      make(
        'table',
        make('thead', make('tr', make('th', a), make('th', 'B'))),
        make('tbody', make('tr', make('td', b), make('td', 'd'))),
      ),
    ),
);

const spot = fc.tuple(fc.nat(), fc.nat());
const mark = fc.record({
  from: spot,
  to: spot,
  color: fc.constantFrom(...highlightColors),
  note: fc.oneof(
    fc.constant(''),
    fc
      .array(
        fc.constantFrom(
          'note',
          '\n',
          '\n\n',
          '> ',
          '`<b>`',
          '<img src=x onerror=a>',
          '```\n<b>\n```',
          '==',
          '`',
          '\\',
          '-->',
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join('')),
  ),
  tags: fc.subarray(['go', 'dev/网络', 'a b']),
});

const made = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 5 }), fc.array(mark, { maxLength: 5 }))
  .map(([elements, marks]) => {
    const holder = make('section', ...elements);
    const blocks = numberBlocks(holder);
    const highlights = marks.flatMap(({ from, to, ...rest }, index): Highlight[] => {
      const [first, last] = [from, to]
        .map(([at, offset]) => {
          const number = at % blocks.length;
          return { block: number, offset: offset % ((blocks[number]?.text.length ?? 0) + 1) };
        })
        .sort((a, b) => a.block - b.block || a.offset - b.offset);
      if (first === undefined || last === undefined) return [];
      const anchor = anchorOf(blocks, { from: first, to: last });
      if (anchor === null) return [];
      const place = { from: anchor.from, to: anchor.to };
      const id = `0000000${index}-0000-4000-8000-000000000000`;
      return [
        {
          ...rest,
          id,
          clipId: 'one',
          createdAt: noon + index,
          changedAt: noon,
          origin: 'reader',
          anchor,
          anchoredIn: null,
          place,
          state: 'sure',
        },
      ];
    });
    const { clip, body } = makeBackupClip('one');
    if (body === null) throw new Error('no body');
    return { clip, body: { ...body, html: holder.innerHTML, blocks }, tags: [], highlights };
  });

async function reread(content: string, name: string) {
  const { entries } = await importFile(new Blob([content]), name);
  const [entry] = await collect(entries);
  if (entry?.kind !== 'clip') throw new Error('no clip');
  return takeArticle(entry.clip);
}

const forms: readonly HighlightForm[] = ['inline', 'quotes', 'both'];
const ways: readonly (readonly [string, string, (one: ExportClip) => string | Promise<string>])[] = [
  ...forms.map(
    (form) =>
      [
        `Markdown, ${form}`,
        'x.md',
        (one: ExportClip) => clipMarkdown(one, new Map(), { highlights: form }),
      ] as const,
  ),
  ['HTML', 'x.html', (one) => clipHtml(one)],
  ['JSON', 'x.json', async (one) => (await collect(clipsJson([one]))).join('')],
];

const known = (list: readonly (Highlight | TakenHighlight)[]) =>
  list
    .map(({ id, color, note, tags, createdAt }) => ({ id, color, note, tags, createdAt }))
    .toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

describe.each(ways)('%s', (_name, file, write) => {
  test('highlights come back where they were, and the article without them', async () => {
    await fc.assert(
      fc.asyncProperty(made, async (one) => {
        const plain = await reread(await write({ ...one, highlights: [] }), file);
        fc.pre(plain.article.html === one.body.html);
        const content = await write(one);
        const { article, highlights } = await reread(content, file);
        expect(article.html).toBe(one.body.html);
        expect(known(highlights)).toEqual(known(one.highlights));
        const places = new Map(highlights.map(({ id, range, quote }) => [id, { range, quote }]));
        for (const { id, place, anchor } of one.highlights)
          expect(places.get(id)).toEqual({ range: place, quote: anchor.quote });
      }),
      { numRuns: 150 },
    );
  });
});
