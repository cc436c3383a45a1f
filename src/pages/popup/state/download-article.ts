import type { Article } from '../../../core/clip/article.ts';
import { fileName } from '../../../formats/export/file-name.ts';
import { textMarkdown } from '../../../formats/markdown/write/text-markdown.ts';

export function downloadArticle(article: Article, saveFile: (fileName: string, content: Blob) => void): void {
  saveFile(`${fileName(article.title)}.md`, new Blob([textMarkdown(article)], { type: 'text/markdown' }));
}
