import { expect, test } from 'vitest';
import { importFile } from '../../../../src/formats/import/import-file.ts';
import { importOf } from '../../../factories/fixture.ts';
import { collect, makeZip } from '../../../factories/zip.ts';
import { local, quote } from './sample.ts';

test('JSON Lines: a line that is none costs itself', async () => {
  const { format, clips, problems } = await importOf(
    '{"url":"https://lines.example/a","title":"A","tags":["x"],"created_at":"2024-03-05T02:20:30Z"}\n{"url":"https://lines.exam\n\n{"url":"https://lines.example/c","title":"C"}\n',
    'links.jsonl',
  );
  expect(format).toBe('JSON Lines');
  expect(clips).toMatchObject([
    { url: 'https://lines.example/a', tags: ['x'], savedAt: Date.UTC(2024, 2, 5, 2, 20, 30) },
    { url: 'https://lines.example/c' },
  ]);
  expect(problems).toMatchObject([{ reason: 'wrong-shape', line: 2 }]);
});

test('JSON that is written over several lines is no JSON Lines', async () => {
  const { format } = await importOf('{\n"a": [\n{"url":"https://one.example/"}\n]}\n', 'x.json');
  expect(format).toBe('JSON');
});

test('Org: headings with links, their tags, states and times; folders; lists', async () => {
  const { format, clips, problems } = await importOf(
    `#+TITLE: To read
#+FILETAGS: :sea:

* Ropes
** TODO [#A] [[https://org.example/a][Bowlines]] :knots:
   :PROPERTIES:
   :CREATED: [2024-03-05 Tue 10:20]
   :END:
   Tie it /twice/, see [[https://org.example/x][x]].
** DONE Splices
   :PROPERTIES:
   :URL: https://org.example/b
   :END:
* Charts :paper:
- [X] [[https://org.example/c][Old ones]] :: worth it
- https://org.example/d
`,
    'read.org',
  );
  expect(format).toBe('Org');
  expect(clips).toMatchObject([
    {
      url: 'https://org.example/a',
      title: 'Bowlines',
      tags: ['Ropes', 'sea', 'knots'],
      savedAt: local(2024, 3, 5, 10, 20),
      read: false,
      note: 'Tie it *twice*, see [x](https://org.example/x).',
    },
    { url: 'https://org.example/b', title: 'Splices', tags: ['Ropes', 'sea'], read: true },
    { url: 'https://org.example/c', title: 'Old ones', tags: ['sea', 'paper', 'Charts'], read: true },
    { url: 'https://org.example/d', title: '' },
  ]);
  expect(problems).toEqual([]);
});

test('Org: a note of one page has its text as Markdown', async () => {
  const { clips } = await importOf(
    `:PROPERTIES:
:ID: 1
:ROAM_REFS: https://org.example/page
:END:
#+title: A page
#+filetags: :sea:rope:

* First
Some *bold* text with =code= and ~a*b*c~.
#+begin_src sh
tar -xzf a.tgz
,* not a heading
#+end_src
#+begin_quote
A quotation.
#+end_quote
`,
    'a-page.org',
  );
  expect(clips).toMatchObject([
    {
      url: 'https://org.example/page',
      title: 'A page',
      tags: ['sea', 'rope'],
      content: {
        kind: 'markdown',
        text: '# First\nSome **bold** text with `code` and `a*b*c`.\n```sh\ntar -xzf a.tgz\n* not a heading\n```\n> A quotation.',
      },
    },
  ]);
});

test('a folder of shortcuts: names are titles, folders are tags', async () => {
  const zip = await makeZip({
    'Sea/Ropes/Bowlines.url': '[InternetShortcut]\r\nURL=https://links.example/a\r\n',
    'Charts.webloc':
      '<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>https://links.example/b?x=1&amp;y=2</string></dict></plist>',
  });
  const { entries } = await importFile(zip, 'Favorites.zip');
  const clips = (await collect(entries)).flatMap((entry) => (entry.kind === 'clip' ? [entry.clip] : []));
  expect(clips).toMatchObject([
    { url: 'https://links.example/a', title: 'Bowlines', tags: ['Sea/Ropes'] },
    { url: 'https://links.example/b?x=1&y=2', title: 'Charts', tags: [] },
  ]);
});

test('what stands behind a link of a list is kept: labels, remarks, ticks', async () => {
  const { clips } = await importOf(
    '- [A](https://list.example/a) - worth it #sea #[[eye splice]]\n- [x] [B](https://list.example/b) #rope first\n- [ ] [C](https://list.example/c)\n',
    'list.md',
  );
  expect(clips).toMatchObject([
    { title: 'A', note: 'worth it #sea #[[eye splice]]', tags: [], read: false },
    { title: 'B', note: 'first', tags: ['rope'], read: true },
    { title: 'C', note: '', tags: [], read: false },
  ]);
});

test('titles above their addresses, in groups with names', async () => {
  const { format, clips } = await importOf(
    '工作\n\n缆绳怎么打结\nhttps://tabs.example/a\n\n潮汐表\nhttps://tabs.example/b\n',
    'tabs.txt',
  );
  expect(format).toBe('Addresses');
  expect(clips).toMatchObject([{ title: '缆绳怎么打结' }, { title: '潮汐表' }]);
});

