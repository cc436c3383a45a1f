import { describe, expect, test } from 'vitest';
import { PageClasses } from '../../src/extract/page-classes.ts';

const page = new DOMParser().parseFromString(
  `<main class="Post-Body wide"><h1 class="post_title">A</h1><table class="lntable"><tr><td class="lntd">1</td></tr></table>
   <div class="chroma"><pre class="language-js">x</pre></div><a href="/a.html" id="note">b</a><p data-name=".chroma">c</p></main>`,
  'text/html',
);

describe('elements found by the classes that a page has', () => {
  test.each([
    '.chroma, .hljs',
    '.absent',
    'a[href*=".html"], .absent',
    '[class*="title" i], [class*="byline" i]',
    '[class*="BODY" i]',
    '[class*="BODY"]',
    'main:has(> .lntable), main:has(> .absent)',
    'div:not(.absent), td:not(.lntd)',
    ':is(.absent, .chroma) > pre, .wide.absent',
    '[data-name=".chroma"], #note',
    '.wide [class$="-js"], [class^="post_"], [class~="wide"]',
    'p',
  ])('%s', (selectors) => {
    expect(new PageClasses(page).select(selectors)).toEqual([...page.querySelectorAll(selectors)]);
  });

  test('leaves out what no class of the page can match', () => {
    const classes = new PageClasses(page);
    expect(classes.possible('.hljs, .chroma, [class*="prism" i], p')).toBe('.chroma,p');
    expect(classes.possible('.hljs, .wide .hljs')).toBe('');
  });
});
