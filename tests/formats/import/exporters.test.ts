import { expect, test } from 'vitest';
import { importFile } from '../../../src/formats/import/import-file.ts';
import type { ImportedClip } from '../../../src/formats/import/imported-clip.ts';
import { fixtureText, importFixture, importOf } from '../../factories/fixture.ts';
import { makeZip } from '../../factories/zip.ts';

const unsaid: Omit<ImportedClip, 'url' | 'title'> = {
  content: null,
  tags: [],
  note: '',
  highlights: [],
  savedAt: null,
  read: false,
  readAt: null,
  starred: false,
  publishedAt: null,
  author: null,
  language: null,
  siteName: null,
  description: null,
};

const march5 = Date.UTC(2024, 2, 5, 2, 20, 30);
const local = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0) =>
  new Date(year, month - 1, day, hour, minute, second).getTime();
const quote = (text: string, note = '') => ({ quote: text, note, color: null, createdAt: null });

interface Sample {
  readonly file: string;
  readonly format: string;
  readonly clips: readonly (Partial<ImportedClip> & Pick<ImportedClip, 'url' | 'title'>)[];
  /** Reason and place of each entry that is not taken. */
  readonly problems?: readonly string[];
  readonly remarks?: readonly string[];
}

/** Every field of every clip, but its content, which is compared apart. */
const samples: readonly Sample[] = [
  {
    file: 'single-file.html',
    format: 'Web page',
    clips: [
      {
        url: 'https://ferry.example/posts/locks?part=2&x=1',
        title: '',
        savedAt: Date.UTC(2024, 2, 6, 1, 8, 7),
      },
    ],
  },
  {
    file: 'saved-from-chrome.html',
    format: 'Web page',
    clips: [{ url: 'https://harbour.example/a?b=1', title: '' }],
  },
  {
    file: 'saved.mhtml',
    format: 'MHTML',
    clips: [
      { url: 'https://mole.example/post', title: '灯塔 and fog', savedAt: Date.UTC(2024, 2, 6, 1, 8, 7) },
    ],
  },
  {
    file: 'evernote.enex',
    format: 'Evernote',
    clips: [
      {
        url: 'https://tides.example/moon?a=1&b=2',
        title: 'Tides & 潮汐',
        tags: ['sea', '海洋'],
        author: 'Mira',
        savedAt: Date.UTC(2024, 2, 1, 7, 20, 30),
      },
      { url: 'https://hand.example/x', title: 'By hand', savedAt: Date.UTC(2024, 2, 1, 7, 20, 30) },
    ],
    problems: ['no-url 2 No page'],
  },
  {
    file: 'firefox-backup.json',
    format: 'Firefox',
    clips: [
      {
        url: 'https://knots.example/',
        title: 'Knots',
        tags: ['Boats', 'rope', '绳'],
        note: 'bowline',
        savedAt: 1_600_000_001_000,
      },
    ],
    problems: ['unsupported-url 2'],
  },
  {
    file: 'chrome-profile.json',
    format: 'Chrome',
    clips: [
      { url: 'https://sails.example/', title: 'Sails', savedAt: 1_600_000_001_000 },
      { url: 'https://wind.example/', title: 'Wind', tags: ['天气'], savedAt: 1_600_000_002_000 },
    ],
  },
  {
    file: 'pinboard.json',
    format: 'Pinboard',
    clips: [
      {
        url: 'https://charts.example/',
        title: 'Reading charts',
        note: 'Soundings in fathoms',
        tags: ['sea', 'maps', '海图'],
        savedAt: Date.UTC(2016, 9, 31, 15, 57, 56),
      },
    ],
  },
  {
    file: 'pocket-api.json',
    format: 'Pocket',
    clips: [
      {
        url: 'https://pier.example/a',
        title: 'Piers',
        tags: ['harbour'],
        description: 'About piers',
        read: true,
        starred: true,
        savedAt: 1_464_715_504_000,
      },
    ],
    problems: ['in-trash 2'],
  },
  {
    file: 'raindrop.html',
    format: 'Bookmarks',
    clips: [
      {
        url: 'https://quay.example/',
        title: 'Quays & walls',
        tags: ['Harbours', 'stone', 'building'],
        note: 'My note',
        starred: true,
        savedAt: 1_704_164_645_000,
      },
      { url: 'https://loose.example/', title: 'Loose', savedAt: 1_704_164_645_000 },
    ],
  },
  {
    file: 'linkding.html',
    format: 'Bookmarks',
    clips: [
      {
        url: 'https://buoy.example/',
        title: 'The <buoy> element…',
        tags: ['sea'],
        note: 'Described\n\nmy **own** note',
        savedAt: 1_616_337_559_000,
      },
      {
        url: 'https://old.example/',
        title: 'std::vector<int> & <details>',
        read: true,
        savedAt: 1_616_337_560_000,
      },
    ],
  },
  {
    file: 'addresses.txt',
    format: 'Addresses',
    clips: [
      { url: 'https://one.example/a', title: 'Reefs | Blog' },
      { url: 'https://two.example/b_(c)', title: '' },
      { url: 'https://three.example/', title: 'Shoals and how to see them' },
      { url: 'https://four.example/x', title: 'Currents' },
    ],
    problems: ['no-url 7'],
  },
  {
    file: 'chinese.csv',
    format: 'CSV',
    clips: [
      {
        url: 'https://deng.example/',
        title: '灯塔',
        tags: ['海', '灯', '夜'],
        note: '看过',
        read: true,
        savedAt: local(2024, 3, 5, 15, 20),
      },
    ],
    remarks: ['unused-column 评分'],
  },
  {
    file: 'matter.csv',
    format: 'Matter',
    clips: [
      {
        url: 'https://horns.example/',
        title: 'Fog horns',
        author: 'Ann',
        siteName: 'matter.example',
        tags: ['sound', 'fog signals'],
        read: true,
        starred: true,
        savedAt: Date.UTC(2023, 4, 6, 10, 11, 12),
      },
    ],
    remarks: ['unused-column word count', 'unused-column highlight count'],
  },
  {
    file: 'diigo.csv',
    format: 'Diigo',
    clips: [
      {
        url: 'https://anchors.example/',
        title: 'Anchors',
        tags: ['iron', 'deep_water'],
        note: 'mine\n\nsaid',
        highlights: [quote('it holds'), quote('it drags')],
        savedAt: Date.UTC(2021, 4, 6, 7, 8, 9),
      },
    ],
  },
  {
    file: 'zotero.csv',
    format: 'Zotero',
    clips: [
      {
        url: 'https://rigging.example/',
        title: 'Rigging',
        author: 'Lee, Ann',
        siteName: 'Mast',
        description: 'About ropes',
        tags: ['rope', 'sail'],
        publishedAt: '2020-05-06',
        savedAt: local(2024, 3, 5, 7, 8, 9),
      },
    ],
    remarks: ['unused-column publication year', 'unused-column automatic tags'],
  },
  {
    file: 'wallabag.csv',
    format: 'wallabag',
    clips: [
      {
        url: 'https://keels.example/',
        title: 'Keels; deep',
        tags: ['wood', '船'],
        language: 'en',
        savedAt: local(2023, 11, 28, 10),
      },
      // Day first, as the row above shows.
      { url: 'https://b.example/', title: 'B', language: 'en', savedAt: local(2023, 3, 5, 10) },
    ],
  },
  {
    file: 'readwise-highlights.csv',
    format: 'Readwise',
    clips: [
      {
        url: 'https://corks.example/',
        title: 'Corks',
        author: 'Ann',
        note: 'so it does',
        tags: ['wood'],
        highlights: [quote('It floats')],
        savedAt: Date.UTC(2023, 4, 6, 10, 11, 12),
      },
    ],
    problems: ['no-url 3'],
  },
  {
    file: 'spreadsheet.csv',
    format: 'CSV',
    clips: [
      { url: 'https://a.example/', title: 'A', savedAt: local(2024, 3, 1, 8, 5) },
      { url: 'https://b.example/', title: 'B', savedAt: local(2024, 3, 1) },
      { url: 'https://c.example/', title: 'C' },
      { url: 'https://d.example/', title: 'D' },
    ],
    remarks: ['ambiguous-date 4 05/03/2024', 'bad-date 5 next week'],
  },
  {
    file: 'goodlinks.json',
    format: 'JSON',
    clips: [
      {
        url: 'https://oars.example/',
        title: 'Oars',
        description: 'Of ash',
        tags: ['wood'],
        starred: true,
        read: true,
        readAt: 1_709_691_630_000,
        savedAt: 1_709_605_230_500,
        highlights: [quote('Ash bends', 'and elm?')],
      },
    ],
  },
  {
    file: 'hypothesis.json',
    format: 'Hypothesis',
    clips: [
      {
        url: 'https://ropes.example/',
        title: 'Ropes',
        note: 'my remark',
        tags: ['hemp'],
        savedAt: march5,
        highlights: [quote('three strands')],
      },
    ],
  },
  {
    file: 'starred.json',
    format: 'Starred items',
    clips: [
      {
        url: 'https://swell.example/',
        title: 'Swell',
        tags: ['Sea'],
        author: 'Ann',
        siteName: 'Waves',
        publishedAt: '2020-09-13T12:26:40.000Z',
        savedAt: 1_700_000_000_000,
      },
    ],
  },
  {
    file: 'simpread-config.json',
    format: 'SimpRead',
    clips: [
      {
        url: 'https://duo.example/',
        title: '舵',
        description: '说明',
        tags: ['船'],
        note: '笔记',
        savedAt: local(2022, 3, 5, 10, 20, 30),
      },
    ],
  },
  {
    file: 'simpread.md',
    format: 'Markdown',
    clips: [{ url: 'https://mao.example/post/1', title: 'simpread' }],
  },
  {
    file: 'readwise-note.md',
    format: 'Markdown',
    clips: [{ url: 'https://capstan.example/a', title: 'Capstans', author: 'Ann Lee', tags: ['articles'] }],
  },
  {
    file: 'linked-heading.md',
    format: 'Markdown',
    clips: [{ url: 'https://winch.example/a_(b)', title: 'Winches [and more]' }],
  },
  {
    file: 'logseq.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://moor.example/',
        title: 'Moorings',
        tags: ['net', 'two words'],
        savedAt: local(2024, 3, 5),
      },
    ],
  },
  {
    file: 'cubox.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://fubiao.example/a',
        title: '浮标',
        tags: ['海'],
        read: true,
        starred: true,
        savedAt: march5,
      },
    ],
  },
  {
    file: 'markdownload.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://deep.example/post?a=1',
        title: 'Soundings',
        author: 'Ann & Bob',
        tags: ['sea', '海洋', 'deep water'],
        savedAt: march5,
      },
    ],
  },
  {
    file: 'hugo.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://compass.example/',
        title: 'Compass',
        tags: ['north', 'iron'],
        publishedAt: '2020-05-06',
      },
    ],
  },
  {
    file: 'feeds.opml',
    format: 'OPML',
    clips: [
      { url: 'https://gulls.example/', title: 'Gulls', tags: ['Sea'] },
      { url: 'https://link.example/?a=1&b=2', title: 'A link', savedAt: march5 },
    ],
    problems: ['no-url 3'],
  },
];

