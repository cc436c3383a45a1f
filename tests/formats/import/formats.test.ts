import { describe, expect, test } from 'vitest';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { fixtureText, importFixture, importOf } from '../../factories/fixture.ts';
import { collect, makeZip } from '../../factories/zip.ts';
import { unsaid } from './exporters/sample.ts';

describe('bookmarks', () => {
  test('of Chrome: folders nest, the toolbar is no folder, entities are text', async () => {
    const { format, clips, problems } = await importFixture('chrome-bookmarks.html');
    expect(format).toBe('Bookmarks');
    expect(clips).toEqual([
      {
        ...unsaid,
        url: 'https://go.example/pprof?a=1&b=2',
        title: "pprof: <heap> '深入'",
        tags: ['后端 & Go'],
        savedAt: 1_700_000_002_000,
      },
      {
        ...unsaid,
        url: 'https://ci.example/',
        title: 'Pipelines',
        tags: ['后端 & Go/CI CD'],
        savedAt: 1_700_000_003_000,
      },
      { ...unsaid, url: 'https://top.example/', title: 'On the bar', savedAt: 1_700_000_005_000 },
      { ...unsaid, url: 'https://other.example/', title: '', savedAt: 1_700_000_006_000 },
    ]);
    expect(problems).toEqual([
      { kind: 'problem', reason: 'unsupported-url', line: 19, entry: null, excerpt: 'javascript:alert(1)' },
    ]);
  });

  test('of Firefox: tags, notes, no separators and queries', async () => {
    const { clips, problems } = await importFixture('firefox-bookmarks.html');
    expect(clips).toEqual([
      {
        ...unsaid,
        url: 'https://rust.example/ownership',
        title: 'Ownership',
        tags: ['rust', '内存'],
        note: 'Read this\non the train',
        savedAt: 1_600_000_001_000,
      },
      { ...unsaid, url: 'https://plain.example/', title: 'Plain', savedAt: 1_600_000_003_000 },
    ]);
    expect(problems).toMatchObject([{ reason: 'unsupported-url', line: 9 }]);
  });

  test('of Pinboard', async () => {
    const { clips } = await importFixture('pinboard.html');
    expect(clips).toMatchObject([
      { url: 'https://k8s.example/network', tags: ['k8s', 'network'], note: 'CNI "compared"' },
      { url: 'https://last.example/', tags: [], note: '' },
    ]);
  });

  test("Pocket's older list: what is under Read Archive is read", async () => {
    const { format, clips } = await importFixture('pocket.html');
    expect(format).toBe('Bookmarks');
    expect(clips).toMatchObject([
      { url: 'https://unread.example/', tags: ['go', '后端'], read: false, savedAt: 1_700_000_000_000 },
      { url: 'https://read.example/', tags: [], read: true },
    ]);
  });
});

