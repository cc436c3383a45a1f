import { expect, test } from 'vitest';
import { importOf } from '../../../factories/fixture.ts';
import { local, quote } from './sample.ts';

const rdf = (parts: string) =>
  `<?xml version="1.0"?>\n<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">${parts}</rdf:RDF>`;

test("Zotero's RDF: authors, notes and nested collections are found by their identifiers", async () => {
  const { format, clips, problems } = await importOf(
    rdf(`<bib:Document rdf:about="https://knots.example/bowline">
      <z:itemType>webpage</z:itemType>
      <dcterms:isPartOf><z:Website><dc:title>Knots</dc:title></z:Website></dcterms:isPartOf>
      <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Mohn</foaf:surname><foaf:givenName>Ida</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
      <dcterms:isReferencedBy rdf:resource="#item_2"/>
      <dc:subject>rope</dc:subject>
      <dc:subject><z:AutomaticTag><rdf:value>结绳</rdf:value></z:AutomaticTag></dc:subject>
      <dc:title>The bowline &amp; others</dc:title>
      <dc:date>2021-05</dc:date>
      <dc:identifier><dcterms:URI><rdf:value>https://knots.example/bowline?a=1&amp;b=2</rdf:value></dcterms:URI></dc:identifier>
      <dcterms:dateSubmitted>2024-03-05 10:20:30</dcterms:dateSubmitted>
    </bib:Document>
    <bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;tie it twice&lt;/p&gt;</rdf:value></bib:Memo>
    <z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType></z:Attachment>
    <bib:Book rdf:about="urn:isbn:1"><z:itemType>book</z:itemType><dc:title>Of no page</dc:title></bib:Book>
    <z:Collection rdf:about="#c1"><dc:title>Sea</dc:title><dcterms:hasPart rdf:resource="#c2"/></z:Collection>
    <z:Collection rdf:about="#c2"><dc:title>Ropes</dc:title><dcterms:hasPart rdf:resource="https://knots.example/bowline"/></z:Collection>`),
    'library.rdf',
  );
  expect(format).toBe('Zotero');
  expect(clips).toMatchObject([
    {
      url: 'https://knots.example/bowline?a=1&b=2',
      title: 'The bowline & others',
      tags: ['Sea/Ropes', 'rope', '结绳'],
      note: 'tie it twice',
      author: 'Ida Mohn',
      siteName: 'Knots',
      publishedAt: '2021-05-01',
      savedAt: local(2024, 3, 5, 10, 20, 30),
    },
  ]);
  expect(problems).toMatchObject([{ reason: 'unsupported-url' }]);
});

test('RIS: a record from TY to ER, a DOI where no address is, values over several lines', async () => {
  const { format, clips, problems } = await importOf(
    'TY  - ELEC\r\nTI  - Splices\r\nAU  - Mohn, Ida\r\nAU  - Oye, Tolu\r\nUR  - https://ris.example/a\r\nPY  - 2021/05//\r\n' +
      'Y2  - 2024/03/05/\r\nKW  - rope\r\nKW  - eye splice\r\nN1  - first\r\n  second\r\nER  - \r\n\r\n' +
      'TY  - JOUR\r\nT1  - By number\r\nDO  - 10.1000/182\r\nER  -\r\nTY  - BOOK\r\nTI  - Of no page\r\nER  - \r\n',
    'refs.ris',
  );
  expect(format).toBe('RIS');
  expect(clips).toMatchObject([
    {
      url: 'https://ris.example/a',
      title: 'Splices',
      author: 'Ida Mohn, Tolu Oye',
      tags: ['rope', 'eye splice'],
      note: 'first\nsecond',
      publishedAt: '2021-05-01',
      savedAt: local(2024, 3, 5),
    },
    { url: 'https://doi.org/10.1000/182', title: 'By number' },
  ]);
  expect(problems).toMatchObject([{ reason: 'no-url', line: 18, excerpt: 'Of no page' }]);
});

