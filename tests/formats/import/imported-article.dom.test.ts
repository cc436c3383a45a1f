import { describe, expect, test } from 'vitest';
import { importedArticle, takeArticle } from '../../../src/formats/import/imported-article.ts';
import { importedClip, type ImportedContent } from '../../../src/formats/import/imported-clip.ts';

function articleOf(kind: ImportedContent['kind'], text: string) {
  const entry = importedClip({ url: 'https://x.example/a/b', title: 'T', content: { kind, text } }, {});
  if (entry.kind !== 'clip') throw new Error('no clip');
  return importedArticle(entry.clip);
}

const withoutPlaces = (html: string) => html.replaceAll(/ data-block="\d+"/g, '');

describe('Markdown becomes article HTML', () => {
  test.each([
    [
      'a callout with a title',
      '> [!WARNING] Mind the *gap*\n> text',
      '<aside data-callout="warning"><p data-callout-title="">Mind the <em>gap</em></p><p>text</p></aside>',
    ],
    ["GitHub's alert", '> [!NOTE]\n> text', '<aside data-callout="note"><p>text</p></aside>'],
    ['a quote', '> [!unheard] text', '<blockquote><p>[!unheard] text</p></blockquote>'],
    [
      'tasks',
      '- [x] done\n- [ ] open',
      '<ul><li data-task="done">done</li><li data-task="open">open</li></ul>',
    ],
    [
      'code with all that is said of it',
      '```go title="main.go" {1,3-4}\nx\n```',
      '<pre><code data-lines="1,3-4" data-file="main.go" class="language-go">x</code></pre>',
    ],
    [
      'code with its file after a colon',
      '```js:src/a.js\nx\n```',
      '<pre><code data-file="src/a.js" class="language-javascript">x</code></pre>',
    ],
    [
      'formulas',
      'a $x_1$ b\n\n$$\n\\sum\n$$',
      '<p>a <span data-math="inline">x_1</span> b</p><div data-math="block">\\sum</div>',
    ],
    [
      'footnotes',
      'a[^n]\n\n[^n]: note',
      '<p>a<sup data-footnote-ref="1"><a href="#fn-1">1</a></sup></p><section data-footnotes=""><ol><li id="fn-1" data-footnote="1">note</li></ol></section>',
    ],
    ["Obsidian's links", '[[Note|shown]] and [[Other]] ![[file.png]]', '<p>shown and Other</p>'],
    [
      'addresses',
      '[a](../c "t") ![i](i.png)',
      '<p><a href="https://x.example/c" title="t">a</a> <img src="https://x.example/a/i.png" alt="i"></p>',
    ],
    [
      'tables',
      '| a | b |\n| :- | -: |\n| 1 | 2 |',
      '<table><thead><tr><th align="left">a</th><th align="right">b</th></tr></thead><tbody><tr><td align="left">1</td><td align="right">2</td></tr></tbody></table>',
    ],
  ])('%s', (_name, markdown, html) => {
    const wanted = document.createElement('div');
    wanted.append(document.createRange().createContextualFragment(html));
    const got = document.createElement('div');
    got.append(
      document.createRange().createContextualFragment(withoutPlaces(articleOf('markdown', markdown).html)),
    );
    expect(got.isEqualNode(wanted) ? html : got.innerHTML).toBe(html);
  });
});

test('HTML of other tools goes through the steps of the extractor', () => {
  const html =
    '<div class="page"><figure class="highlight go"><table><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre><span class="line">a\t{</span><br><span class="line">}</span></pre></td></tr></table></figure><p>x <b>y</b></p></div>';
  const { blocks, measure, integrity } = articleOf('html', html);
  expect(blocks).toMatchObject([
    { kind: 'code', text: 'a\t{\n}', language: 'go' },
    { kind: 'prose', text: 'x y' },
  ]);
  expect(measure.codeBlocks).toBe(1);
  expect(integrity).toMatchObject({ extractorVersion: 'import', coverage: 1 });
});

