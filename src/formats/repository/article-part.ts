import { parseMarkdownFile } from '../markdown/read/front-matter.ts';

/** The article of a clip's Markdown file: without front matter and heading, and whatever line ends an editor writes. */
export function articleOf(markdown: string): string {
  return parseMarkdownFile(markdown)
    .body.replaceAll('\r\n', '\n')
    .replace(/^\n*# [^\n]*\n?/, '')
    .trim();
}
