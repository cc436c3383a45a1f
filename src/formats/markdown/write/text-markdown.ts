import type { Article } from '../../../core/clip/article.ts';
import { frontMatter } from './front-matter.ts';

/**
 * An article's text as Markdown, made of its blocks alone: for where the rest of it cannot be kept. Code is exact to the
 * byte; links and pictures are not among it. Needs no document.
 */
export function textMarkdown(article: Article): string {
  const blocks = article.blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${block.text}`;
      case 'code':
        return fenced(block.text, block.language ?? '');
      case 'math':
        return `$$\n${block.text}\n$$`;
      case 'prose':
        return block.text;
    }
  });
  return `${frontMatter(article)}\n${[`# ${article.title}`, ...blocks].join('\n\n')}\n`;
}

/** Between fences longer than any run of backticks within. */
function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}${code.endsWith('\n') ? '' : '\n'}${fence}`;
}
