/** A page of the size class of the HTML specification: sections of prose, lists, tables, links and code. */
export function bigPage(bytes: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let section = 1; length < bytes; section++) {
    const part = `<h2 id="s${String(section)}">Section ${String(section)}</h2><p>The <dfn>element</dfn> of section ${String(section)}, which <a href="#s1">represents</a> its <code>children</code>, must not <em>nest</em>, as users of it expect.</p><ul><li>One, with <a href="https://example.org/${String(section)}">a link</a>.</li><li>Two.</li></ul><pre><code class="language-html">&lt;p class=a&gt;${String(section)}&lt;/p&gt;\n\t&lt;br&gt;</code></pre><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>`;
    parts.push(part);
    length += part.length;
  }
  return `<!doctype html><html lang="en"><head><title>Big</title></head><body><main><h1>Big</h1>${parts.join('')}</main></body></html>`;
}
