import type { TextBlock } from '../../../src/core/clip/article.ts';

export interface SourceText {
  readonly title: string;
  readonly blocks: readonly TextBlock[];
}

function plain(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/<[^>]{1,200}>/gu, '')
    .replace(/[*`]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A Markdown text as blocks: enough of Markdown to make texts to search in, no more. */
export function blocksOfMarkdown(markdown: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const lines = markdown.replace(/^---\n[\s\S]*?\n---\n/u, '').split('\n');
  let paragraph: string[] = [];
  const flush = (): void => {
    const text = plain(paragraph.join(' '));
    if (text !== '') blocks.push({ kind: 'prose', text });
    paragraph = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const fence = /^\s*(```+|~~~+)\s*([\w+#-]*)/u.exec(line);
    const heading = /^(#{1,6})\s+(.*)$/u.exec(line);
    if (fence !== null) {
      flush();
      const code: string[] = [];
      for (i += 1; i < lines.length && !(lines[i] ?? '').trim().startsWith(fence[1] ?? '```'); i += 1) {
        code.push(lines[i] ?? '');
      }
      const language = (fence[2] ?? '').toLowerCase();
      blocks.push({ kind: 'code', text: code.join('\n'), language: language === '' ? null : language });
    } else if (heading !== null) {
      flush();
      const text = plain(heading[2] ?? '');
      if (text !== '') blocks.push({ kind: 'heading', text, level: heading[1]?.length ?? 1 });
    } else if (line.trim() === '' || /^\s*(?:[-*+]|\d+\.)\s/u.test(line)) {
      flush();
      paragraph = [line.replace(/^\s*(?:[-*+]|\d+\.)\s/u, '')];
    } else paragraph.push(line);
  }
  flush();
  return blocks;
}
