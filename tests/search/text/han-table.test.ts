import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { hanTable } from '../../../build/han-table.ts';
import { inProject } from '../../../build/paths.ts';
import { foldHan } from '../../../src/search/text/han-script.ts';

test('the table is what the generator makes of the dictionaries', async () => {
  expect(await readFile(inProject('src/search/text/han-table.ts'), 'utf8')).toBe(hanTable());
});

test('folding keeps every unit at its place, and again changes nothing', () => {
  const all = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, i) => String.fromCharCode(0x3400 + i)).join('');
  const folded = foldHan(all);
  expect(folded.length).toBe(all.length);
  expect(foldHan(folded)).toBe(folded);
  expect(foldHan('軟體 Redis 𠀀 網路')).toBe('软体 Redis 𠀀 网路');
});
