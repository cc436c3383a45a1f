import { article, many, paired, type PageShape } from './page-parts.ts';
import { siblingShapes } from './sibling-shapes.ts';

const lists: readonly PageShape[] = [
  {
    name: 'nodes',
    page: (bytes) => article(many(bytes, (i) => `<p>Paragraph <b>${String(i)}</b> of <i>many</i>.</p>`)),
  },
  {
    name: 'nesting',
    page: (bytes) =>
      article(
        many(bytes, () => `${'<div><blockquote>'.repeat(100)}deep${'</blockquote></div>'.repeat(100)}`),
      ),
  },
  {
    name: 'inline nesting',
    page: (bytes) =>
      article(many(bytes, () => `<p>${'<span><b>'.repeat(100)}deep${'</b></span>'.repeat(100)}</p>`)),
  },
  {
    name: 'notes',
    page: (bytes) => {
      const [marks, notes] = paired(
        bytes,
        (i) => `w<sup id="r${String(i)}"><a href="#n${String(i)}">${String(i)}</a></sup> `,
        (i) => `<li id="n${String(i)}"><p>note ${String(i)} <a href="#r${String(i)}">↩</a></p></li>`,
      );
      return article(`<p>${marks}</p><section class="footnotes"><ol>${notes}</ol></section>`);
    },
  },
  {
    name: 'notes in text',
    page: (bytes) => article(many(bytes, (i) => `<p>word[^${String(i)}]</p><p>[^${String(i)}]: note</p>`)),
  },
  {
    name: 'table rows',
    page: (bytes) =>
      article(
        `<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>${many(bytes, (i) => `<tr><td>row ${String(i)}</td><td>value</td></tr>`)}</tbody></table>`,
      ),
  },
  {
    name: 'table cells',
    page: (bytes) =>
      article(`<table><tr><th>a</th></tr><tr>${many(bytes, (i) => `<td>${String(i)}</td>`)}</tr></table>`),
  },
  {
    name: 'links',
    page: (bytes) =>
      article(
        `<p>${many(bytes, (i) => `<a href="/x/${String(i)}">link number ${String(i)}</a> and text `)}</p>`,
      ),
  },
  {
    name: 'pictures',
    page: (bytes) =>
      article(
        many(
          bytes,
          (i) =>
            `<p><img src="/i/${String(i)}.png" loading="lazy" width="400" height="300" alt="picture ${String(i)}"></p>`,
        ),
      ),
  },
  {
    name: 'pictures in a line',
    page: (bytes) =>
      article(`<p>${many(bytes, (i) => `<img src="/i/${String(i)}.png" alt="${String(i)}">`)}</p>`),
  },
  {
    name: 'tabs',
    page: (bytes) => {
      const [labels, panels] = paired(
        bytes,
        (i) => `<li role="tab">t${String(i)}</li>`,
        (i) => `<div role="tabpanel"><pre><code>c${String(i)}</code></pre></div>`,
      );
      return article(`<div class="tabs"><ul role="tablist">${labels}</ul>${panels}</div>`);
    },
  },
  {
    name: 'sets of tabs',
    page: (bytes) =>
      article(
        many(
          bytes,
          (i) =>
            `<div class="tabs"><ul role="tablist"><li role="tab">a${String(i)}</li><li role="tab">b</li></ul><div role="tabpanel">one</div><div role="tabpanel">two</div></div>`,
        ),
      ),
  },
  {
    name: 'formulas',
    page: (bytes) =>
      article(
        `<p>${many(bytes, (i) => `<span class="katex"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_{${String(i)}}</annotation></semantics></math></span> `)}</p>`,
      ),
  },
  {
    name: 'formulas in text',
    page: (bytes) =>
      article(
        many(bytes, (i) => `<p>so $x_${String(i)}$ and $$y^${String(i)}$$ hold, for $5</p>`),
        '<script src="/mathjax.js"></script>',
      ),
  },
  {
    name: 'MathML tokens',
    page: (bytes) => article(`<p><math>${many(bytes, () => '<mi>x</mi><mo>+</mo>')}</math></p>`),
  },
  {
    name: 'code blocks',
    page: (bytes) =>
      article(many(bytes, (i) => `<pre><code class="language-js">let a = ${String(i)};</code></pre>`)),
  },
  {
    name: 'lines of code',
    page: (bytes) => article(`<pre><code>${many(bytes, (i) => `line ${String(i)}\n`)}</code></pre>`),
  },
  {
    name: 'lines as elements',
    page: (bytes) =>
      article(
        `<div class="highlight"><pre><code>${many(bytes, (i) => `<span class="line"><span class="k">let</span> a = ${String(i)}</span>\n`)}</code></pre></div>`,
      ),
  },
  {
    name: 'headings',
    page: (bytes) =>
      article(
        many(
          bytes,
          (i) =>
            `<h2 id="h${String(i)}">Heading ${String(i)} <a href="#h${String(i)}">#</a></h2><p>Text.</p>`,
        ),
      ),
  },
  {
    name: 'inline code',
    page: (bytes) => article(`<p>${many(bytes, (i) => `<code>f${String(i)}()</code> and `)}</p>`),
  },
  {
    name: 'list items',
    page: (bytes) => article(`<ul>${many(bytes, (i) => `<li>[x] item ${String(i)}</li>`)}</ul>`),
  },
  { name: 'breaks', page: (bytes) => article(`<div>${many(bytes, (i) => `line ${String(i)}<br>`)}</div>`) },
  {
    name: 'callouts',
    page: (bytes) =>
      article(
        many(
          bytes,
          (i) =>
            `<div class="admonition note"><p class="admonition-title">Note</p><p>text ${String(i)}</p></div>`,
        ),
      ),
  },
  {
    name: 'details',
    page: (bytes) =>
      article(many(bytes, (i) => `<details><summary>s ${String(i)}</summary><p>text</p></details>`)),
  },
  {
    name: 'tables in text',
    page: (bytes) =>
      article(
        `<p>${many(bytes, (i) => (i < 2 ? (['| a | b |\n', '|---|---|\n'][i] ?? '') : `| ${String(i)} | b |\n`))}</p>`,
      ),
  },
];

