import '../../src/ui/style/ui.css';
import '../../src/pages/reader/style/typography.css';
import { afterEach, expect, test } from 'vitest';

/** The fonts of an article in its language, in a page of another one. */
function fontsOf(article: string | null, page: string): string {
  document.documentElement.lang = page;
  const place = document.createElement('div');
  place.className = 'article';
  if (article !== null) place.lang = article;
  document.body.append(place);
  return getComputedStyle(place).fontFamily;
}

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute('lang');
  document.documentElement.removeAttribute('data-font');
});

const fonts = {
  'zh-CN': 'Noto Sans CJK SC',
  'zh-TW': 'Noto Sans CJK TC',
  'zh-Hant': 'Noto Sans CJK TC',
  ja: 'Noto Sans CJK JP',
  ko: 'Noto Sans CJK KR',
};

test.each(Object.entries(fonts))(
  'an article in %s has the Han characters of its language',
  (language, font) => {
    for (const page of ['en', ...Object.keys(fonts)]) {
      const given = fontsOf(language, page);
      expect(given).toContain(font);
      for (const other of Object.values(fonts).filter((each) => each !== font))
        expect(given).not.toContain(other);
    }
  },
);

test.each(Object.entries(fonts))('a page in %s gives other articles its own', (language, font) => {
  expect(fontsOf('en', language)).toContain(font);
  expect(fontsOf(null, language)).toContain(font);
});

test('serif fonts follow the language, too', () => {
  document.documentElement.dataset['font'] = 'serif';
  expect(fontsOf('ja', 'zh-CN')).toContain('Noto Serif CJK JP');
});
