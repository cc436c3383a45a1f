import { expect, test } from 'vitest';
import type { ImportedClip } from '../../../../src/formats/import/imported-clip.ts';
import { importFixture, importOf } from '../../../factories/fixture.ts';
import { tarOf } from '../../../factories/tar.ts';
import { makeZip } from '../../../factories/zip.ts';
import { local, march5, unsaid } from './sample.ts';

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
