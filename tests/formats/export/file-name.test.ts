import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName, UniqueNames } from '../../../src/formats/export/file-name.ts';

test.each([
  ['深入理解 Go 的内存模型', '深入理解 Go 的内存模型'],
  ['../../etc/passwd', 'etc passwd'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['[[Link]] #tag ^block', 'Link tag block'],
  ['CON', '_CON'],
  ['com1.txt', '_com1.txt'],
  ['LPT9', '_LPT9'],
  ['console', 'console'],
  ['trailing dots... ', 'trailing dots'],
  ['.hidden', 'hidden'],
  ['-rf', 'rf'],
  ['a\u202Egpj.exe', 'a gpj.exe'],
  ['line\nbreak\u0000', 'line break'],
  ['\uD800', 'untitled'],
  ['...', 'untitled'],
  ['', 'untitled'],
])('%j is the file %j', (title, name) => {
  expect(fileName(title)).toBe(name);
});

test('a name is one that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const name = fileName(title);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^[\s.]|[\s.]$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(161);
      expect(fileName(name)).toBe(name);
    }),
  );
});

test('a long title is cut between characters', () => {
  expect(fileName('连'.repeat(500))).toBe('连'.repeat(53));
});

test('names are unique, whatever their case', () => {
  const names = new UniqueNames();
  expect(['Go', 'go', 'GO', 'ｇｏ', 'Rust'].map((name) => names.unique(name, '.md'))).toEqual([
    'Go.md',
    'go 2.md',
    'GO 3.md',
    'ｇｏ 4.md',
    'Rust.md',
  ]);
});
