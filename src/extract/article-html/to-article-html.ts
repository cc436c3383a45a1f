import type { PageCopy } from '../copy/page-copy.ts';
import { atOnce } from '../at-once.ts';
import { linkTargets } from './writing-context.ts';
import { writeBlocks, writeFlow } from './write-blocks.ts';
import { writeBlocksInSteps } from './write-in-steps.ts';
import { appendAll, replaceWithAll } from '../many-nodes.ts';

/** Writes the chosen element anew as article HTML (docs/article-html.md): nothing of the page is taken over as it is. */
export function toArticleHtml(copy: PageCopy, root: Element): HTMLElement {
  return atOnce(toArticleHtmlInSteps(copy, root));
}

export function* toArticleHtmlInSteps(copy: PageCopy, root: Element): Generator<string, HTMLElement> {
  const article = copy.document.createElement('section');
  yield* writeBlocksInSteps(root, article, {
    document: copy.document,
    base: copy.base,
    targets: linkTargets(root),
    blocks: writeBlocks,
    flow: writeFlow,
  });
  for (const division of article.querySelectorAll('div:not([data-tabs]):not([data-math])'))
    replaceWithAll(division, division.childNodes);
  const notes = [...article.querySelectorAll('section[data-footnotes]')];
  appendAll(article, notes);
  return article;
}
