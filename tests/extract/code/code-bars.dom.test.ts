import { describe, expect, test } from 'vitest';
import { blocksOf, fenced } from '../block-of.ts';

const code = 'let n = 2;\nstart(n);';
const pre = `<pre><code>${code}</code></pre>`;

/** Rows of controls, which name the language or nothing. */
const bars: readonly (readonly [what: string, html: string, language: string])[] = [
  [
    'what an assistant offers',
    `<div class="b"><div><span>TypeScript</span><span>Explain</span><span>Ask AI</span></div>${pre}</div>`,
    'typescript',
  ],
  [
    'a label in Chinese',
    `<div class="b"><div class="toolbar"><div><span>代码语言：</span>javascript</div><div>复制</div></div>${pre}</div>`,
    'javascript',
  ],
  [
    'what can be pressed after signing in',
    `<div class="b">${pre}<div class="bar"><button>登录后复制</button></div></div>`,
    '',
  ],
  [
    'a name of a language that is no word of code',
    `<div class="codeHeader"><span class="language">Azure CLI</span><button>Copy</button></div>${pre}`,
    'azurecli',
  ],
  [
    'the language of an editor, within its own element',
    `<div class="notion-code-block"><div><div contenteditable="false"><div role="button">Python</div><div role="button">Copy</div></div><div><div class="line-numbers" style="white-space:pre;font-family:monospace">${code}\n</div></div></div></div>`,
    'python',
  ],
];

describe('bars beside code go, and name its language', () => {
  test.each(bars)('%s', (_what, html, language) => {
    expect(blocksOf(html)).toBe(fenced(code, language));
  });
});

describe('a language is stated', () => {
  test.each([
    ['by an element of the page’s own', `<code-sample lang="ruby">${pre}</code-sample>`],
    ['by any attribute that is called so', `<div data-code-lang="ruby">${pre}</div>`],
    ['by a class of a highlighter', `<div class="geshi no ruby">${pre}</div>`],
  ])('%s', (_how, html) => {
    expect(blocksOf(html)).toBe(fenced(code, 'ruby'));
  });

  test('but not by the language of people', () => {
    expect(blocksOf(`<div data-content-language="zh-CN">${pre}</div>`)).toBe(fenced(code));
  });
});
