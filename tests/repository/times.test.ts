import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** Where a date is written otherwise, and why nothing is thrown there: it is the present, or was checked on the line before. */
const checked = [
  'src/core/time.ts',
  'src/ui/date-text.ts',
  'src/extract/feed/feed.ts',
  'src/extract/metadata/month-names.ts',
  'src/formats/export/clip-markdown.ts',
  'src/formats/export/epub.ts',
  'src/formats/export/index-line.ts',
  'src/formats/import/fields/dates.ts',
  'src/formats/import/fields/month-names.ts',
  'src/pages/options/transfer/preview-file.ts',
];

test('times are written by isoTime and ui/date-text, which throw for none', () => {
  const writers = sourceFiles().filter(({ code }) => /\.toISOString\(|new Intl\.DateTimeFormat\(/.test(code));
  expect(writers.map(({ path }) => path).toSorted()).toEqual(checked.toSorted());
});
