import { expect, test } from 'vitest';
import type { ImportedClip } from '../../../../src/formats/import/imported-clip.ts';
import { fixtureText, importFixture, importOf } from '../../../factories/fixture.ts';
import { tarOf } from '../../../factories/tar.ts';
import { makeZip } from '../../../factories/zip.ts';
import { local, march5, quote, unsaid } from './sample.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);

async function pictureOf(clip: ImportedClip | undefined, reference: string) {
  const picture = clip?.content?.pictures?.find(reference) ?? null;
  return picture === null ? null : { name: picture.name, url: picture.url, bytes: await picture.read() };
}

test('a picture is found by the hash or address that its text names', async () => {
  const [note] = (await importFixture('evernote.enex')).clips;
  const hash = /cid:([a-f\d]{32})/.exec(note?.content?.text ?? '')?.[1] ?? '';
  expect(await pictureOf(note, `cid:${hash}`)).toMatchObject({ name: `${hash}/moon.png`, url: null });
  const [page] = (await importFixture('saved.mhtml')).clips;
  expect(await pictureOf(page, 'https://mole.example/fog.png')).toEqual({
    name: '1',
    url: 'https://mole.example/fog.png',
    bytes: png,
  });
});

test('a vault: pictures by their way, from the top, by their name alone; none from outside', async () => {
  const archive = await makeZip({
    'vault/notes/a.md': '---\nsource: https://a.example/\n---\n![[map.png]]',
    'vault/notes/files/b c.png': png,
    'vault/deep/map.png': png,
    'vault/notes/secret.txt': 'x',
  });
  const [clip] = (await importOf(archive, 'vault.zip')).clips;
  expect(await pictureOf(clip, 'files/b%20c.png')).toMatchObject({
    name: 'vault/notes/files/b c.png',
    bytes: png,
  });
  expect(await pictureOf(clip, 'map.png')).toMatchObject({ name: 'vault/deep/map.png' });
  expect(await pictureOf(clip, '../../../map.jpg')).toBeNull();
  expect(await pictureOf(clip, 'secret.txt')).toBeNull();
  expect(await pictureOf(clip, 'https://a.example/map.png')).toBeNull();
});

const joplin = {
  '11111111111111111111111111111111.md': 'Sea\n\nid: 11111111111111111111111111111111\nparent_id: \ntype_: 2',
  '22222222222222222222222222222222.md':
    'Depths\n\nid: 22222222222222222222222222222222\nparent_id: 11111111111111111111111111111111\ntype_: 2',
  '33333333333333333333333333333333.md':
    'Trenches\n\nText ![](:/44444444444444444444444444444444)\n\nid: 33333333333333333333333333333333\nparent_id: 22222222222222222222222222222222\ncreated_time: 2024-03-05T02:20:30.000Z\nauthor: Ann\nsource_url: https://trench.example/\nsource: joplin-desktop\ntype_: 1',
  '55555555555555555555555555555555.md': 'dark\n\nid: 55555555555555555555555555555555\ntype_: 5',
  '66666666666666666666666666666666.md':
    'id: 66666666666666666666666666666666\nnote_id: 33333333333333333333333333333333\ntag_id: 55555555555555555555555555555555\ntype_: 6',
  'resources/44444444444444444444444444444444.png': png,
};

test.each([
  ['RAW', 'zip', () => makeZip(joplin)],
  ['JEX', 'jex', () => Promise.resolve(tarOf(joplin))],
])(
  'Joplin %s: notebooks by their parents, tags by their links, pictures by their ids',
  async (_name, extension, make) => {
    const { format, clips, problems } = await importOf(await make(), `notes.${extension}`);
    expect(format).toBe('Joplin');
    expect(clips.map((clip) => ({ ...clip, content: null }))).toEqual([
      {
        ...unsaid,
        url: 'https://trench.example/',
        title: 'Trenches',
        tags: ['Sea/Depths', 'dark'],
        author: 'Ann',
        savedAt: march5,
      },
    ]);
    expect(clips[0]?.content?.text).toBe('Text ![](:/44444444444444444444444444444444)');
    expect(await pictureOf(clips[0], ':/44444444444444444444444444444444')).toMatchObject({ bytes: png });
    expect(problems).toEqual([]);
  },
);

test('Notion: an archive in an archive, properties below the title, an id in the names', async () => {
  const id = 'abcdef1234567890abcdef1234567890';
  const inner = await makeZip({
    [`List/Reefs ${id}.md`]:
      '# Reefs\n\nURL: https://reefs.example/\nTags: sea, 礁\nCreated: March 5, 2024 10:20 AM\nStatus: Done\n\nText\n\n![p](Reefs/p.png)\n',
    'List/Reefs/p.png': png,
  });
  const archive = await makeZip({ 'Export-1-Part-1.zip': new Uint8Array(await inner.arrayBuffer()) });
  const { clips, problems } = await importOf(archive, 'Export.zip');
  expect(clips.map((clip) => ({ ...clip, content: null }))).toEqual([
    {
      ...unsaid,
      url: 'https://reefs.example/',
      title: 'Reefs',
      tags: ['sea', '礁'],
      read: true,
      savedAt: local(2024, 3, 5, 10, 20),
    },
  ]);
  expect(clips[0]?.content?.text).not.toContain('Status');
  expect(await pictureOf(clips[0], 'Reefs/p.png')).toMatchObject({ bytes: png });
  expect(problems).toEqual([]);
});

