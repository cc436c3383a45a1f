const layouts: readonly (readonly [string, string])[] = [
  ['docusaurus', '[class*="codeBlock"], .token-line'],
  ['mdnice', 'code > br + span, pre.custom'],
  ['shiki', '.shiki, span.line'],
  ['chroma', '.chroma, span.cl'],
  ['rouge', '.highlighter-rouge, .rouge'],
  ['prism', '[class*="language-"].line-numbers, .token'],
  ['hljs', '.hljs, [class^="hljs"]'],
  ['pygments', '.highlight, .codehilite'],
  ['br-lines', 'br'],
  ['div-lines', 'div'],
];

/** Names what wrote a `<pre>`, for the clip's record; reading it needs no such knowledge. */
export function rulesOfPre(pre: Element): string {
  for (const [name, selector] of layouts) {
    if (pre.matches(selector) || pre.querySelector(selector) !== null) return name;
  }
  return 'pre';
}
