import { describe, expect, test } from 'vitest';
import { blocksOf, fenced } from '../block-of.ts';

const lines = ['if ready {', '    start()', '', '}'];
const code = lines.join('\n');
const each = (write: (line: string, number: number) => string): string =>
  lines.map((line, index) => write(line, index + 1)).join('');

/** Code that no `<pre>` holds: what says that it is code, and how its lines are laid out. */
const withoutPre: Readonly<Record<string, string>> = {
  'code that keeps its white space': `<div><code style="white-space: pre">${code}</code></div>`,
  'code shown as a block': `<code style="display:block; white-space:pre-wrap">${code}</code>`,
  'a sample shown as a block': `<p><samp style="display: block;white-space: pre">${code}</samp></p>`,
  'a monospaced division': `<div style="font-family: Menlo, monospace; white-space: pre">${code}\n</div>`,
  'a division for each line': `<div class="source-code" data-language="go">${each((line) => `<div>${line}</div>`)}</div>`,
  'named lines': `<div class="code-block">${each((line) => `<div class="code-line"><span>${line}</span></div>`)}</div>`,
  'lines with their numbers': `<div class="listing">${each((line, n) => `<div class="line"><span class="lineno">    ${n}</span>${line}</div>`)}</div>`,
  'tooltips after the lines': `<div class="fragment">${each((line) => `<div class="line">${line}</div>`)}<div class="ttc"><div class="ttname">start</div><div>void start()</div></div></div>`,
  'an editor of nodes': `<div data-slate-type="code-block" data-code-language="go"><div data-slate-type="code-line">${lines.join('</div><div data-slate-type="code-line">')}</div></div>`,
  'lines of a rich text editor': `<div class="ql-code-block-container" spellcheck="false">${each((line) => `<div class="ql-code-block">${line === '' ? '<br>' : line}</div>`)}</div>`,
  'lines of spans in a code': `<div class="snippet"><code style="display:block">${each((line) => `<span data-line="">${line}</span>\n`)}</code></div>`,
  'lines of a code editor': `<ne-card><div class="x"><div>${each((line) => `<div class="cm-line">${line === '' ? '<br>' : line}</div>`)}</div></div></ne-card>`,
  'a list of code': `<ol class="linenums">${each((line) => `<li><code>${line}</code></li>`)}</ol>`,
  'code between blocks': `<div><p></p><code class="theme-code" spellcheck="false">${lines.join('<br>')}</code><p></p></div>`,
  'an editor’s lines in wrappers of their own': `<div class="docx-code-block"><div class="zone code-block-zone">${each((line) => `<div class="ace-line"><div class="code-line-wrapper"><span>${line}</span><span>&#8203;</span></div></div>`)}</div></div>`,
  'a list of lines in divisions': `<div class="geshi no go"><ol>${each((line) => `<li class="li1"><div class="de1">${line === '' ? '&nbsp;' : line}</div></li>`)}</ol></div>`,
  'numbers with a colon in the lines of a text': `<pre class="src">${each((line, n) => `<span class="ln"> ${n}: </span>${line}\n`)}</pre>`,
  'a row for each line, whose number a style sheet shows': `<table class="file-view"><tbody>${each((line, n) => `<tr><td class="lines-num"><span data-line-number="${n}"></span></td><td class="lines-code"><code>${line}\n</code></td></tr>`)}</tbody></table>`,
  'an old element': `<xmp>${code}</xmp>`,
  'an example to edit': `<textarea class="example" spellcheck="false">${code}\n</textarea>`,
  'a row for each line': `<table class="codelines">${each((line, n) => `<tr><td>${n}</td><td><pre>${line}</pre></td></tr>`)}</table>`,
  'a number beside each line': `<div class="box">${each((line, n) => `<div><span>${n}</span><pre>${line}</pre></div>`)}</div>`,
  'a cell of numbers that cannot be selected, beside the cell of the code': `<div class="highlight"><div style="tab-size:4"><table style="border:0"><tr><td style="padding:0"><pre tabindex="0"><code>${each((_, n) => `<span style="user-select:none">${n}\n</span>`)}</code></pre></td>\n<td style="width:100%">\n<pre tabindex="0"><code data-lang="go">${each((line) => `<span style="display:flex;"><span>${line}\n</span></span>`)}</code></pre></td></tr></table></div></div>`,
  'a column of numbers beside the lines': `<div class="flex"><div>${each((_, n) => `<span>${n}</span>`)}</div><div>${each((line) => `<pre>${line}</pre>`)}</div></div>`,
};

