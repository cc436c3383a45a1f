import { expect, test } from 'vitest';
import { articleToMarkdown } from '../../../../src/formats/markdown/write/article-to-markdown.ts';

test('spaces and tabs at the ends of lines of code are the author’s', () => {
  const code = 'if x:   \n\t\n    pass\t';
  const fence = `\`\`\`python\n${code}\n\`\`\`\n`;
  const html = `<pre><code class="language-python">${code}</code></pre>`;
  expect(articleToMarkdown(html)).toBe(fence);
  expect(articleToMarkdown(`<p>before</p>${html}`)).toBe(`before\n\n${fence}`);
  expect(articleToMarkdown(`<blockquote>${html}</blockquote>`)).toBe(fence.replaceAll(/^(?=.)/gm, '> '));
});

test('spaces at the ends of other lines go, but for a line break', () => {
  expect(articleToMarkdown('<p>one <br>two </p><ul><li>a</li></ul>')).toBe('one  \ntwo\n\n- a\n');
});

/** One line a rule: the dialect of docs/article-html.md on the left, what an author would write on the right. */
test.each([
  ['<h3>One <code>two</code></h3>', '### One `two`\n'],
  ['<p>a <strong>b</strong> <em>c</em> <del>d</del></p>', 'a **b** *c* ~~d~~\n'],
  ['<p><code>a `b` c</code></p>', '``a `b` c``\n'],
  ['<p><q>said</q></p>', '“said”\n'],
  ['<p><kbd>Ctrl</kbd></p>', '<kbd>Ctrl</kbd>\n'],
  ['<p><a href="https://example.com/a_(b)">x</a></p>', '[x](<https://example.com/a_(b)>)\n'],
  ['<p><img src="https://example.com/a.png" alt="A [b]"></p>', '![A \\[b\\]](https://example.com/a.png)\n'],
  ['<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '3. a\n   - b\n4. c\n'],
  ['<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>', '> a\n>\n> > b\n'],
  [
    '<aside data-callout="warning"><p data-callout-title="">Mind <em>it</em></p><p>a</p></aside>',
    '> [!warning] Mind it\n> a\n',
  ],
  ['<dl><dt>a</dt><dd>b</dd></dl>', 'a\n: b\n'],
  ['<p><span data-math="inline">x_1</span></p>', '$x_1$\n'],
  [
    '<p>a<sup data-footnote-ref="1"><a href="#fn-1">1</a></sup></p><section data-footnotes=""><ol><li data-footnote="1"><p>b</p></li></ol></section>',
    'a[^1]\n\n[^1]: b\n',
  ],
  [
    '<table><thead><tr><th align="right">a|b</th><th>c</th></tr></thead><tbody><tr><td align="right">1</td><td><code>x</code></td></tr></tbody></table>',
    '| a\\|b | c |\n| ---: | --- |\n| 1 | `x` |\n',
  ],
])('%s', (html, markdown) => {
  expect(articleToMarkdown(html)).toBe(markdown);
});
