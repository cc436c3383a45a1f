import type { Plugin } from 'vite';
import { type Replacement, replacing } from './replace-in-module.ts';

/**
 * The assignments to `innerHTML` in our libraries, each replaced by what needs no such sink, so that the package has
 * none at all: checked by web-ext lint, and under Trusted Types they would throw anyhow.
 */
export const replacements: readonly Replacement[] = [
  {
    // dangerouslySetInnerHTML, which we do not use.
    module: 'preact/dist/preact.mjs',
    find: /\(\w+\.innerHTML=\w+\.__html\)/,
    replace: '(()=>{throw new Error("dangerouslySetInnerHTML is not part of this build")})()',
  },
  {
    // Readability's second attempt starts from the body as it was. Parsed apart, nothing loads and nothing runs.
    module: '@mozilla/readability/Readability.js',
    find: /page\.innerHTML = pageCacheHtml;/,
    replace:
      'page.replaceChildren(...new DOMParser().parseFromString("<body>" + pageCacheHtml, "text/html").body.childNodes);',
  },
  {
    module: '@mozilla/readability/Readability.js',
    find: /tmp\.innerHTML = noscript\.innerHTML;/,
    replace:
      'tmp.append(...new DOMParser().parseFromString("<body>" + noscript.innerHTML, "text/html").body.childNodes);',
  },
  {
    // The way out for browsers whose DOMParser fails; without it the result is empty, which is safe.
    module: 'dompurify/dist/purify.es.mjs',
    find: /doc\.documentElement\.innerHTML = IS_EMPTY_INPUT \? emptyHTML : dirtyPayload;/,
    replace: '',
  },
  {
    // A look at whether the browser parses HTML, as it loads: every page of ours would report a blocked sink. We give trees.
    module: 'turndown/lib/turndown.browser.es.js',
    find: /canParseHTMLNatively\(\) \? root\.DOMParser : createHTMLParser\(\)/,
    replace: 'root.DOMParser',
  },
  {
    // highlightElement, which lowlight does not use: it takes the tree.
    module: 'highlight.js/lib/core.js',
    find: /element\.innerHTML = result\.value;/,
    replace: 'throw new Error("highlightElement is not part of this build");',
  },
];

/** Fails the build where a library's new version no longer has the text that is to be replaced. */
export function withoutHtmlSinks(): Plugin {
  return replacing('clipshelf:without-html-sinks', replacements);
}