describe('tables', () => {
  test('Pocket', async () => {
    const { format, clips, problems } = await importFixture('pocket.csv');
    expect(format).toBe('Pocket');
    expect(clips).toEqual([
      {
        ...unsaid,
        url: 'https://raft.example/',
        title: 'Raft, explained',
        tags: ['consensus', '分布式'],
        savedAt: 1_700_000_000_000,
      },
      { ...unsaid, url: 'https://bare.example/', read: true, savedAt: 1_690_000_000_000, title: '' },
    ]);
    expect(problems).toEqual([
      { kind: 'problem', reason: 'no-url', line: 4, entry: null, excerpt: 'No address' },
    ]);
  });

  test('Raindrop', async () => {
    const { format, clips } = await importFixture('raindrop.csv');
    expect(format).toBe('Raindrop');
    expect(clips).toEqual([
      {
        ...unsaid,
        url: 'https://ebpf.example/',
        title: 'eBPF, from scratch',
        tags: ['Linux/Kernel', 'ebpf', 'tracing'],
        note: 'My note\nin two lines',
        highlights: [{ quote: 'one', note: '', color: null, createdAt: null }],
        description: 'Summary',
        savedAt: Date.UTC(2024, 4, 1, 10),
        starred: true,
      },
      { ...unsaid, url: 'https://unfiled.example/', title: 'Unfiled', savedAt: Date.UTC(2024, 4, 2, 10) },
    ]);
  });

  test('Instapaper: its folders of state are none', async () => {
    const { format, clips } = await importFixture('instapaper.csv');
    expect(format).toBe('Instapaper');
    expect(clips).toMatchObject([
      { title: 'Unread one', tags: [], read: false, starred: false },
      { title: 'Archived one', tags: ['react', '前端 JS'], read: true, note: 'A quote' },
      { title: 'Starred one', tags: [], starred: true },
      { title: 'In a folder', tags: ['Databases'] },
    ]);
  });

  test('Readwise Reader', async () => {
    const { format, clips } = await importFixture('readwise.csv');
    expect(format).toBe('Readwise Reader');
    expect(clips).toMatchObject([
      {
        title: 'TCP, slowly',
        tags: ['network', "it's"],
        savedAt: Date.UTC(2022, 10, 6, 4, 33, 50),
        read: false,
      },
      { title: 'Done', read: true },
      { title: 'Archived', tags: ['go'], read: true },
      { title: 'Short', starred: true, read: false },
    ]);
  });

  test('any table with an address, also with semicolons as Excel writes it', async () => {
    const { format, clips } = await importOf(
      'Name;Link;Tags\r\n"A; b";https://x.example/;"go, db"\r\n',
      'my.csv',
    );
    expect(format).toBe('CSV');
    expect(clips).toMatchObject([{ title: 'A; b', url: 'https://x.example/', tags: ['go', 'db'] }]);
  });
});

describe('JSON', () => {
  test('wallabag', async () => {
    const { format, clips, problems } = await importFixture('wallabag.json');
    expect(format).toBe('wallabag');
    expect(clips).toEqual([
      {
        url: 'https://pg.example/mvcc',
        title: 'MVCC in Postgres',
        content: { kind: 'html', text: '<p>Each row has an <code>xmin</code>.</p>' },
        tags: ['postgres', '数据库'],
        note: '',
        highlights: [{ quote: 'xmin', note: 'see also xmax', color: null, createdAt: null }],
        savedAt: Date.UTC(2023, 5, 1, 6),
        read: true,
        readAt: Date.UTC(2023, 5, 3, 6),
        starred: false,
        publishedAt: '2023-05-30T00:00:00Z',
        author: 'Ana',
        language: 'en',
        siteName: 'pg.example',
        description: null,
      },
      { ...unsaid, url: 'https://two.example/', title: '', starred: true, savedAt: 1_700_000_000_000 },
      // Whatever form its tags have.
      { ...unsaid, url: 'https://three.example/', title: '', tags: ['not a list'] },
    ]);
    expect(problems).toEqual([]);
  });

  test('Karakeep: lists nest, lists in a circle end, texts have no page', async () => {
    const { format, clips, problems } = await importFixture('karakeep.json');
    expect(format).toBe('Karakeep');
    expect(clips).toMatchObject([
      {
        url: 'https://clocks.example/',
        tags: ['Talks/2024', 'B/A', 'distributed'],
        note: 'for the talk',
        read: true,
        savedAt: 1_719_849_600_000,
      },
    ]);
    expect(problems.map(({ reason, entry }) => [reason, entry])).toEqual([
      ['no-url', '2'],
      ['no-url', '3'],
      ['wrong-shape', '4'],
    ]);
  });

  test('Linkwarden', async () => {
    const { format, clips } = await importFixture('linkwarden.json');
    expect(format).toBe('Linkwarden');
    expect(clips).toMatchObject([
      {
        url: 'https://css.example/layers',
        tags: ['Frontend', 'css', '层叠'],
        description: 'Cascade',
        savedAt: Date.UTC(2024, 1, 3, 4, 5, 6),
      },
      { url: 'https://loose.example/', tags: [] },
    ]);
  });
});

