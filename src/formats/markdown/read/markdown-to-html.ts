import { footnote } from '@mdit/plugin-footnote';
import { tex } from '@mdit/plugin-tex';
import MarkdownIt from 'markdown-it';
import { escapeHtml } from '../../text/html-entities.ts';
import { codeInfo } from './code-info.ts';
import { obsidianMarks } from './obsidian-marks.ts';
import { quotesAndItems } from './quotes-and-items.ts';

/**
 * GitHub's Markdown with `$` formulas, footnotes, callouts, tasks and Obsidian's marks and links, as HTML in the forms of
 * docs/article-html.md. HTML in the Markdown comes through as it is: the result is as hostile as the text, and goes
 * through the sanitiser before it is anything.
 */
export function markdownToHtml(markdown: string): string {
  return reader().render(markdown, {});
}

function reader(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  md.use(footnote);
  md.use(tex, {
    render: (latex, display) =>
      display
        ? `<div data-math="block">${escapeHtml(latex.trim())}</div>\n`
        : `<span data-math="inline">${escapeHtml(latex)}</span>`,
  });
  md.use(quotesAndItems);
  md.use(obsidianMarks);
  Object.assign(md.renderer.rules, {
    fence: (tokens, index) =>
      codeBlock(tokens[index]?.content ?? '', md.utils.unescapeAll(tokens[index]?.info ?? '')),
    code_block: (tokens, index) => codeBlock(tokens[index]?.content ?? '', ''),
    image: (tokens, index, options, _environment, self) => {
      const image = tokens[index];
      image?.attrSet('alt', plainText(image.children ?? []));
      return self.renderToken(tokens, index, options);
    },
    footnote_ref: (tokens, index) => noteReference(noteNumber(tokens[index]?.meta)),
    footnote_block_open: () => '<section data-footnotes=""><ol>\n',
    footnote_block_close: () => '</ol></section>\n',
    footnote_open: (tokens, index) => noteOpening(noteNumber(tokens[index]?.meta)),
    footnote_anchor: () => '',
  } satisfies MarkdownIt['renderer']['rules']);
  return md;
}

type Token = ReturnType<MarkdownIt['parse']>[number];

/** What a description says, escaped signs too: markdown-it's own way leaves those out. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.children === null ? lineOrText(token) : plainText(token.children)))
    .join('');
}

function lineOrText(token: Token): string {
  return token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content;
}

function codeBlock(content: string, info: string): string {
  const { language, fileName, lines, highlighted } = codeInfo(info);
  const attributes = [
    attribute('class', language === null ? null : `language-${language}`),
    attribute('data-file', fileName),
    attribute('data-lines', lines),
    attribute('data-highlight', highlighted),
  ];
  return `<pre><code${attributes.join('')}>${escapeHtml(content.replace(/\n$/, ''))}</code></pre>\n`;
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escapeHtml(value)}"`;
}

/** The plugin counts the notes from 0, in the order of their first reference. */
function noteNumber(meta: unknown): string {
  const id = typeof meta === 'object' && meta !== null && 'id' in meta ? Number(meta.id) : 0;
  return String(id + 1);
}

function noteReference(number: string): string {
  return `<sup data-footnote-ref="${number}"><a href="#fn-${number}">${number}</a></sup>`;
}

function noteOpening(number: string): string {
  return `<li id="fn-${number}" data-footnote="${number}">`;
}