/** One text that grows, of characters that mean something to someone. */
const runs: readonly PageShape[] = [
  ['underscores', (text: string) => `<p>a${text}a</p>`, '_'],
  ['number signs in a heading', (text: string) => `<h2>h${text}x</h2>`, '#'],
  ['tabs in inline code', (text: string) => `<p>x <code>${text}</code>x</p>`, '\t'],
  ['spaces in a paragraph', (text: string) => `<p>x${text}x</p>`, '\u00a0 '],
  ['lines of spaces in code', (text: string) => `<pre><code>x${text}x</code></pre>`, ' \t'],
  ['dollar signs', (text: string) => `<p>x ${text} x</p>`, '$5 '],
  ['brackets', (text: string) => `<p>x ${text} x</p>`, '[^'],
  ['bars', (text: string) => `<p>x ${text} x</p>`, '|-'],
  ['backslashes', (text: string) => `<p>x ${text} x</p>`, '\\('],
].map(([name, page, piece]) => ({
  name: String(name),
  page: (bytes) =>
    article(
      typeof page === 'function' && typeof piece === 'string' ? page(piece.repeat(bytes / piece.length)) : '',
    ),
}));

export const articleShapes: readonly PageShape[] = [...lists, ...runs, ...siblingShapes];

/** Pages that list articles, for what the popup asks first. */
export const indexShapes: readonly PageShape[] = [
  {
    name: 'posts',
    page: (bytes) =>
      `<!doctype html><title>Index</title><main>${many(bytes, (i) => `<article><h2><a href="/2024/post-${String(i)}-long-title">A post with a long title number ${String(i)}</a></h2><p>Some summary of this post ${String(i)} with words enough.</p><time datetime="2024-01-02">2024-01-02</time></article>`)}</main>`,
  },
  {
    name: 'tags of a page',
    page: (bytes) =>
      article(
        '',
        many(bytes, (i) => `<meta property="article:tag" content="tag ${String(i)}">`),
      ),
  },
  {
    name: 'escapes in an address',
    page: (bytes) => article('', `<link rel="canonical" href="/p/${'%3'.repeat(bytes / 2)}34">`),
  },
];