test.each(samples)('$file', async ({ file, format, clips, problems = [], remarks = [] }) => {
  const read = await importFixture(file);
  expect(read.format).toBe(format);
  expect(read.clips.map((clip) => ({ ...clip, content: null }))).toEqual(
    clips.map((clip) => ({ ...unsaid, ...clip })),
  );
  expect(read.problems.map(({ reason, line, entry }) => `${reason} ${String(line ?? entry)}`)).toEqual(
    problems,
  );
  expect(
    read.remarks.map(({ reason, line, excerpt }) =>
      [reason, ...(reason === 'unused-column' ? [] : [line]), excerpt].join(' '),
    ),
  ).toEqual(remarks);
});

test.each([
  ['evernote.enex', 'html', 'The moon pulls.'],
  ['saved.mhtml', 'page', '<h1>灯塔</h1><p>A long line of text</p>'],
  ['wallabag.csv', 'html', 'Some "quoted" text; here'],
  ['starred.json', 'html', 'Long waves'],
  ['simpread.md', 'markdown', '锚要抛在沙底。'],
  ['logseq.md', 'markdown', '- Text'],
  ['hugo.md', 'markdown', 'Text'],
])('%s has its text', async (file, kind, text) => {
  const [clip] = (await importFixture(file)).clips;
  expect(clip?.content).toMatchObject({ kind, text: expect.stringContaining(text) as string });
});

