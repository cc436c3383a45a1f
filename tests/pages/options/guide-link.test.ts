import { expect, test } from 'vitest';
import { guideLanguages } from '../../../build/guide.ts';
import { languages } from '../../../build/locales.ts';
import { guideFor, guideNote } from '../../../src/pages/options/view/guide-link.tsx';

test('each language of the interface leads to a guide that is built', () => {
  for (const language of languages) expect(Object.keys(guideLanguages)).toContain(guideFor(language).file);
});

test('the guide in another language says in which', () => {
  expect(['en', 'zh-CN', 'zh-TW', 'ja', 'de'].map(guideNote)).toEqual([
    '',
    '',
    ' (簡體中文)',
    ' (英語)',
    ' (Englisch)',
  ]);
});
