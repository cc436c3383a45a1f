import fc from 'fast-check';

/** Words of both scripts, with signs that Markdown reads among them. */
const word = fc.oneof(
  fc.constantFrom(
    'pool',
    'x_y',
    '连接池',
    '的',
    'a*b',
    '<T>',
    'C#',
    '1.',
    '-',
    '$5',
    '&amp',
    'k8s',
    '#1',
    '~/x',
    '[1]',
    '**',
    '`',
  ),
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.stringMatching(/^[一-龥]{1,4}$/),
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const plain = words.map(escaped);
const safe = fc.stringMatching(/^[a-z一-龥]{1,8}$/);
/** Any code: tabs, blank lines, fences, trailing spaces; a final line feed is not part of it. */
export const codeText = fc
  .array(
    fc.oneof(
      fc.constantFrom('```', '~~~', '\t', '    x', '  ', '', '<div>', '&lt;', '# no', '\\', '$a$', '> q'),
      fc.string({ maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) =>
    lines
      .join('\n')
      .replaceAll(/[^\P{Cc}\n\t]/gu, '')
      .replace(/\n+$/, ''),
  )
  .filter((text) => /\S/.test(text));

const anyLanguage = fc.constantFrom('go', 'typescript', 'bash', 'rust', 'cpp');
const block = fc
  .record({
    text: codeText,
    language: anyLanguage,
    file: fc.option(fc.constantFrom('main.go', 'src/a b.ts')),
    lines: fc.option(fc.constantFrom('1', '1,4-6')),
  })
  .map(({ text, language, file, lines }) => {
    const attributes = `${file === null ? '' : ` data-file="${file}"`}${lines === null ? '' : ` data-lines="${lines}"`}`;
    return `<pre><code class="language-${language}"${attributes}>${escaped(text)}</code></pre>`;
  });

const inline = fc
  .array(
    fc.oneof(
      plain,
      safe.map((text) => `<em>${text}</em>`),
      plain.map((text) => `<strong>${text}</strong>`),
      safe.map((text) => `<del>${text}</del>`),
      fc
        .constantFrom('code', 'a`b', '``', '$x', ' ', '<b>', '**')
        .filter((text) => text.trim() !== '')
        .map((text) => `<code>${escaped(text)}</code>`),
      safe.map(
        (text) =>
          `<a href="https://x.example/${encodeURIComponent(text)}?a=(1)&amp;b=2" title="t">${text}</a>`,
      ),
      safe.map((text) => `<kbd>${text}</kbd>`),
      safe.map((text) => `x<sub>${text}</sub>`),
      safe.map((text) => `<mark>${text}</mark>`),
      safe.map((text) => `<q>${text}</q>`),
      safe.map((text) => `<cite>${text}</cite>`),
      safe.map((text) => `<time datetime="2024-03-01">${text}</time>`),
      fc
        .constantFrom('E=mc^2', 'a_1 * b_1', '\\frac{a}{b}')
        .map((latex) => `<span data-math="inline">${latex}</span>`),
      fc.constant('<img src="https://x.example/a.png" alt="a [b]">'),
      fc.constant('<img src="https://x.example/a.png" alt="" width="20" height="10">'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => `w ${pieces.join(' ')} w`);

const paragraph = inline.map((html) => `<p>${html}</p>`);
const leaf = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  { weight: 2, arbitrary: block },
  fc.constant('<hr>'),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), words)
    .map(([level, text]) => `<h${level}>${escaped(text)}</h${level}>`),
  fc.constantFrom('\\sum_{i=0}^n i', 'a\n= b').map((latex) => `<div data-math="block">${latex}</div>`),
  fc
    .tuple(inline, inline)
    .map(
      ([a, b]) =>
        `<table><thead><tr><th align="left">${a}</th><th align="right">${b}</th></tr></thead><tbody><tr><td align="left">${b}</td><td align="right">${a}</td></tr></tbody></table>`,
    ),
  fc
    .tuple(inline, block)
    .map(
      ([a, b]) =>
        `<table><caption>${a}</caption><tbody><tr><td colspan="2">${b}</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>`,
    ),
  fc.tuple(inline, block).map(([a, b]) => `<dl><dt>${a}</dt><dd><p>one</p>${b}</dd></dl>`),
  inline.map(
    (caption) =>
      `<figure><img src="https://x.example/f.png" alt="f"><figcaption>${caption}</figcaption></figure>`,
  ),
  fc.constant('<p data-embed="video"><a href="https://v.example/1">A film</a></p>'),
);

const { flow } = fc.letrec<{ flow: string; container: string }>((tie) => ({
  flow: fc
    .array(fc.oneof({ weight: 4, arbitrary: leaf }, tie('container')), {
      minLength: 1,
      maxLength: 3,
      depthIdentifier: 'flow',
    })
    .map((list) => list.join('')),
  container: fc.oneof(
    { depthSize: 'small', maxDepth: 2, depthIdentifier: 'flow' },
    paragraph,
    tie('flow').map((html) => `<blockquote><p>q</p>${html}</blockquote>`),
    tie('flow').map((html) => `<aside data-callout="warning"><p>c</p>${html}</aside>`),
    fc
      .tuple(safe, tie('flow'))
      .map(
        ([title, html]) =>
          `<aside data-callout="note"><p data-callout-title="">${title}</p><p>c</p>${html}</aside>`,
      ),
    fc.tuple(inline, tie('flow')).map(([text, html]) => `<ul><li>${text}</li><li><p>i</p>${html}</li></ul>`),
    fc
      .tuple(inline, inline)
      .map(
        ([a, b]) =>
          `<ol start="3"><li>${a}</li><li>${b}<ul><li data-task="done">${a}</li><li data-task="open">${b}</li></ul></li></ol>`,
      ),
    fc
      .tuple(inline, tie('flow'))
      .map(([summary, html]) => `<details open=""><summary>${summary}</summary><p>d</p>${html}</details>`),
    fc
      .tuple(block, tie('flow'))
      .map(
        ([code, html]) =>
          `<div data-tabs=""><section data-tab="npm">${code}</section><section data-tab="&quot;pnpm&quot;"><p>t</p>${html}</section></div>`,
      ),
  ),
}));

const noted = fc
  .tuple(inline, inline)
  .map(
    ([a, b]) =>
      `<p>see<sup data-footnote-ref="1"><a href="#fn-1">1</a></sup> and<sup data-footnote-ref="2"><a href="#fn-2">2</a></sup></p><section data-footnotes=""><ol><li id="fn-1" data-footnote="1">${a}</li><li id="fn-2" data-footnote="2"><p>${b}</p><p>more</p></li></ol></section>`,
  );

/** Article HTML with every construct of docs/article-html.md, in the forms that the extractor writes. */
export const articleHtml = fc
  .tuple(
    fc.array(fc.oneof({ weight: 3, arbitrary: leaf }, flow), { minLength: 1, maxLength: 4 }),
    fc.option(noted),
  )
  .map(([blocks, notes]) => `${blocks.join('')}${notes ?? ''}`);
