import { describe, expect, it } from 'vitest';
import { sanitizeArticle } from '../../src/extract/sanitize.ts';
import { everyConstruct } from '../pages/reader/every-construct.ts';

const text = (fragment: DocumentFragment) => {
  const holder = document.createElement('div');
  holder.append(fragment);
  return holder.innerHTML;
};

describe('sanitizeArticle', () => {
  it('lets every construct of docs/article-html.md through, to the attribute', () => {
    const template = document.createElement('template');
    template.innerHTML = everyConstruct;
    expect(text(sanitizeArticle(everyConstruct))).toBe(template.innerHTML);
  });

  it.each([
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" java\nscript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="#top">a</a>', '<a>a</a>'],
    ['<img src="data:image/svg+xml,<svg onload=alert(1)>">', '<img>'],
    ['<p class="x" style="color:red" onclick="x()" data-other="1">a</p>', '<p>a</p>'],
    ['<p id="body">a</p>', '<p>a</p>'],
    ['<code class="language-go evil">a</code>', '<code>a</code>'],
    ['<script>alert(1)</script><style>*{}</style>', ''],
    ['<form><input name="attributes"></form>', ''],
  ])('makes %s harmless', (hostile, harmless) => {
    expect(text(sanitizeArticle(hostile))).toBe(harmless);
  });
});