test('a clip without content is a link', () => {
  const entry = importedClip({ url: 'https://x.example/', title: 'T', author: 'Lin' }, {});
  if (entry.kind !== 'clip') throw new Error('no clip');
  expect(importedArticle(entry.clip)).toMatchObject({ html: '', blocks: [], author: 'Lin', title: 'T' });
});

const hostile = [
  '<script>fired()</script>',
  '<img src=x onerror=fired()>',
  '<svg><script>fired()</script></svg>',
  '<a href="javascript:fired()">x</a>',
  '[x](javascript:fired())',
  '[x](data:text/html,<script>fired()</script>)',
  '![x](javascript:fired())',
  '![x](x" onerror="fired())',
  '<javascript:fired()>',
  '```"><img src=x onerror=fired()>\nx\n```',
  '```js title="\\"><img src=x onerror=fired()>"\nx\n```',
  '> [!note] <img src=x onerror=fired()>\n> x',
  '[^1]\n\n[^1]: <img src=x onerror=fired()>',
  '$<img src=x onerror=fired()>$',
  '[[<img src=x onerror=fired()>]]',
  '<iframe srcdoc="<script>fired()</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=fired()&gt;">',
  '<form id=x><input name=attributes></form><p onclick=fired()>x',
  '<div id="clip-a" onmouseover=fired()>x</div><a href="#clip-a" onclick=fired()>y</a>',
  '<style>@import "https://evil.example"</style><link rel=stylesheet href=https://evil.example>',
  '<base href="https://evil.example/"><img src="a.png">',
  '<template><img src=x onerror=fired()></template>',
];

describe('nothing in imported content runs', () => {
  test.each(hostile)('%s', async (text) => {
    Reflect.set(window, 'fired', () => Reflect.set(window, 'firedOnce', true));
    for (const kind of ['html', 'markdown', 'article'] as const) {
      const { html } = articleOf(kind, text);
      const holder = document.createElement('div');
      document.body.append(holder);
      holder.append(document.createRange().createContextualFragment(html));
      for (const element of holder.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on|^style$|^srcdoc$/);
          if (name === 'href' || name === 'src')
            expect(value).toMatch(/^(https?:|mailto:|#(clip|fn)-|data:image\/)/);
          expect(value).not.toMatch(/^\s*javascript:|evil\.example\/a\.png/);
        }
        expect(element.tagName).not.toMatch(/^(SCRIPT|STYLE|IFRAME|LINK|FORM|TEMPLATE|SVG|BASE)$/i);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
      holder.remove();
    }
    expect(Reflect.get(window, 'firedOnce')).toBeUndefined();
  });
});

test('a picture that the file names and does not hold leaves its description, and is named', () => {
  const entry = importedClip(
    {
      url: 'https://x.example/a',
      content: { kind: 'html', text: '<p>Text <img src="cid:0042" alt="a map"></p>' },
    },
    {},
  );
  if (entry.kind !== 'clip') throw new Error('no clip');
  const { article, pictures } = takeArticle(entry.clip);
  expect(withoutPlaces(article.html)).toBe('<p>Text a map</p>');
  expect(pictures.missing).toEqual(['cid:0042']);
});

test('what the user of a notebook has highlighted is highlighted, in its colour; the author’s own marks stay', () => {
  const entry = importedClip(
    {
      url: 'https://x.example/',
      content: {
        kind: 'html',
        text: [
          '<div>One <span style="--en-highlight:green;background-color: #afa;">bright <b>lamp</b></span> of <mark>two</mark></div>',
          '<div><span style="background-color: rgb(255, 250, 165);-evernote-highlight:true;">an old one</span></div>',
          '<p>and <mark class="highlight-blue_background">Notion’s</mark></p>',
        ].join(''),
      },
    },
    {},
  );
  if (entry.kind !== 'clip') throw new Error('no clip');
  const { article, highlights } = takeArticle(entry.clip);
  expect(highlights.map(({ quote, color }) => [quote, color])).toEqual([
    ['bright lamp', 'green'],
    ['an old one', 'yellow'],
    ['Notion’s', 'blue'],
  ]);
  expect(highlights.every(({ range }) => range !== null)).toBe(true);
  expect(article.html).toContain('<mark>two</mark>');
  expect(article.html).not.toContain('data-highlight');
});
