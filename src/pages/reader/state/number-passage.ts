import { numberBlocks } from '../../../extract/outcome/number-blocks.ts';
import { sanitizeArticle } from '../../../extract/sanitize.ts';
import type { TextBlock } from '../../../core/clip/article.ts';

export interface NumberedPassage {
  /** Article HTML, safe, with its blocks numbered from 0. */
  readonly html: string;
  readonly blocks: readonly TextBlock[];
}

/** A passage of article HTML with its blocks, as an article of its own; null where nothing of it is left. */
export function numberPassage(html: string): NumberedPassage | null {
  const passage = document.createElement('section');
  passage.append(sanitizeArticle(html));
  // Text alone, as a cell or an item may hold, is a paragraph.
  for (const node of Array.from(passage.childNodes)) {
    if (node.nodeType !== 3 || !/\S/.test(node.nodeValue ?? '')) continue;
    const paragraph = document.createElement('p');
    node.replaceWith(paragraph);
    paragraph.append(node);
  }
  const blocks = numberBlocks(passage);
  return blocks.length === 0 && passage.querySelector('img') === null
    ? null
    : { html: passage.innerHTML, blocks };
}
