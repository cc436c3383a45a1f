import type { ArticleMeasure, IntegrityCounts, TextBlock } from '../../core/clip/article.ts';

const cjk = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;
/** Characters a minute of Chinese and words a minute of Latin scripts, as reading studies give for adults. */
const pace = { characters: 400, words: 230, codeLines: 60 } as const;

/** Sizes of an article for lists and filters, and the minutes that reading it takes. */
export function measure(blocks: readonly TextBlock[], counts: IntegrityCounts): ArticleMeasure {
  let characters = 0;
  let words = 0;
  let lines = 0;
  for (const block of blocks) {
    if (block.kind === 'code') lines += block.text.split('\n').length;
    else if (block.kind !== 'math') {
      characters += block.text.match(cjk)?.length ?? 0;
      words += block.text.replace(cjk, ' ').match(/[\p{L}\p{N}]+(?:['’._-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    }
  }
  const minutes = characters / pace.characters + words / pace.words + lines / pace.codeLines;
  return { words: characters + words, readingMinutes: Math.max(1, Math.round(minutes)), ...counts };
}
