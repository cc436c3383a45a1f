import { expect, test } from 'vitest';
import { countText } from '../../src/ui/translation.ts';
import { english, translationOf } from './translations.ts';

const say = (entries: Readonly<Record<string, string>>) =>
  translationOf(Object.fromEntries(Object.entries(entries).map(([key, message]) => [key, { message }])));

test('English has a form for one and a form for all others', () => {
  expect([0, 1, 2, 1204].map((count) => countText(english, 'clipCount', count))).toEqual([
    '0 clips',
    '1 clip',
    '2 clips',
    '1,204 clips',
  ]);
});

test('a language has as many forms as it needs', () => {
  const russian = say({
    languageTag: 'ru',
    tagCount_one: '$1 тег',
    tagCount_few: '$1 тега',
    tagCount_many: '$1 тегов',
    tagCount_other: '$1 тега',
  });
  expect([1, 3, 5, 21, 112].map((count) => countText(russian, 'tagCount', count))).toEqual([
    '1 тег',
    '3 тега',
    '5 тегов',
    '21 тег',
    '112 тегов',
  ]);
});

test('a form that is not there is the one for all others', () => {
  const few = say({ languageTag: 'ru', tagCount_other: 'тегов: $1' });
  expect(countText(few, 'tagCount', 3)).toBe('тегов: 3');
});

test('a language without plural has one form', () => {
  expect(countText(say({ languageTag: 'ja', tagCount_other: 'タグ $1 個' }), 'tagCount', 1)).toBe(
    'タグ 1 個',
  );
});
