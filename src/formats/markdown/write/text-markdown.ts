import type { Article } from '../../../core/clip/article.ts';
import { escapeText } from './escape-text.ts';
import { fenceName, inertLatex } from './inert.ts';
import { frontMatter } from './front-matter.ts';

/**
 * An article's text as Markdown, made of its blocks alone: for where the rest of it cannot be kept. Code is exact to the
 * byte; links and pictures are not among it. Needs no document.
 */
export function textMarkdown(article: Article): string {
  const blocks = article.blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${escapeText(block.text)}`;
      case 'code':
        return fenced(block.text, fenceName(block.language ?? ''));
      case 'math':
        return `$$\n${inertLatex(block.text)}\n$$`;
      case 'prose':
        return escapeText(block.text);
    }
  });
  return `${frontMatter(article)}\n${[`# ${escapeText(article.title)}`, ...blocks].join('\n\n')}\n`;
}

/** Between fences longer than any run of backticks within. */
function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}${code.endsWith('\n') ? '' : '\n'}${fence}`;
}
