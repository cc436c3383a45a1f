import { article, many, paired, type PageShape } from './page-parts.ts';

const links = (bytes: number): string =>
  many(bytes, (i) => `<a href="/x/${String(i)}">link ${String(i)}</a>, `);

/** One element that holds all of it: what takes an element's children at once must not take them as arguments. */
const holders: readonly PageShape[] = (
  [
    ['an item', '<ul><li>', '</li></ul>'],
    ['a heading', '<h2>', '</h2>'],
    ['a quote', '<blockquote><p>', '</p></blockquote>'],
    ['a callout', '<div class="admonition note"><p class="admonition-title">Note</p><p>', '</p></div>'],
    ['a cell', '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>', '</td></tr></table>'],
    [
      'a caption',
      '<figure><img src="/a.png" width="400" height="300"><figcaption>',
      '</figcaption></figure>',
    ],
    ['a summary', '<details><summary>', '</summary><p>text</p></details>'],
    ['a definition', '<dl><dt>term</dt><dd>', '</dd></dl>'],
    ['emphasis', '<p><em>', '</em></p>'],
    [
      'a note',
      '<p>text<sup><a href="#fn1" id="r1">1</a></sup></p><section class="footnotes"><ol><li id="fn1"><p>',
      '<a href="#r1">↩</a></p></li></ol></section>',
    ],
    ['a custom element', '<x-box>', '</x-box>'],
    ['loose text', '<div>', '</div>'],
  ] as const
).map(([name, before, after]) => ({
  name: `all in ${name}`,
  page: (bytes) => article(`${before}${links(bytes)}${after}`),
}));

const renderer = '<script src="/katex.min.js"></script>';

const texts: readonly PageShape[] = (
  [
    ['formulas in a paragraph', (i: number) => `so $x_${String(i)}$ and `],
    ['open formulas', () => '\\( a '],
    ['open displays', () => '\\[ a $$ '],
    ['open environments', () => '\\begin{align} a '],
    ['currency', () => 'it is $5 '],
    ['notes defined in a paragraph', (i: number) => `${i === 0 ? '' : '\n'}[^${String(i)}]: note`],
    ['signs of emphasis', () => '*a_'],
    ['angle brackets', () => '&lt;a &lt;'],
    ['Chinese', () => '这是一段没有空格的文字，它很长。'],
    ['one word', () => 'a'],
    ['soft hyphens', () => 'a\u00ad'],
    ['joiners', () => '\u200d\u200b'],
    ['addresses in text', () => 'https://a.example/b '],
    ['lines that begin with a bar', () => '\n| a'],
  ] as const
).map(([name, piece]) => ({
  name,
  page: (bytes) => article(`<p>${many(bytes, piece)}</p>`, renderer),
}));

const elements: readonly PageShape[] = (
  [
    ['definitions', (i: number) => `<dl><dt>t ${String(i)}</dt><dd>text of it</dd></dl>`],
    ['terms of one list', (i: number) => `${i === 0 ? '<dl>' : ''}<dt>t ${String(i)}</dt><dd>text</dd>`],
    [
      'figures',
      (i: number) =>
        `<figure><img src="/${String(i)}.png" width="400" height="300"><figcaption>picture ${String(i)}</figcaption></figure>`,
    ],
    [
      'embeds',
      (i: number) =>
        `<iframe loading="lazy" src="https://video.example/embed/${String(i)}"></iframe><p>text</p>`,
    ],
    ['videos', (i: number) => `<video src="/${String(i)}.mp4" controls></video><p>text</p>`],
    [
      'drawings',
      (i: number) =>
        `<svg viewBox="0 0 9 9" role="img"><title>d ${String(i)}</title><path d="M0 0h9v9z"/><text>a</text></svg><p>text</p>`,
    ],
    [
      'tables',
      (i: number) => `<table><tr><th>a</th><th>b</th></tr><tr><td>${String(i)}</td><td>x</td></tr></table>`,
    ],
    [
      'numbered code',
      (i: number) =>
        `<table class="highlight"><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>a = ${String(i)}\nb</pre></td></tr></table>`,
    ],
    ['rules', () => '<hr><p>a</p>'],
    ['comments', (i: number) => `<!-- ${String(i)} --> a`],
    ['white space', () => '<span> </span>\n'],
    ['buttons', () => '<button>Copy</button><p>text</p>'],
    ['hidden', () => '<div hidden>secret</div><p style="display:none">x</p><p>text</p>'],
    [
      'lazy pictures',
      (i: number) =>
        `<img data-src="/${String(i)}.png" src="data:image/gif;base64,R0lGOD"><noscript><img src="/${String(i)}.png"></noscript>`,
    ],
    ['custom elements', (i: number) => `<x-box><p>text ${String(i)}</p></x-box>`],
    [
      'permalinks',
      (i: number) =>
        `<h3 id="a${String(i)}"><a class="anchor" href="#a${String(i)}"></a>Part ${String(i)}</h3>`,
    ],
    ['bold paragraphs', (i: number) => `<p><strong>Note ${String(i)}:</strong> text</p>`],
    [
      'posts of a thread',
      (i: number) =>
        `<article class="post comment"><div class="author">Ann ${String(i % 9)}</div><time datetime="2024-01-02">2 Jan</time><div class="body"><p>What one has to say about queues, at some length, number ${String(i)}.</p></div></article>`,
    ],
    [
      'turns',
      (i: number) =>
        `<div data-message-author-role="${i % 2 === 0 ? 'user' : 'assistant'}"><p>A message about queues, at some length, number ${String(i)}.</p></div>`,
    ],
    [
      'names of boilerplate',
      (i: number) =>
        `<div class="related share">Share this ${String(i)}</div><p>text that belongs to the article</p>`,
    ],
    ['styled emphasis', () => '<span style="font-weight: 700">b</span> a '],
    ['ruby', () => '<ruby>漢<rt>kan</rt></ruby>'],
    ['math blocks', (i: number) => `<div class="math">\\[ x_${String(i)} \\]</div><p>a</p>`],
    [
      'back links',
      (i: number) =>
        `${i === 0 ? '<section class="footnotes"><ol><li id="n"><p>note ' : ''}<a href="#r${String(i)}">↩</a>`,
    ],
  ] as const
).map(([name, piece]) => ({ name, page: (bytes) => article(many(bytes, piece)) }));

