/** How one highlighter, theme or platform lays a code block out. */
export interface CodeLayout {
  readonly name: string;
  /** The outermost element of the block. */
  readonly block: string;
  /** Where the code stands in it; absent = the block itself. */
  readonly code?: string;
}

/** Tried in order; a block inside one that is already recognised is left alone. */
export const codeLayouts: readonly CodeLayout[] = [
  {
    name: 'crayon',
    block: '.crayon-syntax, .urvanov-syntax-highlighter-syntax',
    code: 'textarea.crayon-plain, textarea.urvanov-syntax-highlighter-plain, .crayon-code .crayon-pre, td.crayon-code',
  },
  {
    name: 'syntaxhighlighter',
    block: 'div.syntaxhighlighter',
    code: 'td.code .container, td.code, .container',
  },
  {
    name: 'enlighter',
    block: '.enlighter-default, .enlighter-t-enlighter',
    code: '.enlighter-raw, .enlighter-code, .enlighter',
  },
  { name: 'codemirror', block: '.CodeMirror', code: '.CodeMirror-code' },
  { name: 'codemirror', block: '.cm-editor', code: '.cm-content' },
  { name: 'monaco', block: '.monaco-editor', code: '.view-lines' },
  { name: 'mermaid', block: 'div.mermaid:not(:has(svg))' },
  { name: 'ace', block: '.ace_editor', code: '.ace_text-layer' },
  { name: 'github-blob', block: 'textarea[aria-label="file content"]' },
  {
    name: 'github-blob',
    block: 'table.js-file-line-container, table.highlight:has(td.blob-code)',
    code: 'tbody',
  },
  { name: 'gitlab-blob', block: '.blob-content .code, .file-content.code', code: 'pre code, pre' },
  { name: 'wechat', block: '.code-snippet__fix, section.code-snippet', code: 'pre.code-snippet__js, pre' },
  { name: 'expressive-code', block: '.expressive-code', code: 'pre > code, pre' },
  {
    name: 'hexo',
    block: 'figure.highlight, figure.hljs, .highlight-wrap',
    code: 'td.code pre, .code pre, td.code, pre',
  },
  {
    name: 'hugo-table',
    block: '.highlight:has(table.lntable), .chroma:has(table.lntable), div.chroma:has(> table)',
    code: '.lntd:last-child pre, .lntd:last-child code',
  },
  {
    name: 'rouge-table',
    block:
      'div.highlighter-rouge:has(table), figure.highlight:has(table), pre:has(table.rouge-table), .highlight:has(table.rouge-table)',
    code: 'td.rouge-code pre, td.rouge-code, td.code pre, td.code',
  },
  { name: 'octopress', block: 'figure.code, .highlight:has(td.gutter)', code: 'td.code pre, td.code, pre' },
  { name: 'nikola', block: 'table.codetable' },
  { name: 'distill', block: 'd-code[block]' },
  {
    name: 'pygments-table',
    block: '.highlighttable, table.highlighttable, .codehilitetable, table:has(> tbody > tr > td.linenos)',
    code: 'td.code pre, td.code',
  },
  { name: 'hljs-lines', block: 'pre:has(table.hljs-ln), code:has(> table.hljs-ln)', code: 'table.hljs-ln' },
  {
    name: 'table-lines',
    block: 'table:has(td.blob-num), table:has(td.hljs-ln-code), table.code-table, pre > table',
  },
  { name: 'confluence', block: 'div.code.panel, div.preformatted.panel', code: 'pre, .codeContent' },
  { name: 'cnblogs', block: '.cnblogs_code', code: 'pre, div' },
  { name: 'notion', block: '.notion-code-block, .notion-code', code: '.line-numbers, pre, code' },
  { name: 'discuz', block: 'div.blockcode:has(ol)', code: 'ol' },
  { name: 'geshi', block: '.geshi:has(> ol), div:has(> ol > li > div.de1)', code: 'ol' },
  { name: 'prettify', block: '.prettyprint:has(ol.linenums)', code: 'ol.linenums' },
];
