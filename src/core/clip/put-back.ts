import type { ArticleEdit, PutBack } from './article-edits.ts';
import type { Integrity, IntegrityCounts, TextBlock } from './article.ts';
import type { LeftOut } from './left-out.ts';

/** What was put back of the passages that the extractor left out, as an edit each. */
function putBacks(edits: readonly ArticleEdit[]): readonly PutBack[] {
  return edits.filter((edit) => edit.kind === 'put-back');
}

/** Whether a passage was put back: by its text, since the next extraction may write it in another way. */
export function isPutBack({ html, text }: LeftOut, edits: readonly ArticleEdit[]): boolean {
  const start = plain(text);
  return putBacks(edits).some(
    (edit) => edit.html === html || plain(edit.blocks.map((block) => block.text).join(' ')).startsWith(start),
  );
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 100);
}

/** What a clip's line says of an article with its edits: a passage that was put back is missing no more. */
export function integrityOfEdited(integrity: Integrity, edits: readonly ArticleEdit[]): Integrity {
  const { leftOut = [], kept, found, coverage } = integrity;
  const back = leftOut.filter((passage) => isPutBack(passage, edits));
  if (back.length === 0) return integrity;
  const missing = wordsMissingIn(leftOut);
  const share = missing === 0 ? 0 : wordsMissingIn(back) / missing;
  const blocks = putBacks(edits).flatMap((edit) => edit.blocks);
  const html = putBacks(edits)
    .map((edit) => edit.html)
    .join('');
  return {
    ...integrity,
    leftOut: leftOut.filter((passage) => !back.includes(passage)),
    kept: together(kept, found, blocks, html),
    coverage: coverage + (1 - coverage) * share,
  };
}

function wordsMissingIn(passages: readonly LeftOut[]): number {
  return passages.reduce((sum, { isMissing, words }) => sum + (isMissing ? words : 0), 0);
}

/** What came through and what was put back, which is at most what there was. */
function together(
  kept: IntegrityCounts,
  found: IntegrityCounts,
  blocks: readonly TextBlock[],
  html: string,
): IntegrityCounts {
  const tags = (name: string): number => html.split(`<${name}`).length - 1;
  const more = {
    codeBlocks: blocks.filter(({ kind }) => kind === 'code').length,
    images: tags('img'),
    tables: tags('table'),
    formulas: html.split(' data-math=').length - 1,
  };
  const sum = (kind: keyof IntegrityCounts): number =>
    Math.max(kept[kind], Math.min(found[kind], kept[kind] + more[kind]));
  return {
    codeBlocks: sum('codeBlocks'),
    images: sum('images'),
    tables: sum('tables'),
    formulas: sum('formulas'),
  };
}
