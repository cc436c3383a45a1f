import { createPassageFinder } from '../../core/highlight/find-passage.ts';
import { anything } from '../../core/highlight/squeezed-text.ts';
import type { PaintedPassage } from '../../core/highlight/page-quotation.ts';
import { pageTexts } from './page-texts.ts';

export interface FoundOnPage {
  readonly id: string;
  readonly color: string;
  readonly range: Range;
}

/** Where passages of an article stand in the page. Nothing is changed. */
export function findOnPage(document: Document, passages: readonly PaintedPassage[]): readonly FoundOnPage[] {
  // A formula is no text here: the passages leave a gap for it.
  const texts = pageTexts(document.body, anything).flatMap(({ node, text }) =>
    node instanceof Text ? [{ node, text }] : [],
  );
  const find = createPassageFinder(texts);
  return passages.flatMap(({ id, color, ...passage }) => {
    const found = find(passage)?.range;
    const from = found === undefined ? undefined : texts[found.from.block]?.node;
    const to = found === undefined ? undefined : texts[found.to.block]?.node;
    if (found === undefined || from === undefined || to === undefined) return [];
    const range = document.createRange();
    range.setStart(from, found.from.offset ?? 0);
    range.setEnd(to, found.to.offset ?? to.length);
    return [{ id, color, range }];
  });
}
