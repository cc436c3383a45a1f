import fc from 'fast-check';
import { applyEdits } from '../../src/core/clip/article-edits.ts';
import { bodyFromArticle, languagesOfCode, contentOf } from '../../src/core/clip/clip-from-article.ts';
import type { ClipBody } from '../../src/core/clip/clip.ts';
import type { WholeClip } from '../../src/core/clip/whole-clip.ts';
import { anchorOf } from '../../src/core/highlight/anchor.ts';
import type { Highlight, HighlightColor } from '../../src/core/highlight/highlight.ts';
import { withPlacedHighlights } from '../../src/core/highlight/merge-highlights.ts';
import { textHash } from '../../src/core/highlight/text-hash.ts';
import { makeArticle } from './article.ts';
import { makeClip } from './clip.ts';

/** Few values of each kind, so that two clips often agree in some and differ in others. */
const time = fc.integer({ min: 1, max: 6 }).map((hour) => Date.UTC(2024, 2, 1, hour));
const word = fc.constantFrom('pool', '连接池', 'retry', 'x');
const note = fc.array(word, { maxLength: 3 }).map((lines) => lines.join('\n'));

/** A text of the page: two code blocks, so that an edit finds the one or the other. */
function bodyOf(clipId: string, text: string): ClipBody {
  const html =
    text === ''
      ? ''
      : `<p data-block="0">${text}</p><pre data-block="1"><code class="language-go">a</code></pre>`;
  const blocks =
    text === ''
      ? []
      : ([
          { kind: 'prose', text },
          { kind: 'code', text: 'a', language: 'go' },
        ] as const);
  return bodyFromArticle(clipId, makeArticle({ html, blocks }));
}

const remove = { kind: 'remove', block: { kind: 'code', text: 'a', nth: 0 } } as const;
const relabel = {
  kind: 'language',
  block: { kind: 'code', text: 'a', nth: 0 },
  language: 'rust',
} as const;

interface Mark {
  readonly id: string;
  readonly text: string;
  readonly length: number;
  readonly color: HighlightColor;
  readonly note: string;
  readonly changedAt: number;
}

/** Highlights of the beginning of some text of the page. */
const marks: fc.Arbitrary<readonly Mark[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('h1', 'h2', 'h3'),
    text: fc.constantFrom('first text', 'second text', 'old text'),
    length: fc.integer({ min: 4, max: 8 }),
    color: fc.constantFrom('yellow', 'pink'),
    note,
    changedAt: time,
  }),
  { maxLength: 2, selector: ({ id }) => id },
);

function highlightsOf(clipId: string, made: readonly Mark[]): readonly Highlight[] {
  return made.flatMap(({ text, length, ...mark }) => {
    const { blocks } = bodyOf(clipId, text);
    const anchor = anchorOf(blocks, { from: { block: 0, offset: 0 }, to: { block: 0, offset: length } });
    if (anchor === null) return [];
    const row = { clipId, createdAt: 1, tags: [], origin: 'reader', place: null, state: 'absent' } as const;
    return [{ ...mark, ...row, anchor, anchoredIn: textHash(blocks) }];
  });
}

/** Any clip of the page `urlKey`, as far as merging looks at one. */
export function anyClip(id: string, urlKey = 'https://example.com/page'): fc.Arbitrary<WholeClip> {
  return fc
    .record({
      text: fc.constantFrom('', 'first text', 'second text', 'third text'),
      title: fc.constantFrom('page title', 'by hand', 'other hand'),
      note,
      tags: fc.uniqueArray(fc.constantFrom('go', 'c#', '网络'), { maxLength: 3 }),
      savedAt: time,
      updatedAt: time,
      textAt: fc.option(time, { nil: undefined }),
      readAt: fc.option(time),
      trashedAt: fc.option(time),
      starred: fc.boolean(),
      byHand: fc.boolean(),
      editedAt: time,
      edits: fc.subarray([remove, relabel]),
      marks,
      source: fc.boolean(),
      versions: fc.array(
        fc.record({ text: fc.constantFrom('first text', 'second text', 'old text'), takenAt: time }),
        { maxLength: 2 },
      ),
    })
    .map((made) => {
      const original = bodyOf(id, made.text);
      const edits = made.text === '' ? [] : made.edits;
      const body = applyEdits(original, edits);
      const { savedAt, updatedAt, readAt, trashedAt, starred, tags } = made;
      const sourceAt = made.source ? updatedAt : null;
      const clip = makeClip({
        id,
        urlKey,
        savedAt,
        updatedAt,
        readAt,
        trashedAt,
        starred,
        tags,
        sourceAt,
        note: made.note,
        codeLanguages: languagesOfCode(body.blocks),
        title: made.byHand ? made.title : 'page title',
        ...(made.byHand ? { edited: ['title'] as const, editedAt: made.editedAt } : {}),
        ...(made.textAt === undefined ? {} : { textAt: made.textAt }),
      });
      return withPlacedHighlights({
        highlights: highlightsOf(id, made.marks),
        clip,
        body,
        versions: made.versions.map(({ text, takenAt }) => ({
          content: { ...contentOf(clip), title: 'page title', sourceAt: null },
          body: bodyOf(id, text),
          takenAt,
        })),
        source: made.source
          ? { gzip: new Uint8Array([31, 139, updatedAt % 251]), extractorVersion: '1', savedAt: updatedAt }
          : null,
        ...(edits.length === 0 ? {} : { edits: { edits, original } }),
      });
    });
}
