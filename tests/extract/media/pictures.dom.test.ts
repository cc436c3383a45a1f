import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';
import { isInertSvg } from '../../../src/extract/media/inert-svg.ts';
import { sanitizeArticle } from '../../../src/extract/sanitize.ts';
import { blocksOf } from '../block-of.ts';

describe('the best candidate', () => {
  test.each([
    ['of a set', '<img src="/b-400.png" srcset="/b-400.png 400w, /b-1600.png 1600w" alt="a">', '/b-1600.png'],
    ['of a set of densities', '<img src="/b.png" srcset="/b.png 1x, /b@2x.png 2x" alt="a">', '/b@2x.png'],
    [
      'of a lazy set',
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-lazy-src="/l.jpg" data-lazy-srcset="/l.jpg 400w, /l-1200.jpg 1200w" alt="a">',
      '/l-1200.jpg',
    ],
    [
      'of the sources',
      '<picture><source srcset="/s-1.png 1w, /s-2.png 2w"><img alt="a"></picture>',
      '/s-2.png',
    ],
    ['is the picture without a set', '<img src="/b.png" srcset="" alt="a">', '/b.png'],
  ])('%s', (_, html, address) => {
    expect(blocksOf(`<p>${html}</p>`)).toBe(`![a](https://example.org${address})`);
  });
});

test('a caption is kept that says what the alternative text says, but no name of a file', () => {
  expect(
    blocksOf('<figure><img src="/a.png" alt="The weir."><figcaption>The weir.</figcaption></figure>'),
  ).toContain('\n\nThe weir.');
  expect(
    blocksOf('<figure><img src="/a.png" alt="weir.png"><figcaption>weir.png</figcaption></figure>'),
  ).toBe('![weir.png](https://example.org/a.png)');
});

const shapes = '<rect width="90" height="40"/><path d="M0 0L9 9"/><text x="1" y="2">Lease</text>';
const drawing = (inner: string, attributes = 'viewBox="0 0 300 200"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

function addressOf(html: string): string | undefined {
  const words = 'Words enough to be an article, said again. '.repeat(20);
  const page = new DOMParser().parseFromString(
    `<article><p>${words}</p>${html}<p>${words}</p></article>`,
    'text/html',
  );
  return extractPage(page, { url: 'https://example.org/' }).images[0]?.url;
}

function textOf(address: string | undefined): string {
  return atob((address ?? '').split(',')[1] ?? '');
}

describe('a drawing', () => {
  test.each([
    ['in the text', `<div>${drawing(shapes)}</div>`],
    [
      'in a figure',
      `<figure>${drawing(shapes, 'width="400" height="300"')}<figcaption>Leases.</figcaption></figure>`,
    ],
    [
      'with its name',
      `<p>${drawing(`<title>Leases</title>${shapes}`, 'role="img" viewBox="0 0 200 100"')}</p>`,
    ],
    [
      'that a script made of a source',
      `<pre class="mermaid" data-processed="true">${drawing(`<style>.n{fill:red}</style><g class="n">${shapes}</g>`)}</pre>`,
    ],
    ['in an address', `<p><img alt="a" src="data:image/svg+xml,${encodeURIComponent(drawing(shapes))}"></p>`],
    [
      'in an address in base64',
      `<p><img alt="a" src="data:image/svg+xml;base64,${btoa(drawing(shapes))}"></p>`,
    ],
  ])('%s is a picture', (_, html) => {
    const address = addressOf(html);
    expect(textOf(address)).toContain('Lease');
    expect(isInertSvg(address ?? '')).toBe(true);
  });

  test('with words set as HTML keeps them', () => {
    expect(
      textOf(
        addressOf(
          drawing(
            `${shapes}<foreignObject x="0" y="0" width="40" height="20"><div>Start here</div></foreignObject>`,
          ),
        ),
      ),
    ).toContain('Start here');
  });

  test.each([
    ['an icon', `<p>${drawing(shapes, 'width="16" height="16"')}Words</p>`],
    ['what belongs to a link', `<p><a href="/x">${drawing(shapes)}Words</a></p>`],
    [
      'what keeps a place free',
      `<p><img alt="a" src="data:image/svg+xml,${encodeURIComponent(drawing(''))}"></p>`,
    ],
  ])('is not %s', (_, html) => {
    expect(addressOf(html)).toBeUndefined();
  });

  test('runs nothing, loads nothing and leads nowhere', () => {
    const evil = `<script>alert(1)</script><image href="https://evil.example/a.png"/><a href="javascript:alert(1)">${shapes}</a><style>@import "https://evil.example/";</style><rect style="fill:url(https://evil.example/)" onload="alert(1)"/><use href="https://evil.example/#a"/><animate attributeName="href" values="javascript:alert(1)"/>`;
    const text = textOf(addressOf(`<div>${drawing(evil, 'viewBox="0 0 300 200" onload="alert(1)"')}</div>`));
    expect(text).toContain('Lease');
    expect(text).not.toMatch(/script|evil|alert|onload|animate|import/);
  });

  test.each([
    drawing('<path d="M0 0"/><script>alert(1)</script>'),
    drawing('<path d="M0 0" onclick="alert(1)"/>'),
    drawing('<path d="M0 0"/><a href="https://evil.example/">x</a>'),
    drawing('<path d="M0 0" style="fill:url(&#104;ttps://evil.example/)"/>'),
    drawing('<path d="M0 0"/><style>@import "https://evil.example/"</style>'),
    drawing("<path d='M0 0'/><foreignObject><div>x</div></foreignObject>"),
    `<!DOCTYPE svg [<!ENTITY x "y">]>${drawing('<path d="M0 0"/>')}`,
  ])('written by others is refused where articles are sanitised: %s', (text) => {
    const image = sanitizeArticle(`<img src="data:image/svg+xml;base64,${btoa(text)}">`).querySelector('img');
    expect(image?.hasAttribute('src')).toBe(false);
  });

  test('of ours comes through it', () => {
    const address = addressOf(`<div>${drawing(shapes)}</div>`) ?? '';
    expect(sanitizeArticle(`<img src="${address}">`).querySelector('img')?.getAttribute('src')).toBe(address);
  });
});