test('what a note says of itself is not its text', async () => {
  for (const file of ['simpread.md', 'logseq.md', 'linked-heading.md', 'readwise-note.md']) {
    const [clip] = (await importFixture(file)).clips;
    expect(clip?.content?.text).not.toMatch(/https?:|::|原文/);
  }
});

test('dates that could be either are read as the user says', async () => {
  const { entries } = await importFile(new Blob([fixtureText('spreadsheet.csv')]), 'a.csv', 'month-first');
  const saved: unknown[] = [];
  for await (const entry of entries) if (entry.kind === 'clip') saved.push(entry.clip.savedAt);
  expect(saved[2]).toBe(local(2024, 5, 3));
});

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

/** A tar of these files, as Joplin writes its JEX. */
function tarOf(files: Readonly<Record<string, string | Uint8Array>>): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    const header = new Uint8Array(512);
    const put = (text: string, at: number) => header.set(new TextEncoder().encode(text), at);
    put(name, 0);
    put(`${bytes.length.toString(8).padStart(11, '0')} `, 124);
    put('0', 156);
    put('ustar', 257);
    const padded = new Uint8Array(Math.ceil(bytes.length / 512) * 512);
    padded.set(bytes);
    parts.push(header, padded);
  }
  return new Blob([...parts, new Uint8Array(1_024)]);
}

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
