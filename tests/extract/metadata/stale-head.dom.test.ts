import { describe, expect, it } from 'vitest';
import { metadataOf } from './page.ts';
import { english } from './sample.ts';

const url = 'https://app.test/notes/second';
const page = (heading: string): string => `<main><article><h1>${heading}</h1>${english}</article></main>`;
const meta = (property: string, content: string): string =>
  `<meta property="${property}" content="${content}">`;
const firstAuthor =
  '<meta name="author" content="First Author"><meta property="article:published_time" content="2020-01-01">' +
  '<meta name="keywords" content="goroutine, scheduler"><meta name="description" content="The first.">';

describe('the head of a single-page app', () => {
  it.each([
    ['og:url', meta('og:url', 'https://app.test/notes/first') + meta('og:title', 'First')],
    ['rel=canonical', `<link rel="canonical" href="/notes/first">${meta('og:title', 'First | App')}`],
    [
      'JSON-LD',
      `<link rel="canonical" href="/notes/first"><script type="application/ld+json">{"@type":"Article","headline":"First","author":{"name":"First Author"},"datePublished":"2020-01-01"}</script>`,
    ],
    ['twitter:title', `${meta('og:url', '/notes/first')}<meta name="twitter:title" content="First">`],
  ])('is not believed where it is of another view, by its %s', (_by, head) => {
    expect(metadataOf(`<title>Second · App</title>${head}${firstAuthor}`, page('Second'), url)).toMatchObject(
      {
        title: 'Second',
        author: null,
        publishedAt: null,
        tags: [],
        description: null,
        canonicalUrl: null,
      },
    );
  });

  it('is not believed where the document’s title is of another view too, and the heading of none', () => {
    const head = `<title>The first of all | App</title>${meta('og:url', '/notes/first')}${meta('og:title', 'The first of all')}`;
    expect(metadataOf(`${head}${firstAuthor}`, page('Idle threads'), url)).toMatchObject({
      title: 'Idle threads',
      author: null,
    });
  });

  it.each([
    ['it names this address', `${meta('og:url', `${url}/`)}${meta('og:title', 'Why the second matters')}`],
    ['it says the heading', `${meta('og:url', '/amp/second')}${meta('og:title', 'Second')}`],
    [
      'it says the heading and the site',
      `<link rel="canonical" href="/n/2">${meta('og:title', 'Second | App')}`,
    ],
    ['it says the document’s title', `<link rel="canonical" href="/n/2">${meta('og:title', 'Second')}`],
    ['it names no address', meta('og:title', 'Another title for networks')],
  ])('is believed where %s', (_why, head) => {
    expect(metadataOf(`<title>Second</title>${head}${firstAuthor}`, page('Second'), url)).toMatchObject({
      author: 'First Author',
      publishedAt: '2020-01-01',
    });
  });
});