const book = (metadata: string, chapters: Readonly<Record<string, string>>) =>
  makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="x"/></rootfiles></container>',
    'OEBPS/book.opf': `<package><metadata><dc:title>The Sea</dc:title><dc:creator>Ann</dc:creator><dc:language>en</dc:language><dc:subject>sea</dc:subject>${metadata}</metadata><manifest>${Object.keys(
      chapters,
    )
      .map((name) => `<item id="${name}" href="text/${name}.xhtml" media-type="application/xhtml+xml"/>`)
      .join('')}</manifest><spine>${Object.keys(chapters)
      .map((name) => `<itemref idref="${name}"/>`)
      .join('')}</spine></package>`,
    ...Object.fromEntries(Object.entries(chapters).map(([name, text]) => [`OEBPS/text/${name}.xhtml`, text])),
    'OEBPS/img/a.png': png,
  });

test('EPUB: all chapters are one clip of the page that the book is from', async () => {
  const chapter = (text: string) =>
    `<html><head><title>x</title></head><body><p>${text}</p><img src="../img/a.png"/></body></html>`;
  const archive = await book('<dc:source>https://sea.example/</dc:source>', {
    one: chapter('First'),
    two: chapter('Second'),
  });
  const { format, clips } = await importOf(archive, 'sea.epub');
  expect(format).toBe('EPUB');
  expect(clips).toMatchObject([
    { url: 'https://sea.example/', title: 'The Sea', author: 'Ann', language: 'en', tags: ['sea'] },
  ]);
  expect(clips[0]?.content?.text).toMatch(/First[\s\S]*Second/);
  expect(await pictureOf(clips[0], '/OEBPS/img/a.png')).toMatchObject({ bytes: png });
});

test('EPUB: chapters that say which page they are of are clips of their own; a book of no page is reported', async () => {
  const of = (name: string) =>
    `<html><head><title>${name}</title><link rel="canonical" href="https://sea.example/${name}"/></head><body><p>${name}</p></body></html>`;
  const { clips } = await importOf(await book('', { one: of('one'), two: of('two') }), 'sea.epub');
  expect(clips.map(({ url, title }) => [url, title])).toEqual([
    ['https://sea.example/one', 'one'],
    ['https://sea.example/two', 'two'],
  ]);
  const { problems } = await importOf(await book('', { one: '<body>x</body>' }), 'sea.epub');
  expect(problems).toMatchObject([{ reason: 'no-url', excerpt: 'The Sea' }]);
});

test('Pocket’s parts: the marked passages come after the pages that they are of', async () => {
  const archive = await makeZip({
    'annotations/part_000000.json':
      '[{"url":"https://a.example/","title":"A","highlights":[{"quote":"shared","created_at":1717546500}]}]',
    'part_000000.csv':
      'title,url,time_added,tags,status\nA,https://a.example/,1717546443,linux|io uring,unread\n',
  });
  const { clips } = await importOf(archive, 'pocket.zip');
  expect(clips.map(({ savedAt, highlights }) => [savedAt, highlights])).toEqual([
    [1_717_546_443_000, []],
    [null, [{ quote: 'shared', note: '', color: null, createdAt: 1_717_546_500_000 }]],
  ]);
});

test('Omnivore: metadata in parts, contents and highlights by their slugs, labels behind a highlight', async () => {
  const archive = await makeZip({
    'metadata_0_to_1.json': JSON.stringify([
      {
        slug: 'locks-1',
        title: 'Locks',
        description: 'Up and down',
        author: 'Ann',
        url: 'https://locks.example/',
        state: 'Archived',
        readingProgress: 100,
        labels: ['canal', { name: '水' }],
        savedAt: '2024-03-05T02:20:30.000Z',
        publishedAt: '2020-05-06T00:00:00.000Z',
      },
    ]),
    'metadata_1_to_2.json': JSON.stringify([
      { slug: 'gates-2', title: 'Gates', url: 'https://gates.example/', state: 'Active' },
    ]),
    'content/locks-1.html':
      '<p>Water.</p><img src="https://proxy-prod.omnivore-image-cache.app/320x240,sAb/https://locks.example/i.png">',
    'highlights/locks-1.md':
      '> it fills [⤴️](https://omnivore.example/me/locks-1#1)  #slow #deep\n\nby itself\n\n> it empties [⤴️](https://omnivore.example/me/locks-1#2)\n',
  });
  const { format, clips, problems } = await importOf(archive, 'omnivore.zip');
  expect(format).toBe('Omnivore');
  expect(clips).toEqual([
    {
      ...unsaid,
      url: 'https://locks.example/',
      title: 'Locks',
      description: 'Up and down',
      author: 'Ann',
      tags: ['canal', '水'],
      read: true,
      savedAt: march5,
      publishedAt: '2020-05-06T00:00:00Z',
      content: { kind: 'html', text: '<p>Water.</p><img src="https://locks.example/i.png">' },
      highlights: [{ ...quote('it fills', 'by itself'), tags: ['slow', 'deep'] }, quote('it empties')],
    },
    { ...unsaid, url: 'https://gates.example/', title: 'Gates' },
  ]);
  expect(problems).toEqual([]);
});

