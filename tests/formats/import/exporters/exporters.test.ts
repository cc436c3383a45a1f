import { expect, test } from 'vitest';
import { importFile } from '../../../../src/formats/import/import-file.ts';
import { fixtureText, importFixture } from '../../../factories/fixture.ts';
import { jsonSamples } from './json-samples.ts';
import { noteSamples } from './note-samples.ts';
import { pageSamples } from './page-samples.ts';
import { local, unsaid } from './sample.ts';
import { tableSamples } from './table-samples.ts';

/** Every field of every clip, but its content, which is compared apart. */
const samples = [...tableSamples, ...jsonSamples, ...noteSamples, ...pageSamples];

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