test('Omnivore: content and highlights by slug, in the order of the numbers', async () => {
  const archive = await makeZip({
    'metadata_20_to_39.json': '[{"title":"Later","url":"https://later.example/","slug":"later","labels":[]}]',
    'metadata_0_to_19.json': fixtureText('omnivore-metadata.json'),
    'content/sharding-18a.html': '<p>Split by key.</p>',
    'highlights/sharding-18a.md': '> by key',
  });
  const { format, clips, problems } = await importOf(archive, 'export.zip');
  expect(format).toBe('Omnivore');
  expect(clips).toMatchObject([
    {
      url: 'https://shards.example/',
      title: 'Sharding',
      content: { kind: 'html', text: '<p>Split by key.</p>' },
      tags: ['databases', '架构'],
      highlights: [{ quote: 'by key', note: '', color: null, createdAt: null }],
      read: true,
      author: 'Bo',
      publishedAt: '2023-12-31T00:00:00Z',
    },
    { url: 'https://link.example/', content: null, tags: ['go'] },
    { url: 'https://later.example/' },
  ]);
  expect(problems).toMatchObject([{ reason: 'in-trash', entry: 'metadata_0_to_19.json 2' }]);
});

describe('Markdown', () => {
  test("Obsidian's clipper: its links are names, its heading is the title", async () => {
    const { format, clips } = await importFixture('obsidian-clip.md');
    expect(format).toBe('Markdown');
    expect(clips).toEqual([
      {
        ...unsaid,
        url: 'https://flow.example/backpressure',
        title: 'Backpressure: what it is',
        content: { kind: 'markdown', text: '\nQueues fill up.\n' },
        tags: ['clippings', 'streams/reactive'],
        savedAt: Date.UTC(2024, 2, 5),
        publishedAt: '2024-03-01',
        author: 'Chen Wei, Lin',
        description: 'Queues fill up.',
      },
    ]);
  });

  test('Joplin', async () => {
    const { clips } = await importFixture('joplin-note.md');
    expect(clips).toMatchObject([
      {
        url: 'https://pool.example/',
        title: '连接池',
        tags: ['go', '数据库'],
        savedAt: Date.UTC(2024, 3, 1, 10, 11, 12),
      },
    ]);
  });

  test('a zip of many kinds: each by its own format, the rest reported', async () => {
    const archive = await makeZip({
      'vault/note.md': fixtureText('joplin-note.md'),
      'vault/no-source.md': '# Mine\n\ntext',
      'part_000000.csv': fixtureText('pocket.csv'),
      'package.json': '{}',
      '.obsidian/app.json': '{}',
      'image.png': 'x',
    });
    const { format, clips, problems } = await importOf(archive, 'vault.zip');
    expect(format).toBe('ZIP');
    expect(clips.map((clip) => clip.title)).toEqual(['连接池', 'Raft, explained', '']);
    expect(problems.map(({ reason, entry, line }) => [reason, entry, line])).toEqual([
      ['no-url', 'vault/no-source.md', null],
      ['no-url', 'part_000000.csv', 4],
      ['unknown-format', 'package.json', null],
    ]);
  });
});

test('a file of no known format', async () => {
  for (const content of ['', 'hello', '{"a":1}', '<html><body>page', 'a,b\n1,2'])
    await expect(importOf(content, 'file.txt')).rejects.toMatchObject({ code: 'import/unknown-format' });
});

test('entries can be read again, and are the same: an interrupted import goes on where it was', async () => {
  const { entries } = await importFile(new Blob([fixtureText('raindrop.csv')]), 'raindrop.csv');
  const once = await collect(entries);
  expect(await collect(entries)).toEqual(once);
});
