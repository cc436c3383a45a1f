import { describe, expect, test } from 'vitest';
import { importFile } from '../../../../src/formats/import/import-file.ts';
import { fixtureText, importFixture, importOf } from '../../../factories/fixture.ts';
import { jsonSamples } from './json-samples.ts';
import { noteSamples } from './note-samples.ts';
import { pageSamples } from './page-samples.ts';
import { local, unsaid } from './sample.ts';
import { siblingSamples } from './sibling-samples.ts';
import { tableSamples } from './table-samples.ts';

/** Every field of every clip, but its content, which is compared apart. */
const samples = [...tableSamples, ...jsonSamples, ...noteSamples, ...pageSamples, ...siblingSamples];

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
  ['notion.html', 'html', '<p>Corals build <mark class="highlight-yellow_background">slowly</mark>.</p>'],
  ['cubox-highlights.md', 'markdown', '链环要一样大。'],
  ['karakeep-kinds.json', 'markdown', 'The **bell** rings.'],
  [
    'logseq-blocks.md',
    'markdown',
    'They are ==soft== and ==round==\n- ```cpp\n  a ^^b^^ c\n  id:: stays\n  ```',
  ],
])('%s has its text', async (file, kind, text) => {
  const [clip] = (await importFixture(file)).clips;
  expect(clip?.content).toMatchObject({ kind, text: expect.stringContaining(text) as string });
});

test('what a note says of itself is not its text', async () => {
  for (const file of ['simpread.md', 'logseq.md', 'linked-heading.md']) {
    const [clip] = (await importFixture(file)).clips;
    expect(clip?.content?.text).not.toMatch(/https?:|::|原文/);
  }
});

test('a note that is nothing but a list of highlights is a link with highlights', async () => {
  expect((await importFixture('readwise-note.md')).clips).toMatchObject([{ content: null }]);
});

test('dates that could be either are read as the user says', async () => {
  const { entries } = await importFile(new Blob([fixtureText('spreadsheet.csv')]), 'a.csv', 'month-first');
  const saved: unknown[] = [];
  for await (const entry of entries) if (entry.kind === 'clip') saved.push(entry.clip.savedAt);
  expect(saved[2]).toBe(local(2024, 5, 3));
});

test('an article with a heading of that name keeps what stands below it', async () => {
  const note = '---\nsource: https://notes.example/v2\n---\n# Version 2\n\n## Highlights\n\n- Faster\n';
  const { clips } = await importOf(note, 'What is the matter.md');
  expect(clips).toMatchObject([
    { highlights: [], content: { text: expect.stringContaining('- Faster') as string } },
  ]);
});

describe('what browsers export beside bookmarks', () => {
  test.each([
    [
      'passwords of Safari',
      'Title,URL,Username,Password,Notes,OTPAuth\nBank,https://bank.example/,me,secret,,\n',
    ],
    ['passwords of Chrome', 'name,url,username,password,note\nbank,https://bank.example/,me,secret,\n'],
    [
      'a password manager',
      'folder,favorite,type,name,login_uri,login_username,login_password\n,,login,Bank,https://bank.example/,me,secret\n',
    ],
    ['密码', '名称,网址,用户名,密码\n银行,https://bank.example/,我,secret\n'],
    [
      'history of Safari',
      '{"metadata":{"data_type":"history"},"history":[{"url":"https://seen.example/","title":"Seen"}]}',
    ],
    ['history of Google', '{"Browser History":[{"url":"https://seen.example/","title":"Seen"}]}'],
  ])('%s: nothing of it comes in', async (_name, text) => {
    await expect(importFile(new Blob([text]), 'x')).rejects.toMatchObject({ code: 'import/unknown-format' });
  });
});

test.each([
  ['a mark', '\uFEFF', 'utf-8'],
  ['UTF-16 without its mark', '', 'utf-16le'],
  ['a bar', '', '|'],
  ['CR', '', 'cr'],
])('a table with %s', async (_name, before, form) => {
  const table = '标题,网址,入库时间\r\n镜,https://glass.example/,2024-03-05\r\n';
  const text = `${before}${form === '|' ? table.replaceAll(',', '|') : form === 'cr' ? table.replaceAll('\n', '') : table}`;
  const bytes =
    form === 'utf-16le'
      ? Uint8Array.from(
          text.split('').flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8]),
        )
      : text;
  const { clips } = await importOf(bytes, 'x.csv');
  expect(clips).toMatchObject([{ title: '镜', url: 'https://glass.example/', savedAt: local(2024, 3, 5) }]);
});

test('a column whose name has a word before what it is', async () => {
  const { clips } = await importOf(
    'Link Title,Bookmark URL,Saved On,Starred?,Read?\nOars,https://oars.example/,2024-03-05,yes,no\n',
    'x.csv',
  );
  expect(clips).toMatchObject([
    { title: 'Oars', url: 'https://oars.example/', savedAt: local(2024, 3, 5), starred: true, read: false },
  ]);
  const chinese = await importOf(
    '网页名称,网站地址,所属分类,是否已读\n桨,https://oars.example/,船,是\n',
    'x.csv',
  );
  expect(chinese.clips).toMatchObject([{ title: '桨', tags: ['船'], read: true }]);
});