describe('code without a <pre>', () => {
  test.each(Object.entries(withoutPre))('%s', (_, html) => {
    expect(blocksOf(html).replace('```go', '```')).toBe(fenced(code));
  });

  test.each([
    [
      'inline code that keeps its white space',
      '<p>Call <code style="white-space: break-spaces">start()</code> first.</p>',
      'Call `start()` first.',
    ],
    [
      'a message that keeps its line breaks',
      '<div style="white-space: pre-wrap">First of all\nthe second line.</div>',
      'First of all the second line.',
    ],
    [
      'text in highlighted divisions',
      '<div class="highlight"><div>One thing.</div><div>Another.</div></div>',
      'One thing.\n\nAnother.',
    ],
    [
      'a language of people',
      '<div data-lang="en"><div>One thing.</div><div>Another.</div></div>',
      'One thing.\n\nAnother.',
    ],
    [
      'a table of numbers',
      '<table><tr><td>1</td><td>one</td></tr><tr><td>2</td><td>two</td></tr></table>',
      '| 1 | one |\n| 2 | two |',
    ],
  ])('is not %s', (_, html, markdown) => {
    expect(blocksOf(html)).toContain(markdown);
    expect(blocksOf(html)).not.toContain('```');
  });
});

/** Numbers that stand in code; what tells them. */
const numbered: Readonly<Record<string, string>> = {
  'cannot be selected': `<pre><code>${each((line, n) => `<span style="display:flex"><span style="user-select:none;margin-right:.4em">${n}</span><span>${line}\n</span></span>`)}</code></pre>`,
  'are cells': `<pre><table>${each((line, n) => `<tr><td style="color:gray">${n}</td><td>${line}</td></tr>`)}</table></pre>`,
  'begin each line and count': `<pre><code>${each((line, n) => `<div><i>${n}</i><b>${line}</b></div>`)}</code></pre>`,
  'are named': `<pre>${each((line, n) => `<a class="ln" href="#L${n}">${n}</a>${line}\n`)}</pre>`,
  'link to their lines': `<pre><code>${each((line, n) => `<a href="#l${n}">${n}</a>${line}\n`)}</code></pre>`,
  'are not read out': `<pre><code>${each((line, n) => `<span aria-hidden="true"> ${n} </span>${line}\n`)}</code></pre>`,
  'are a column of code': `<div class="code"><code style="float:left">1\n2\n3\n4\n</code><code class="language-go" style="white-space:pre">${code}</code></div>`,
  'are to be copied by nobody': `<pre><code>${each((line, n) => `<span class="row"><span unselectable="on">${n} </span>${line}\n</span>`)}</code></pre>`,
};

describe('line numbers', () => {
  test.each(Object.entries(numbered))('that %s are left out', (_, html) => {
    expect(blocksOf(html).replace('```go', '```')).toBe(fenced(code));
  });

  test('and no numbers of the code itself', () => {
    const list = '<pre><code><span class="mi">1</span> apple\n<span class="mi">2</span> pears\n</code></pre>';
    expect(blocksOf(list)).toBe(fenced('1 apple\n2 pears'));
    const each1 =
      '<pre><code><span class="line"><span class="mi">1</span> apple</span>\n<span class="line"><span class="mi">2</span> pears</span></code></pre>';
    expect(blocksOf(each1)).toBe(fenced('1 apple\n2 pears'));
  });

  test('and no line that is a number and says which it is', () => {
    const rows = ['f(', '1', ')'].map(
      (line, n) =>
        `<tr><td data-line-number="${n + 1}"></td><td data-line-number="${n + 1}">${line}</td></tr>`,
    );
    expect(blocksOf(`<pre><code><table class="hljs-ln">${rows.join('')}</table></code></pre>`)).toBe(
      fenced('f(\n1\n)'),
    );
  });

  test('a prompt that cannot be selected is no part of the command', () => {
    expect(blocksOf('<pre><span style="user-select: none">$ </span>ls -la</pre>')).toBe(fenced('ls -la'));
  });

  test('but prompts that the highlighter has read stay, with what is printed below them', () => {
    const prompt = (text: string): string => `<span class="gp" style="user-select:none">${text} </span>`;
    expect(
      blocksOf(`<pre>${prompt('&gt;&gt;&gt;')}if x:\n${prompt('...')}    x\n<span class="go">1</span></pre>`),
    ).toBe(fenced('>>> if x:\n...     x\n1'));
  });

  test('a forum’s list of lines is code', () => {
    expect(
      blocksOf(
        '<div class="blockcode"><div><ol><li>free -m<br></li><li>top</li></ol></div><em>Copy</em></div>',
      ),
    ).toBe(fenced('free -m\ntop'));
  });
});

