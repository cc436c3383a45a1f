import { expect, test } from 'vitest';
import { readJsonFeed } from '../../../src/extract/feed/json-feed.ts';
import { readXmlFeed } from '../../../src/extract/feed/xml-feed.ts';

const base = 'https://blog.example.com/feed.xml';
const xml = (text: string) => readXmlFeed(new DOMParser().parseFromString(text, 'application/xml'), base);
const long = '很长的正文。'.repeat(120);

test('RSS 2.0: full text from content:encoded, summary from description', () => {
  const feed = xml(`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>蓝海</title><link>https://blog.example.com/</link>
    <item><title>连接池 &amp; gRPC</title><link>/posts/pool/</link><pubDate>Fri, 01 Mar 2024 08:00:00 +0800</pubDate>
      <description>短 &lt;b&gt;摘要&lt;/b&gt;</description><content:encoded><![CDATA[<p>${long}</p>]]></content:encoded></item>
    <item><title>Only a summary</title><guid isPermaLink="true">https://blog.example.com/two</guid><description>Short.</description></item>
    <item><title>No address</title><guid isPermaLink="false">42</guid></item>
  </channel></rss>`);
  expect(feed?.title).toBe('蓝海');
  expect(feed?.entries).toEqual([
    {
      url: 'https://blog.example.com/posts/pool/',
      title: '连接池 & gRPC',
      date: '2024-03-01T00:00:00.000Z',
      excerpt: '短 摘要',
      html: `<p>${long}</p>`,
    },
    {
      url: 'https://blog.example.com/two',
      title: 'Only a summary',
      date: null,
      excerpt: 'Short.',
      html: null,
    },
  ]);
});

test('RSS 1.0: items stand beside the channel', () => {
  const feed =
    xml(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old</title></channel>
    <item rdf:about="https://blog.example.com/a"><title>A</title><link>https://blog.example.com/a</link><dc:date>2024-03-01T08:00:00+08:00</dc:date></item></rdf:RDF>`);
  expect(feed?.entries).toMatchObject([
    { url: 'https://blog.example.com/a', title: 'A', date: '2024-03-01T08:00:00+08:00' },
  ]);
});

test('Atom: alternate link, XHTML content, the next page of a paged feed', () => {
  const feed =
    xml(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><link rel="self" href="/feed.xml"/>
    <link rel="next" href="/feed.xml?page=2"/>
    <entry><title>One</title><link rel="edit" href="/edit"/><link href="/one"/><published>2024-03-01T00:00:00Z</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>Part</h2><pre><code>a &lt; b</code></pre></div></content></entry>
  </feed>`);
  expect(feed?.next).toBe('https://blog.example.com/feed.xml?page=2');
  expect(feed?.entries).toMatchObject([{ url: 'https://blog.example.com/one', title: 'One' }]);
  expect(feed?.entries[0]?.html).toContain('<pre><code>a &lt; b</code></pre>');
});

test('JSON Feed', () => {
  const feed = readJsonFeed(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'JSON',
      next_url: 'https://blog.example.com/2.json',
      items: [
        {
          id: '1',
          url: '/one',
          title: 'One',
          content_html: `<p>${long}</p>`,
          date_published: '2024-03-01T00:00:00Z',
        },
        { id: 'https://blog.example.com/two', content_text: 'Second' },
        { id: 3 },
      ],
    },
    base,
  );
  expect(feed?.entries.map(({ url, title, html }) => [url, title, html !== null])).toEqual([
    ['https://blog.example.com/one', 'One', true],
    ['https://blog.example.com/two', 'Second', false],
  ]);
  expect(feed?.next).toBe('https://blog.example.com/2.json');
});

test('what is no feed is none', () => {
  expect(xml('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>')).toBeNull();
  expect(readJsonFeed({ items: [] }, base)).toBeNull();
  expect(readJsonFeed('text', base)).toBeNull();
});

test('an entry cannot lead anywhere but to the web', () => {
  const feed = xml(
    '<rss version="2.0"><channel><title/><item><link>javascript:alert(1)</link></item></channel></rss>',
  );
  expect(feed?.entries).toEqual([]);
});
