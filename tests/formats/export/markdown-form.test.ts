import { describe, expect, test } from 'vitest';
import { clipFileName } from '../../../src/formats/export/clip-file-name.ts';
import {
  formOf,
  keyChoices,
  markdownFields,
  markdownPresets,
  parseMarkdownForm,
  readMarkdownForm,
  usualForm,
  withKey,
} from '../../../src/formats/export/markdown-form.ts';
import { fieldKey, roleOf } from '../../../src/formats/import/fields/field-names.ts';

const kept = { copyProperties: false, vault: '' };

describe('what was kept', () => {
  test('comes back as it was', () => {
    for (const preset of markdownPresets) {
      const form = { ...formOf(preset, { copyProperties: true, vault: '笔记' }), fileName: 'slug' } as const;
      expect(readMarkdownForm(JSON.stringify(form))).toEqual(form);
    }
  });

  test.each(['', '{', 'null', '[]', '{"preset":"__proto__","keys":{"title":"toString","url":null}}'])(
    'damaged: %s',
    (text) => {
      expect(readMarkdownForm(text)).toEqual(usualForm);
    },
  );

  test('a field cannot have the name of another, nor the address be left out', () => {
    const form = withKey(formOf('hugo', kept), 'saved', 'date');
    expect([form.keys.published, form.keys.saved]).toEqual(['date', 'saved']);
    expect(withKey(usualForm, 'url', null).keys.url).toBe('url');
    for (const preset of markdownPresets)
      for (const field of markdownFields)
        for (const key of [...keyChoices[field], null]) {
          const keys = Object.values(withKey(formOf(preset, kept), field, key).keys).filter(
            (each) => each !== null,
          );
          expect(new Set(keys).size).toBe(keys.length);
        }
  });

  test('a vault of any length', () => {
    expect(parseMarkdownForm({ vault: 'x'.repeat(5_000) }).vault).toHaveLength(200);
  });
});

test('every name that may be chosen is one that the import knows', () => {
  // The time of the last update is not imported.
  const keys = markdownFields.flatMap((field) => (field === 'updated' ? [] : keyChoices[field]));
  expect(keys.filter((key) => roleOf(fieldKey(key)) === null)).toEqual([]);
});

test('names of files', () => {
  const clip = {
    id: '1a2b3c4d-5678',
    title: 'C++: “移动” / a?',
    savedAt: new Date(2026, 10, 5, 23).getTime(),
  };
  expect(clipFileName(clip, 'title')).toBe('C++ “移动” a');
  expect(clipFileName(clip, 'day-title')).toBe('2026-11-05 C++ “移动” a');
  expect(clipFileName(clip, 'title-id')).toBe('C++ “移动” a 1a2b3c4d');
  expect(clipFileName(clip, 'slug')).toBe('2026-11-05-c-移动-a');
  expect(clipFileName({ ...clip, title: '/' }, 'slug')).toBe('2026-11-05');
  expect(clipFileName({ ...clip, savedAt: Number.NaN }, 'slug')).toBe('c-移动-a');
});