test('BibTeX: braces, accents, escapes, quotes, `howpublished`, and other blocks', async () => {
  const { format, clips, problems } = await importOf(
    `% made by hand
@string{x = "y"}
@online{mohn2021,
  title = {On {{Bowlines}}, {\\&} \\"Osen},
  author = {Mohn, Ida and Tolu Oye},
  year = 2021, month = may,
  url = {https://bib.example/a\\_b},
  urldate = {2024-03-05},
  keywords = {rope, eye splice}
}
@misc{x, title = "With, commas", howpublished = {\\url{https://bib.example/c}}}
@book{y, title={Of no page}}
`,
    'refs.bib',
  );
  expect(format).toBe('BibTeX');
  expect(clips).toMatchObject([
    {
      url: 'https://bib.example/a_b',
      title: 'On Bowlines, & Ösen',
      author: 'Ida Mohn, Tolu Oye',
      tags: ['rope', 'eye splice'],
      publishedAt: '2021-05-01',
      savedAt: local(2024, 3, 5),
    },
    { url: 'https://bib.example/c', title: 'With, commas', note: '' },
  ]);
  expect(problems).toMatchObject([{ reason: 'no-url', line: 12 }]);
});

test("wallabag's XML has what its JSON has", async () => {
  const { format, clips } = await importOf(
    `<?xml version="1.0" encoding="UTF-8"?><result><entry><is_archived>1</is_archived><is_starred>1</is_starred>
    <tags><entry><![CDATA[sea]]></entry><entry>海图</entry></tags><id>4</id><title><![CDATA[Tides <1>]]></title>
    <url><![CDATA[https://tides.example/?a=1&b=2]]></url><content><![CDATA[<p>The <b>moon</b></entry> pulls.</p>]]></content>
    <created_at>2024-03-05T10:20:30+0800</created_at><annotations><entry><text>why?</text><quote>moon</quote></entry></annotations></entry></result>`,
    'all.xml',
  );
  expect(format).toBe('wallabag');
  expect(clips).toMatchObject([
    {
      url: 'https://tides.example/?a=1&b=2',
      title: 'Tides <1>',
      tags: ['sea', '海图'],
      read: true,
      starred: true,
      savedAt: Date.UTC(2024, 2, 5, 2, 20, 30),
      content: { kind: 'html', text: '<p>The <b>moon</b></entry> pulls.</p>' },
      highlights: [quote('moon', 'why?')],
    },
  ]);
});

test.each([
  [
    'RSS',
    '<rss version="2.0"><channel><title>T</title><link>https://feeds.example/</link><item><title>Reefs &amp;amp; shoals</title><link>https://feeds.example/a</link><pubDate>Tue, 05 Mar 2024 10:20:30 +0800</pubDate><category>sea</category><dc:creator>Ida</dc:creator><description>short</description><content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded></item></channel></rss>',
  ],
  [
    'Atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link href="https://feeds.example/"/><entry><title type="html">Reefs &amp;amp; shoals</title><link rel="replies" href="https://feeds.example/a/replies"/><link href="https://feeds.example/a"/><author><name>Ida</name></author><category term="sea"/><published>2024-03-05T10:20:30+08:00</published><summary>short</summary><content type="html">&lt;p&gt;All of it.&lt;/p&gt;</content></entry></feed>',
  ],
])('a feed that was saved: %s', async (_name, text) => {
  const { format, clips } = await importOf(text, 'feed.xml');
  expect(format).toBe('Feed');
  expect(clips).toMatchObject([
    {
      url: 'https://feeds.example/a',
      title: 'Reefs & shoals',
      tags: ['sea'],
      author: 'Ida',
      description: 'short',
      publishedAt: '2024-03-05T10:20:30+08:00',
      content: { kind: 'html', text: '<p>All of it.</p>' },
    },
  ]);
});

test('BibTeX: an entry that never ends costs itself, and not the next', async () => {
  const { clips } = await importOf(
    '@misc{a, title = {Open\n@misc{b, title = {Whole}, url = {https://bib.example/b}}\n',
    'refs.bib',
  );
  expect(clips).toMatchObject([{ url: 'https://bib.example/b', title: 'Whole' }]);
});
