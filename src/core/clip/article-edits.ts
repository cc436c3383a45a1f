import type { TextBlock } from './article.ts';
import type { ClipBody } from './clip.ts';
import { keptRuns } from './map-text.ts';
import { pairBlocks } from './pair-blocks.ts';
import {
  type BlockPlace,
  placeOfBlock,
  renumbered,
  topPlace,
  withLanguage,
  withoutPlace,
} from './block-place.ts';

/**
 * A change that the user made to an article. It names its block by what stands there, not by its number, so that it
 * fits the article again after it was extracted anew.
 */
export type ArticleEdit =
  | { readonly kind: 'remove'; readonly block: BlockName }
  | { readonly kind: 'language'; readonly block: BlockName; readonly language: string | null }
  | PutBack;

/** A passage of the page that the extractor left out, put back beside the block that it stood next to. */
export interface PutBack {
  readonly kind: 'put-back';
  readonly block: BlockName;
  readonly side: 'before' | 'after';
  /** Article HTML whose blocks are numbered from 0. */
  readonly html: string;
  readonly blocks: readonly TextBlock[];
}

export interface BlockName {
  readonly kind: TextBlock['kind'];
  readonly text: string;
  /** How many equal blocks come before it. */
  readonly nth: number;
}

export interface ArticleEdits {
  readonly edits: readonly ArticleEdit[];
  /** The article as it was extracted. */
  readonly original: ClipBody;
}

/** The name of the block at this index; null where there is none. */
export function nameOfBlock(blocks: readonly TextBlock[], index: number): BlockName | null {
  const block = blocks[index];
  if (block === undefined) return null;
  const before = blocks.slice(0, index).filter((each) => isLike(each, block));
  return { kind: block.kind, text: block.text, nth: before.length };
}

/**
 * The article with these edits. Removed blocks keep their place in `blocks`, without text, and those of passages that were
 * put back come after all others, so that all keep their numbers. An edit whose block is not there does nothing, nor does
 * one that puts back what the article holds by now.
 */
export function applyEdits(original: ClipBody, edits: readonly ArticleEdit[]): ClipBody {
  const edited = { html: original.html, blocks: [...original.blocks] };
  for (const edit of edits) {
    const index = indexOfBlock(original.blocks, edit.block);
    if (edit.kind === 'put-back') {
      if (index >= 0 && !holdsAll(original.blocks, edit.blocks)) insert(edited, edit, index);
      continue;
    }
    const place = index < 0 ? null : placeOfBlock(edited.html, index);
    if (place === null) continue;
    if (edit.kind === 'remove') removeBlock(edited, place);
    else setLanguage(edited, place, index, edit.language);
  }
  return { ...original, html: edited.html, blocks: edited.blocks };
}

/** Of a removed block that changed, this share of its text must still be there for the removal to hold. */
const sameShare = 0.6;

/**
 * The edits for another version of the article: each names the block that its own became. An edit whose block is gone stays
 * as it is, so that it fits again where that version comes back.
 */
export function carryEdits(
  edits: readonly ArticleEdit[],
  earlier: readonly TextBlock[],
  later: readonly TextBlock[],
): readonly ArticleEdit[] {
  if (edits.length === 0) return edits;
  const pairs = pairBlocks(earlier, later);
  return edits.map((edit) => {
    const index = indexOfBlock(earlier, edit.block);
    if (edit.kind === 'put-back') return carriedPassage(edit, index, pairs, later);
    const paired = pairs[index] ?? null;
    const [before, after] = [earlier[index], paired === null ? undefined : later[paired]];
    if (paired === null || before === undefined || after === undefined) return edit;
    if (edit.kind === 'language' && after.kind !== 'code') return edit;
    if (edit.kind === 'remove' && sharedText(before.text, after.text) < sameShare) return edit;
    return { ...edit, block: nameOfBlock(later, paired) ?? edit.block };
  });
}

/** Beside the nearest block that is still there. */
function carriedPassage(
  edit: PutBack,
  index: number,
  pairs: readonly (number | null)[],
  later: readonly TextBlock[],
): PutBack {
  const last = edit.side === 'after' ? index : index - 1;
  const before = pairs.slice(0, Math.max(0, last + 1)).findLast((each) => each !== null);
  const after = pairs.slice(Math.max(0, last + 1)).find((each) => each !== null);
  const place = before ?? after;
  const block = place === undefined || place === null ? null : nameOfBlock(later, place);
  return block === null ? edit : { ...edit, block, side: before === undefined ? 'before' : 'after' };
}

/** The share of the longer text that both have, 0 to 1. */
function sharedText(a: string, b: string): number {
  if (a === b) return 1;
  const kept = keptRuns(a, b).reduce((sum, run) => sum + run.length, 0);
  return kept / Math.max(a.length, b.length);
}

interface Edited {
  html: string;
  readonly blocks: TextBlock[];
}

function removeBlock(edited: Edited, place: BlockPlace): void {
  edited.html = withoutPlace(edited.html, place);
  for (const index of place.blocks) edited.blocks[index] = { kind: 'prose', text: '' };
}

function setLanguage(edited: Edited, place: BlockPlace, index: number, language: string | null): void {
  const block = edited.blocks[index];
  if (block?.kind !== 'code') return;
  const { text, fileName } = block;
  edited.html = withLanguage(edited.html, place, language);
  edited.blocks[index] = { kind: 'code', text, language, ...(fileName === undefined ? {} : { fileName }) };
}

/** Puts a passage beside the outermost element that holds a block, or the nearest one before it that was not removed. */
function insert(edited: Edited, { html, blocks, side }: PutBack, index: number): void {
  let at = 0;
  for (let near = index; near >= 0; near--) {
    const place = topPlace(edited.html, near);
    if (place === null) continue;
    at = side === 'before' && near === index ? place.start : place.end;
    break;
  }
  edited.html = edited.html.slice(0, at) + renumbered(html, edited.blocks.length) + edited.html.slice(at);
  for (const block of blocks) edited.blocks.push(block);
}

function holdsAll(blocks: readonly TextBlock[], passage: readonly TextBlock[]): boolean {
  const texts = new Set(blocks.map(({ text }) => text));
  return passage.every(({ text }) => texts.has(text));
}

/** Whether both are one edit: what is put back is one by its text. */
export function isSameEdit(a: ArticleEdit, b: ArticleEdit): boolean {
  if (a.kind === 'put-back' || b.kind === 'put-back')
    return a.kind === 'put-back' && b.kind === 'put-back' && a.html === b.html;
  return a.kind === b.kind && sameBlock(a.block, b.block);
}

/** Whether both name the same block. */
function sameBlock(a: BlockName, b: BlockName): boolean {
  return isLike(a, b) && a.nth === b.nth;
}

function indexOfBlock(blocks: readonly TextBlock[], name: BlockName): number {
  const places = [...blocks.keys()].filter((index) => {
    const block = blocks[index];
    return block !== undefined && isLike(block, name);
  });
  return places[name.nth] ?? -1;
}

function isLike(a: Pick<TextBlock, 'kind' | 'text'>, b: Pick<TextBlock, 'kind' | 'text'>): boolean {
  return a.kind === b.kind && a.text === b.text;
}