test('prose with some links is no list', async () => {
  await expect(
    importOf(
      'We went out.\nIt rained.\nhttps://a.example/\nhttps://b.example/\nThen we came home.\n',
      'day.txt',
    ),
  ).rejects.toMatchObject({ code: 'import/unknown-format' });
});

test("Reader's API: the page's own address, highlights below their document", async () => {
  const { format, clips } = await importOf(
    JSON.stringify({
      results: [
        {
          id: 'd1',
          url: 'https://reader.example/read/d1',
          source_url: 'https://pages.example/a',
          title: 'A',
          category: 'article',
          location: 'archive',
          tags: { sea: { name: 'sea' }, 'eye splice': { name: 'eye splice' } },
          reading_progress: 0.2,
          parent_id: null,
          saved_at: '2024-03-05T02:20:30+00:00',
        },
        {
          id: 'h1',
          url: 'x',
          source_url: '',
          category: 'highlight',
          parent_id: 'd1',
          reading_progress: 0,
          content: 'a passage',
        },
        {
          id: 'n1',
          url: 'x',
          source_url: '',
          category: 'note',
          parent_id: 'h1',
          reading_progress: 0,
          content: 'why',
        },
      ],
    }),
    'reader.json',
  );
  expect(format).toBe('Readwise Reader');
  expect(clips).toMatchObject([
    {
      url: 'https://pages.example/a',
      tags: ['sea', 'eye splice'],
      read: true,
      savedAt: Date.UTC(2024, 2, 5, 2, 20, 30),
      highlights: [quote('a passage', 'why')],
    },
  ]);
});

test('JSON Feed: an address may be the identifier, a text plain', async () => {
  const { clips } = await importOf(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        {
          id: '1',
          url: 'https://feeds.example/a',
          content_html: '<p>x</p>',
          date_published: '2024-03-05T02:20:30Z',
        },
        { id: 'https://feeds.example/b', content_text: 'plain' },
      ],
    }),
    'feed.json',
  );
  expect(clips).toMatchObject([
    { url: 'https://feeds.example/a', content: { kind: 'html' }, publishedAt: '2024-03-05T02:20:30Z' },
    { url: 'https://feeds.example/b', content: { kind: 'markdown', text: 'plain' } },
  ]);
});

test('sessions of tabs, lists of repositories, stars of readers of feeds', async () => {
  const session = await importOf(
    '{"format":"nxs.json.v1","collections":[{"title":"Sea","folders":[{"title":"Left","links":[{"title":"A","url":"https://tabs.example/a"}]}]}]}',
    'session.json',
  );
  expect(session.clips).toMatchObject([{ url: 'https://tabs.example/a', tags: ['Sea/Left'] }]);
  const stars = await importOf(
    '[{"name":"knots","full_name":"ida/knots","html_url":"https://code.example/knots","url":"https://api.code.example/repos/knots","topics":["rope"],"starred_at":"2024-03-05T02:20:30Z","created_at":"2014-01-01T00:00:00Z"}]',
    'stars.json',
  );
  expect(stars.clips).toMatchObject([
    { url: 'https://code.example/knots', tags: ['rope'], savedAt: Date.UTC(2024, 2, 5, 2, 20, 30) },
  ]);
  const feed = await importOf(
    '{"starred_stories":[{"story_title":"N","story_permalink":"https://news.example/n","starred_date":"2024-03-05T02:20:30Z","story_content":"<p>c</p>","user_tags":["x"]}]}',
    'starred.json',
  );
  expect(feed.clips).toMatchObject([
    { url: 'https://news.example/n', title: 'N', tags: ['x'], content: { kind: 'html' } },
  ]);
});

test('Cubox parts milliseconds by a colon; categories of a site stand beside its tags; a sole link has the title', async () => {
  const cubox = await importOf(
    'title,url,create_time\nA,https://cubox.example/a,2024-03-05T10:20:30:250+08:00\n',
    'x.csv',
  );
  expect(cubox.clips[0]?.savedAt).toBe(Date.UTC(2024, 2, 5, 2, 20, 30, 250));
  const post = await importOf(
    '---\ntitle: 缆\nsource: https://posts.example/a\ncategories: [海, 绳]\ntags: 结\n---\n字\n',
    'a.md',
  );
  expect(post.clips[0]?.tags).toEqual(['海', '绳', '结']);
  const sole = await importOf(
    '- [Tide tables](https://posts.example/b)\n  - #sea\n  - a thought\n',
    'note-7.md',
  );
  expect(sole.clips).toMatchObject([{ url: 'https://posts.example/b', title: 'Tide tables' }]);
});

test.each([
  [
    '<div>原文地址：<a href="https://notes.example/a?x=1&amp;y=2">缆绳</a></div><div>正文</div>',
    'https://notes.example/a?x=1&y=2',
  ],
  ['<p>Clipped from: https://notes.example/b</p><p>Text</p>', 'https://notes.example/b'],
  ['<p>The source: nobody knows it. See <a href="https://notes.example/c">this</a></p>', null],
])('a notebook page that names its address above its text: %s', async (body, url) => {
  const page = `<html><head><title>缆绳</title></head><body>${body}</body></html>`;
  const read = importOf(page, 'note.html').then(({ clips }) => clips[0]?.url ?? null);
  expect(await read.catch(() => null)).toBe(url);
});
