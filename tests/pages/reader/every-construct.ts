/** Code as its author wrote it: tabs, blank lines, trailing spaces, and what looks like markup. */
export const exactCode = 'func main() {\n\n\tif a < b && c > d {  \n\t\tfmt.Println("<b>&amp;</b>")\n\t}\n}';

/** Article HTML with every construct of docs/article-html.md. */
export const everyConstruct = `
<p data-block="0">First paragraph about <strong>goroutine</strong> 调度，with <code>runtime.Gosched()</code>, <kbd>Ctrl</kbd>, <a href="https://go.dev/ref/mem" title="spec">a link</a>, <ruby>汉<rt>hàn</rt></ruby>, <mark>a mark</mark>, H<sub>2</sub>O and <span data-math="inline">E = mc^2</span><sup data-footnote-ref="1"><a href="#fn-1">1</a></sup>.</p>
<h2 id="clip-intro" data-block="1">GMP 模型 and code</h2>
<pre data-block="2"><code class="language-go" data-file="main.go" data-lines="3-4">${exactCode.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code></pre>
<pre data-block="3"><code class="language-bash" data-guessed>kubectl -n kube-system logs -l k8s-app=kube-dns --tail=100 --all-containers --since=10m | grep -v NXDOMAIN | sort</code></pre>
<pre data-block="4"><code>no language</code></pre>
<div data-tabs><section data-tab="npm"><pre data-block="5"><code class="language-bash">npm i dexie</code></pre></section><section data-tab="pnpm"><pre data-block="6"><code class="language-bash">pnpm add dexie</code></pre></section><section data-tab="说明"><p data-block="7">第三个标签</p></section></div>
<aside data-callout="warning"><p data-block="8">A callout without a title of its own.</p></aside>
<aside data-callout="tip"><p data-callout-title>小技巧</p><p>A callout with one.</p></aside>
<aside data-callout="danger"><p>Danger.</p></aside><aside data-callout="note"><p>Note.</p></aside><aside data-callout="quote"><p>Quote.</p></aside>
<ul><li data-task="done">done</li><li data-task="open"><p>open</p></li><li>plain<ol start="3"><li>three</li></ol></li></ul>
<div data-math="block">\\sum_{i=1}^{n} x_i = \\frac{n(n+1)}{2}</div>
<table><caption>Schedulers</caption><thead><tr><th>Name</th><th align="right">Year</th></tr></thead><tbody><tr><td>CFS</td><td align="right">2007</td></tr><tr><td>EEVDF</td><td align="right">2023</td></tr></tbody></table>
<figure><img src="https://cdn.example.com/gmp.png" alt="The GMP model" width="640" height="320"><figcaption>Figure 1: GMP</figcaption></figure>
<p><a href="https://example.com/full"><img src="https://cdn.example.com/linked.png" alt=""></a></p>
<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="dot"></p>
<blockquote><p>A quotation.</p><p>Second paragraph.</p></blockquote>
<details open><summary>More</summary><p data-block="9">Folded text.</p></details>
<dl><dt>Term</dt><dd>Definition</dd></dl>
<hr>
<figure data-diagram><pre data-block="10"><code class="language-mermaid">graph TD; A--&gt;B</code></pre></figure>
<p data-embed="video"><a href="https://www.youtube.com/watch?v=x">A talk</a></p>
<section data-footnotes><ol><li id="fn-1" data-footnote="1"><p>The note.</p></li></ol></section>`;
