import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** What a writer made itself, and what is done to the copy before the ledger is opened. */
const apart = /^src\/extract\/(?:account\/leave-out\.ts|article-html\/block-writer\.ts|copy\/|feed\/)/;

test('no step of the extractor takes anything out without naming its reason', () => {
  const found = sourceFiles()
    .filter(({ path, layer }) => layer === 'extract' && !apart.test(path))
    .flatMap(({ path, code }) =>
      [...code.matchAll(/\.(?:remove|removeChild)\(\w*\)|\.replaceChildren\(\)/g)].map(
        ([call]) => `${path}: ${call}`,
      ),
    );
  expect(found).toEqual([]);
});