const others: readonly PageShape[] = [
  {
    name: 'marks of one note',
    page: (bytes) =>
      article(
        `<p>${many(bytes, (i) => `w<sup><a href="#n" id="r${String(i)}">1</a></sup> `)}</p><section class="footnotes"><ol><li id="n">note</li></ol></section>`,
      ),
  },
  {
    name: 'paragraphs with notes',
    page: (bytes) => {
      const [marks, notes] = paired(
        bytes,
        (i) => `<p>w<sup id="r${String(i)}"><a href="#n${String(i)}">${String(i)}</a></sup></p>`,
        (i) => `<p id="n${String(i)}">note ${String(i)} <a href="#r${String(i)}">↩</a></p>`,
      );
      return article(`${marks}${notes}`);
    },
  },
  {
    name: 'one deep nest',
    page: (bytes) =>
      article(many(bytes, (i) => (i < 240 ? '<div><section>' : `<p>text ${String(i)} of it</p>`))),
  },
  {
    name: 'text at each level',
    page: (bytes) =>
      article(
        Array.from(
          { length: 240 },
          (_, i) => `<div><p>${'words of a level '.repeat(bytes / 240 / 17)}${String(i)}</p>`,
        ).join(''),
      ),
  },
  {
    name: 'quotes in quotes',
    page: (bytes) =>
      article(
        Array.from(
          { length: 240 },
          (_, i) => `<blockquote><p>${'words of a level '.repeat(bytes / 240 / 17)}${String(i)}</p>`,
        ).join(''),
      ),
  },
  {
    name: 'lists in lists',
    page: (bytes) =>
      article(
        Array.from(
          { length: 200 },
          (_, i) => `<ul><li>${'words of a level '.repeat(bytes / 200 / 17)}${String(i)}`,
        ).join(''),
      ),
  },
  {
    name: 'items beside lists',
    page: (bytes) => article(`<ul>${many(bytes, (i) => `<p>loose ${String(i)}</p>`)}</ul>`),
  },
  {
    name: 'attributes',
    page: (bytes) => article(`<p ${many(bytes, (i) => `data-a${String(i)}="b" `)}>text</p>`),
  },
  {
    name: 'class names',
    page: (bytes) => article(`<p class="${many(bytes, (i) => `name-${String(i)} `)}">text</p>`),
  },
  {
    name: 'sizes of a picture',
    page: (bytes) =>
      article(`<img src="/a.png" srcset="${many(bytes, (i) => `/a-${String(i)}.png ${String(i + 1)}w, `)}">`),
  },
  {
    name: 'a long address',
    page: (bytes) => article(`<p><a href="/${'a'.repeat(bytes)}">text</a></p>`),
  },
  {
    name: 'a long description',
    page: (bytes) => article(`<p><img src="/a.png" alt="${'word '.repeat(bytes / 5)}"></p>`),
  },
  {
    name: 'a long title',
    page: (bytes) => article('', `<title>${'a | b - '.repeat(bytes / 8)}</title>`),
  },
  {
    name: 'linked data',
    page: (bytes) =>
      article(
        '',
        `<script type="application/ld+json">{"@graph":[${many(bytes, (i) => `{"@type":"Article","author":{"name":"Ann ${String(i)}"}},`)}{}]}</script>`,
      ),
  },
];

export const siblingShapes: readonly PageShape[] = [...holders, ...texts, ...elements, ...others];
