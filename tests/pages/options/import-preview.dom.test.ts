import { expect, test } from 'vitest';
import { packFiles } from '../../../src/pages/options/transfer/pack-files.ts';
import { previewFile } from '../../../src/pages/options/transfer/preview-file.ts';
import { makeDatabase } from '../../factories/database.ts';

const quiet = () => undefined;
const never = new AbortController().signal;

test('an import is looked at with its first clips as they will be, and dates that could be either as they are read', async () => {
  const database = await makeDatabase();
  const rows = Array.from({ length: 12 }, (_each, index) => `https://${index}.example/,T${index},05/03/2024`);
  const file = new File(
    [`url,title,created,rating\n${rows.join('\n')}\n`.replace('2024\n', '2024,5\n')],
    'a.csv',
  );
  const preview = await previewFile(
    file,
    database,
    { example: '05/03/2024', order: 'month-first' },
    quiet,
    never,
  );
  expect(preview).toMatchObject({ format: 'CSV', total: 12, problems: [] });
  expect(preview.rows).toHaveLength(10);
  expect(preview.rows[0]).toMatchObject({ title: 'T0', savedAt: new Date(2024, 4, 3).getTime() });
  expect(preview.remarks).toMatchObject([{ reason: 'unused-column', excerpt: 'rating', taken: true }]);
  // Nobody has said: it asks, and reads them by the browser's language until then.
  expect((await previewFile(file, database, null, quiet, never)).dates?.example).toBe('05/03/2024');
});

test('several files are one archive: a note finds its picture, and equal names are apart', async () => {
  const note = (url: string) => new File([`---\nurl: ${url}\n---\ntext`], 'a.md');
  const file = await packFiles(
    [
      { path: 'a.md', file: note('https://a.example/') },
      { path: 'a.md', file: note('https://b.example/') },
      { path: 'c.csv', file: new File(['url,title\nhttps://c.example/,C\n'], 'c.csv') },
    ],
    never,
  );
  expect(file.name).toBe('a.md + 2');
  const preview = await previewFile(file, await makeDatabase(), null, quiet, never);
  expect(preview.rows.map(({ url }) => url)).toEqual([
    'https://a.example/',
    'https://b.example/',
    'https://c.example/',
  ]);
});