test('Safari: the bookmarks of its archive, and nothing of the passwords, cards and history beside them', async () => {
  const archive = await makeZip({
    'Bookmarks.html': fixtureText('safari.html'),
    'Passwords.csv': 'Title,URL,Username,Password,Notes,OTPAuth\nBank,https://bank.example/,me,secret,,\n',
    'History.json':
      '{"metadata":{"browser_name":"Safari","data_type":"history"},"history":[{"url":"https://seen.example/","title":"Seen","visit_count":1}]}',
    'PaymentCards.json':
      '{"metadata":{"data_type":"payment_cards"},"payment_cards":[{"card_number":"4111"}]}',
  });
  const { clips, problems, remarks } = await importOf(archive, 'Safari Export.zip');
  expect(clips.map(({ url }) => url)).toEqual(['https://splices.example/', 'https://later.example/read']);
  const unknown = problems
    .filter(({ reason }) => reason === 'unknown-format')
    .map(({ entry }) => String(entry));
  expect(unknown.toSorted()).toEqual(['History.json', 'Passwords.csv', 'PaymentCards.json']);
  expect(JSON.stringify([clips, problems, remarks])).not.toMatch(/secret|seen|4111/);
});

test('Notion: a list and its pages, in Markdown or HTML, in an archive in an archive', async () => {
  const id = 'abcdef1234567890abcdef1234567890';
  const inner = await makeZip({
    [`List ${id}.csv`]:
      '\uFEFFName,Tags,URL,Created\nReefs,"sea, 礁",https://reefs.example/,"March 5, 2024 10:20 AM"\n',
    [`List/Shoals ${id}.html`]: fixtureText('notion.html'),
    'List/Reefs/p.png': png,
  });
  const archive = await makeZip({ 'Export-1-Part-1.zip': new Uint8Array(await inner.arrayBuffer()) });
  const { clips, problems } = await importOf(archive, 'Export.zip');
  expect(clips.map(({ url, tags, savedAt }) => [url, tags, savedAt])).toEqual([
    ['https://reefs.example/', ['sea', '礁'], local(2024, 3, 5, 10, 20)],
    ['https://reefs.example/?a=1&b=2', ['sea', '礁'], local(2024, 3, 5, 10, 20)],
  ]);
  expect(await pictureOf(clips[1], 'Reefs/p.png')).toMatchObject({ bytes: png });
  expect(problems).toEqual([]);
});

test('an archive from Windows: its paths have backslashes, and so have the references of its notes', async () => {
  const archive = await makeZip({
    'vault\\notes\\a.md': '---\nsource: https://a.example/\n---\n![[map.png]]',
    'vault\\files\\map.png': png,
  });
  const [clip] = (await importOf(archive, 'vault.zip')).clips;
  expect(clip?.title).toBe('a');
  expect(await pictureOf(clip, 'map.png')).toMatchObject({ name: 'vault/files/map.png', bytes: png });
  expect(await pictureOf(clip, '..\\files\\map.png')).toMatchObject({ bytes: png });
});

test('Joplin: the date that its user gave, what is done, what is HTML, and what lies in its trash', async () => {
  const note = (id: string, title: string, text: string, said: string) => ({
    [`${id.repeat(32)}.md`]: `${title}\n\n${text}\n\nid: ${id.repeat(32)}\nparent_id: \ncreated_time: 2024-03-06T02:20:30.000Z\n${said}\ntype_: 1`,
  });
  const archive = tarOf({
    ...note(
      'a',
      'Pumps',
      '<p>Old</p>',
      'source_url: https://pumps.example/\nmarkup_language: 2\nuser_created_time: 2024-03-05T02:20:30.000Z\ntodo_completed: 1709691630000\ndeleted_time: 0',
    ),
    ...note('b', 'Gone', 'Text', 'source_url: https://gone.example/\ndeleted_time: 1709691630000'),
  });
  const { clips, problems } = await importOf(archive, 'notes.jex');
  expect(clips).toMatchObject([
    {
      url: 'https://pumps.example/',
      savedAt: march5,
      read: true,
      content: { kind: 'html', text: '<p>Old</p>' },
    },
  ]);
  expect(problems).toMatchObject([{ reason: 'in-trash', excerpt: 'Gone' }]);
});
