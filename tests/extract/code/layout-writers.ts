/** How generators and platforms write a block of code: from the code to the HTML that a page holds. */
export const layoutWriters: Readonly<Record<string, (code: string) => string>> = {
  plain: (code) =>
    `<pre><code class="language-go">\n${text(code)}\n</code></pre>`.replace(
      '<code class="language-go">\n',
      '<code class="language-go">',
    ),
  hexo: (code) =>
    `<figure class="highlight go"><table><tbody><tr><td class="gutter"><pre>${numbers(code, '<span class="line">', '</span><br>')}</pre></td><td class="code"><pre>${each(code, (line) => `<span class="line">${tokens(line)}</span><br>`)}</pre></td></tr></tbody></table></figure>`,
  butterfly: (code) =>
    `<figure class="highlight go"><div class="highlight-tools"><i class="fas expand"></i><div class="code-lang">go</div><div class="copy-notice"></div><i class="copy-button"></i></div><table><tbody><tr><td class="gutter"><pre>${numbers(code, '<span class="line">', '</span><br>')}</pre></td><td class="code"><pre>${each(code, (line) => `<span class="line">${tokens(line)}</span><br>`)}</pre></td></tr></tbody></table></figure>`,
  chromaInline: (code) =>
    `<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-go" data-lang="go">${each(code, (line, n) => `<span class="line"><span class="ln">${String(n).padStart(2)}</span><span class="cl">${tokens(line)}\n</span></span>`)}</code></pre></div>`,
  chromaTable: (code) =>
    `<div class="highlight"><div class="chroma"><table class="lntable"><tbody><tr><td class="lntd"><pre class="chroma"><code>${numbers(code, '<span class="lnt">', '\n</span>')}</code></pre></td><td class="lntd"><pre class="chroma"><code class="language-go" data-lang="go">${each(code, (line) => `<span class="line"><span class="cl">${tokens(line)}\n</span></span>`)}</code></pre></td></tr></tbody></table></div></div>`,
  rougeTable: (code) =>
    `<div class="language-go highlighter-rouge"><div class="code-header"><span data-label-text="Go"></span><button aria-label="copy"></button></div><div class="highlight"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">${numbers(code, '', '\n')}</pre></td><td class="rouge-code"><pre>${tokens(code)}\n</pre></td></tr></tbody></table></code></div></div>`,
  prismLineNumbers: (code) =>
    `<div class="code-toolbar"><pre class="language-go line-numbers"><code class="language-go">${tokens(code)}<span aria-hidden="true" class="line-numbers-rows">${each(code, () => '<span></span>')}</span></code></pre><div class="toolbar"><div class="toolbar-item"><button>Copy</button></div></div></div>`,
  hljsLines: (code) =>
    `<pre><code class="language-go hljs"><table class="hljs-ln"><tbody>${each(code, (line, n) => `<tr><td class="hljs-ln-line hljs-ln-numbers" data-line-number="${String(n)}"><div class="hljs-ln-n" data-line-number="${String(n)}"></div></td><td class="hljs-ln-line hljs-ln-code" data-line-number="${String(n)}">${tokens(line)}</td></tr>`)}</tbody></table></code></pre>`,
  shiki: (code) =>
    `<div class="language-go vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">go</span><pre class="shiki vp-code"><code>${lines(
      code,
    )
      .map((line) => `<span class="line">${tokens(line)}</span>`)
      .join('\n')}</code></pre></div>`,
  expressiveCode: (code) =>
    `<div class="expressive-code"><figure class="frame"><figcaption class="header"></figcaption><pre data-language="go"><code>${each(code, (line, n) => `<div class="ec-line"><div class="gutter"><div class="ln">${String(n)}</div></div><div class="code">${line === '' ? '\n' : tokens(line)}</div></div>`)}</code></pre><div class="copy"><button title="Copy to clipboard"><div></div></button></div></figure></div>`,
  docusaurus: (code) =>
    `<div class="language-go codeBlockContainer_x theme-code-block"><div class="codeBlockContent_y"><pre tabindex="0" class="prism-code language-go codeBlock_z"><code class="codeBlockLines_w">${each(code, (line) => `<span class="token-line" style="color:#fff"><span class="token plain"${line === '' ? ' style="display:inline-block"' : ''}>${text(line)}</span><br></span>`)}</code></pre><div class="buttonGroup_v"><button type="button">Copy</button></div></div></div>`,
  sphinx: (code) =>
    `<div class="highlight-go notranslate"><div class="highlight"><pre><span></span>${tokens(code)}\n</pre></div></div>`,
  mkdocsMaterial: (code) =>
    `<div class="language-go highlight"><table class="highlighttable"><tbody><tr><td class="linenos"><div class="linenodiv"><pre>${numbers(code, '<span class="normal">', '</span>\n')}</pre></div></td><td class="code"><div><pre><span></span><code>${each(code, (line, n) => `<a id="__codelineno-0-${String(n)}" name="__codelineno-0-${String(n)}"></a>${tokens(line)}\n`)}</code></pre></div></td></tr></tbody></table></div>`,
  codeMirror: (code) =>
    `<div class="CodeMirror"><div class="CodeMirror-gutters"></div><div class="CodeMirror-code">${each(code, (line, n) => `<div style="position:relative"><div class="CodeMirror-gutter-wrapper"><div class="CodeMirror-linenumber">${String(n)}</div></div><pre class="CodeMirror-line" role="presentation"><span>${line === '' ? '\u200b' : tokens(line)}</span></pre></div>`)}</div></div>`,
  githubBlob: (code) =>
    `<table class="highlight js-file-line-container"><tbody>${each(code, (line, n) => `<tr><td id="L${String(n)}" class="blob-num js-line-number" data-line-number="${String(n)}"></td><td class="blob-code blob-code-inner js-file-line">${tokens(line)}</td></tr>`)}</tbody></table>`,
  csdn: (code) =>
    `<pre data-index="0" class="prettyprint set-code-show"><code class="prism language-go has-numbering" onclick="mdcp.copyCode(event)">${tokens(code)}<div class="hljs-button {2}" data-title="复制"></div></code><ul class="pre-numbering" style="">${each(code, (_, n) => `<li style="color: rgb(153, 153, 153);">${String(n)}</li>`)}</ul></pre>`,
  juejin: (code) =>
    `<pre><div class="code-block-extension-header"><div class="code-block-extension-headerLeft"><div class="code-block-extension-foldBtn"></div></div><div class="code-block-extension-headerRight"><span class="code-block-extension-lang">go</span><div class="code-block-extension-copyCodeBtn">复制代码</div></div></div><code class="hljs language-go" lang="go">${tokens(code)}\n</code></pre>`,
  wechat: (code) =>
    `<section class="code-snippet__fix code-snippet__js"><ul class="code-snippet__line-index code-snippet__js">${each(code, () => '<li></li>')}</ul><pre class="code-snippet__js" data-lang="go">${each(code, (line) => `<code><span class="code-snippet_outer">${tokens(line)}</span></code>`)}</pre></section>`,
  mdnice: (code) =>
    `<pre class="custom"><span class="dots"></span><code class="hljs">${text(code).replaceAll('\n', '<br>')}<br></code></pre>`,
  medium: (code) =>
    `<pre class="a b c"><span id="1" class="d e" data-selectable-paragraph="">${text(code).replaceAll('\n', '<br>')}</span></pre>`,
  devTo: (code) =>
    `<div class="highlight js-code-highlight"><pre class="highlight go"><code>${tokens(code)}\n</code></pre><div class="highlight__panel js-actions-panel"><div class="highlight__panel-action"><svg><title>Enter fullscreen mode</title></svg></div></div></div>`,
  syntaxHighlighter: (code) =>
    `<div class="syntaxhighlighter go"><table><tbody><tr><td class="gutter">${each(code, (_, n) => `<div class="line number${String(n)}">${String(n)}</div>`)}</td><td class="code"><div class="container">${each(code, (line, n) => `<div class="line number${String(n)}"><code class="go plain">${text(line)}</code></div>`)}</div></td></tr></tbody></table></div>`,
  prettify: (code) =>
    `<pre class="prettyprint lang-go"><ol class="linenums">${each(code, (line, n) => `<li class="L${String((n - 1) % 10)}">${tokens(line)}</li>`)}</ol></pre>`,
  octopress: (code) =>
    `<figure class="code"><figcaption><span></span></figcaption><div class="highlight"><table><tbody><tr><td class="gutter"><pre class="line-numbers">${numbers(code, '<span class="line-number">', '</span>\n')}</pre></td><td class="code"><pre><code class="go">${each(code, (line) => `<span class="line">${tokens(line)}</span>\n`)}</code></pre></td></tr></tbody></table></div></figure>`,
  vuepressHope: (code) =>
    `<div class="language-go line-numbers-mode" data-highlighter="shiki" data-ext="go"><pre class="shiki vp-code"><code class="language-go">${lines(
      code,
    )
      .map((line) => `<span class="line">${tokens(line)}</span>`)
      .join(
        '\n',
      )}</code></pre><div class="line-numbers" aria-hidden="true">${each(code, () => '<div class="line-number"></div>')}</div></div>`,
  vuepress: (code) =>
    `<div class="language-go line-numbers-mode"><div class="highlight-lines"><br><div class="highlighted">&nbsp;</div></div><pre class="language-go"><code>${tokens(code)}\n</code></pre><div class="line-numbers-wrapper">${numbers(code, '<span class="line-number">', '</span><br>')}</div></div>`,
  zola: (code) =>
    `<pre data-linenos data-lang="go" class="language-go"><code class="language-go" data-lang="go"><table><tbody>${each(code, (line, n) => `<tr><td>${String(n)}</td><td><span>${text(line)}\n</span></td></tr>`)}</tbody></table></code></pre>`,
  giallo: (code) =>
    `<pre class="giallo"><code data-lang="go">${each(code, (line, n) => `<span class="giallo-l"><span class="giallo-ln">${String(n)}</span><span>${tokens(line)}</span></span>\n`)}</code></pre>`,
  quarto: (code) =>
    `<div class="code-copy-outer-scaffold"><div class="sourceCode" id="cb1"><pre class="sourceCode go code-with-copy"><code class="sourceCode go">${lines(
      code,
    )
      .map(
        (line, n) =>
          `<span id="cb1-${String(n)}"><a href="#cb1-${String(n)}" aria-hidden="true" tabindex="-1"></a>${tokens(line)}</span>`,
      )
      .join(
        '\n',
      )}</code></pre></div><button title="Copy to Clipboard" class="code-copy-button"><i class="bi"></i></button></div>`,
  docsy: (code) =>
    `<div class="highlight"><pre tabindex="0" style="tab-size:4"><code class="language-go" data-lang="go">${each(code, (line) => `<span style="display:flex;"><span>${tokens(line)}\n</span></span>`)}</code></pre></div>`,
  gatsby: (code) =>
    `<div class="gatsby-highlight" data-language="go"><pre class="language-go line-numbers"><code class="language-go">${lines(
      code,
    )
      .map((line, n) =>
        n === 0 ? `<span class="gatsby-highlight-code-line">${tokens(line)}</span>` : `${tokens(line)}\n`,
      )
      .join(
        '',
      )}</code><span aria-hidden="true" class="line-numbers-rows">${each(code, () => '<span></span>')}</span></pre></div>`,
  rehypePrettyCode: (code) =>
    `<figure data-rehype-pretty-code-figure=""><pre data-language="go" data-theme="dark"><code data-language="go" style="display:grid">${lines(
      code,
    )
      .map((line) => `<span data-line="">${line === '' ? ' ' : tokens(line)}</span>`)
      .join('\n')}</code></pre></figure>`,
  asciidoc: (code) =>
    `<div class="listingblock"><div class="content"><pre class="highlightjs highlight"><code class="language-go hljs" data-lang="go">${tokens(code)}</code></pre><div class="source-toolbox"><span class="source-lang">go</span><button class="copy-button">Copy</button></div></div></div>`,
  enlighter: (code) =>
    `<div class="enlighter-default enlighter-t-enlighter"><div class="enlighter-code"><div class="enlighter">${each(code, (line) => `<div><div>${tokens(line)}</div></div>`)}</div></div></div><pre class="EnlighterJSRAW enlighter-origin" data-enlighter-language="go" style="display: none;">${text(code)}</pre>`,
  githubFile: (code) =>
    `<textarea aria-label="file content" data-language="go" readonly>\n${text(code)}</textarea>`,
  monaco: (code) =>
    `<div data-language="go"><div class="monaco-editor"><div class="view-lines">${lines(code)
      .map(
        (line, n) =>
          `<div style="top:${String(19 * n)}px" class="view-line"><span><span class="mtk1">${tokens(line)}</span></span></div>`,
      )
      .toReversed()
      .join('')}</div></div></div>`,
  divLines: (code) =>
    `<pre class="language-go"><code>${each(code, (line) => `<div>${line === '' ? '<br>' : tokens(line)}</div>`)}</code></pre>`,
};

function lines(code: string): readonly string[] {
  return code.split('\n');
}

function each(code: string, write: (line: string, number: number) => string): string {
  return lines(code)
    .map((line, index) => write(line, index + 1))
    .join('');
}

function numbers(code: string, before: string, after: string): string {
  return each(code, (_, number) => `${before}${String(number)}${after}`);
}

function text(code: string): string {
  return code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Highlighters wrap words in spans. */
function tokens(code: string): string {
  return text(code).replace(/\b(func|return|if)\b/g, '<span class="k">$1</span>');
}
