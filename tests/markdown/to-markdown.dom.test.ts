import { expect, test } from 'vitest';
import { articleToMarkdown } from '../../src/markdown/article-to-markdown.ts';

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
