import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { sanitizeArticle } from '../../../src/extract/sanitize.ts';
import { articleMarkdown } from '../../../src/formats/export/article-markdown.ts';
import { articleToMarkdown } from '../../../src/formats/markdown/write/article-to-markdown.ts';
import { textMarkdown } from '../../../src/formats/markdown/write/text-markdown.ts';
import { makeArticle } from '../../factories/article.ts';

/** Renderers that let HTML through and know neither formulas nor front matter, notes or callouts. */
const renderers = [
  ['markdown-it', new MarkdownIt({ html: true, linkify: true })],
  ['markdown-it as CommonMark', new MarkdownIt('commonmark', { html: true })],
  // The reference: another parser than that of markdown-it.
  [
    'commonmark.js',
    { render: (text: string) => new HtmlRenderer({ safe: false }).render(new Parser().parse(text)) },
  ],
] as const;

const signs = fc.constantFrom(
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  '![a](https://evil.example/x.png)',
  '![a][e]',
  '\n[e]: https://evil.example/x.png\n',
  '<',
  'img src=x onerror=alert(1)>',
  '>',
  '"',
  "'",
  '\\',
  '\n\n',
  '`',
  '```\n',
  '$',
  ']',
  '[',
  '(',
  '|',
  '&lt;',
  '*',
  ' ',
  'a',
  '\uE0F00\uE0F1',
  '\uE0F01\uE0F1',
  '\uE0F2',
);
const hostile = fc.array(signs, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));

type Attributes = Readonly<Record<string, string>>;

function make(name: string, attributes: Attributes, ...content: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

const mathml = (text: string): Element => {
  const math = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'math');
  const inner = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'mtext');
  inner.textContent = text;
  math.append(inner);
  return math;
};

const picture = 'https://a.example/own.png';

/** A place of an article that the page's text gets into. */
const places: readonly ((text: string) => HTMLElement)[] = [
  (text) => make('p', {}, text),
  (text) => make('h2', {}, text),
  (text) => make('p', {}, 'x', make('a', { href: 'https://a.example/', title: text }, text), 'y'),
  (text) => make('p', {}, make('a', { href: `mailto:a@b.example?subject=${text}` }, 'mail')),
  (text) => make('p', {}, make('a', { href: `https://a.example/?q=${text}` }, 'link')),
  (text) => make('p', {}, make('img', { src: picture, alt: text, title: text })),
  (text) => make('p', {}, make('img', { src: picture, alt: text, title: text, width: '10' })),
  (text) => make('p', {}, 'x', make('abbr', { title: text }, text), make('kbd', {}, text), text),
  (text) => make('p', {}, make('q', {}, text), make('small', { title: text }, text)),
  (text) => make('p', {}, make('em', {}, text), make('strong', {}, text), make('del', {}, text)),
  (text) => make('p', {}, make('sup', { 'data-footnote-ref': text }, 'x')),
  (text) =>
    make('section', { 'data-footnotes': '' }, make('ol', {}, make('li', { 'data-footnote': text }, text))),
  (text) => make('p', {}, 'x', make('span', { 'data-math': 'inline' }, text), text),
  (text) => make('div', { 'data-math': 'block' }, text),
  (text) => make('p', {}, 'x', mathml(text), text),
  (text) => make('pre', {}, make('code', { class: `language-${text}`, 'data-file': text }, text)),
  (text) => make('p', {}, make('code', {}, text), text),
  (text) => make('section', { 'data-tab': text }, make('p', {}, text)),
  (text) => make('details', {}, make('summary', {}, text), make('p', {}, text)),
  (text) => make('dl', {}, make('dt', {}, text), make('dd', {}, text)),
  (text) => make('ul', {}, make('li', {}, text), make('li', { id: `clip-${text}` }, make('p', {}, text))),
  (text) => make('blockquote', {}, make('p', {}, text)),
  (text) =>
    make(
      'aside',
      { 'data-callout': text },
      make('p', { 'data-callout-title': '' }, text),
      make('p', {}, text),
    ),
  (text) => make('figure', {}, make('img', { src: picture, alt: '' }), make('figcaption', {}, text)),
  ...[{}, { colspan: '2' }].map(
    (attributes) => (text: string) =>
      make(
        'table',
        {},
        make('caption', {}, text),
        make('thead', {}, make('tr', {}, make('th', {}, text), make('th', {}, make('code', {}, text)))),
        make('tbody', {}, make('tr', {}, make('td', attributes, text), make('td', { align: text }, text))),
      ),
  ),
];

const article = fc
  .array(fc.tuple(fc.constantFrom(...places), hostile), { minLength: 1, maxLength: 4 })
  .map((parts) => make('div', {}, ...parts.map(([place, text]) => place(text))).innerHTML);

/** What of a rendered page runs, or loads what the article did not show. */
function dangers(html: string): readonly string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('*')].flatMap((element) => {
    const handlers = element.getAttributeNames().filter((name) => name.startsWith('on'));
    const loads =
      element.matches('script, iframe, object, embed, style, link, meta, base, form, svg, video, audio') ||
      (element.hasAttribute('src') && element.getAttribute('src') !== picture) ||
      element.hasAttribute('srcset') ||
      element.hasAttribute('style') ||
      /^\s*(?:javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '');
    return handlers.length > 0 || loads ? [element.outerHTML.slice(0, 200)] : [];
  });
}

test.each(renderers)(
  'Markdown of a hostile article is inert, rendered by %s with HTML allowed',
  (_name, renderer) => {
    fc.assert(
      fc.property(article, hostile, (html, title) => {
        for (const markdown of [articleToMarkdown(html, title), articleMarkdown(sanitizeArticle(html))])
          expect(dangers(renderer.render(markdown))).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  },
);

test.each(renderers)('the text of a clip for which there is no room is inert too (%s)', (_name, renderer) => {
  fc.assert(
    fc.property(hostile, (text) => {
      const blocks = [
        { kind: 'prose', text },
        { kind: 'heading', text, level: 2 },
        { kind: 'math', text },
        { kind: 'code', text, language: text },
      ] as const;
      const markdown = textMarkdown(makeArticle({ title: text, author: text, tags: [text], blocks }));
      expect(dangers(renderer.render(markdown))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
