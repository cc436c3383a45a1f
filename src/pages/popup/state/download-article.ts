import type { Article } from '../../../domain/clip/article.ts';
import { fileName } from '../../../exchange/export/file-name.ts';
import { textMarkdown } from '../../../markdown/text-markdown.ts';

export function downloadArticle(article: Article, saveFile: (fileName: string, content: Blob) => void): void {
  saveFile(`${fileName(article.title)}.md`, new Blob([textMarkdown(article)], { type: 'text/markdown' }));
}