const block = '<pre><code>x = 1</code></pre>';
/** Bars over and under a block, and the language that they say. */
const bars: readonly (readonly [string, string, string])[] = [
  [
    'language and button',
    `<div class="box"><div><span>Python</span><button>Copy</button></div>${block}</div>`,
    'python',
  ],
  ['language alone', `<div class="relative"><div>ruby</div>${block}</div>`, 'ruby'],
  ['actions alone', `<div><div>复制代码</div>${block}</div>`, ''],
  [
    'spans without an element of their own',
    `<div><span>lua</span><span>Copy code</span>${block}</div>`,
    'lua',
  ],
  ['bare text and a button', `<div class="z">php<button>复制</button>${block}</div>`, 'php'],
  [
    'a header that is a sibling in a list',
    `<ul><li><p>Do this:</p><div class="codeHeader"><span class="language">Bash</span><button>Copy</button></div>${block}</li></ul>`,
    'bash',
  ],
  ['a language under the block', `<div>${block}<div>kotlin</div></div>`, 'kotlin'],
  ['a fold', `<details><summary><span>Elixir</span></summary><div>${block}</div></details>`, 'elixir'],
  ['a caption', `<figure><figcaption>Swift</figcaption>${block}</figure>`, 'swift'],
  ['a note under the block', `<div>${block}<span>Copied!</span></div>`, ''],
  [
    'wrapped twice',
    `<div><div class="top"><div><div>Plain text</div></div></div><div><div>${block}</div></div></div>`,
    '',
  ],
  [
    'a paragraph with a link that selects',
    `<div class="codebox"><p>Code: <a href="#">Select all</a></p>${block}</div>`,
    '',
  ],
];

describe('what stands beside a block', () => {
  test.each(bars)('%s', (_, html, language) => {
    const markdown = blocksOf(html)
      .replace(/^- +Do this:\n\n/, '')
      .replace(/^ {2}/gm, '');
    expect(markdown).toBe(fenced('x = 1', language));
  });

  test('a file is the title', () => {
    expect(blocksOf(`<div><div><span>src/main.rs</span><button>Copy</button></div>${block}</div>`)).toContain(
      'rust',
    );
  });

  test.each([
    `<p>Java</p>${block}`,
    `<h4>Bash</h4>${block}`,
    `<div>The output of Python is:</div>${block}`,
    `<div class="tabs"><div role="tablist"><span role="tab">Bash</span></div><div role="tabpanel">${block}</div></div>`,
  ])('%s is text of the author', (html) => {
    expect(blocksOf(html)).toMatch(/Java|Bash|The output of Python is:/);
  });
});

describe('the language', () => {
  test.each([
    ['<div class="highlight hl-ipython3"><pre>x = 1</pre></div>', 'python'],
    ['<div class="mw-highlight mw-highlight-lang-lua"><pre>x = 1</pre></div>', 'lua'],
    ['<pre syntax="Ruby">x = 1</pre>', 'ruby'],
    ['<div class="type-go"><pre>x = 1</pre></div>', 'go'],
    ['<pre class="sh_php">x = 1</pre>', 'php'],
    ['<pre data-mode="rust"><code>x = 1</code></pre>', 'rust'],
    ['<pre class="code-block lang_swift">x = 1</pre>', 'swift'],
  ])('%s', (html, language) => {
    expect(blocksOf(html)).toBe(fenced('x = 1', language));
  });
});

describe('powers and indexes in code', () => {
  test.each([
    ['<p>It is <code>O(n<sup>2</sup>)</code>.</p>', 'It is `O(n^2)`.'],
    ['<p>Below <code>10<sup>-9</sup></code>.</p>', 'Below `10^-9`.'],
    ['<p>With <code>x<sub>n+1</sub></code>.</p>', 'With `x_(n+1)`.'],
    ['<p>With <samp>a<sub>i</sub></samp>.</p>', 'With `a_i`.'],
    ['<pre>2<sup>10</sup></pre>', fenced('2^10')],
    ['<pre><code><span>m</span><sub>0</sub> = 1</code></pre>', fenced('m_0 = 1')],
  ])('%s', (html, markdown) => {
    expect(blocksOf(html)).toBe(markdown);
  });
});

test('a drawn block stays where the next one is not its source', () => {
  const drawn =
    '<div class="enlighter-default enlighter-l-js"><div class="enlighter-code"><div class="enlighter"><div><div>start()</div></div><div><div>stop()</div></div></div></div></div>';
  const next = '<pre class="EnlighterJSRAW" data-enlighter-language="js">wait()</pre>';
  expect(blocksOf(drawn + next)).toBe(
    `${fenced('start()\nstop()')}\n\n${fenced('wait()')}`.replaceAll(
      /```(?=\w*\nst|\nwait)/g,
      '```javascript',
    ),
  );
});

test('code that its theme names after its title is not its own title', () => {
  const html =
    '<div class="theme-code-block"><div class="codeBlockTitle_OeMC">run.go</div><div class="content"><pre class="prism-code language-go codeBlockTitled_x1"><code><span>start()</span><br></code></pre></div></div>';
  expect(blocksOf(html)).toContain('title="run.go"');
});

test('a prompt and what is typed after it are one line', () => {
  const html =
    '<pre class="screen"><code class="prompt">$</code> <strong class="userinput"><code>make all</code></strong>\n<code class="output">done</code></pre>';
  expect(blocksOf(html)).toBe(fenced('$ make all\ndone'));
  const prompt = '<pre><code>$</code> <strong><code>make all</code></strong></pre>';
  expect(blocksOf(prompt)).toBe(fenced('$ make all'));
});
