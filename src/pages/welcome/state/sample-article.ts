import type { Article } from '../../../core/clip/article.ts';
import { sampleAddress } from '../../../core/clip/original-page.ts';
import type { Translation } from '../../../ui/translation.ts';

const none = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };
const code = "grep -rn 'TODO' src | wc -l";

/** A short article to try everything on: to read, to search, to mark, to delete. */
export function sampleArticle({ t, language }: Translation): Article {
  const heading = t('sampleHeading');
  const [first, second] = [t('sampleFirst'), t('sampleSecond')];
  const counts = { ...none, codeBlocks: 1 };
  return {
    url: sampleAddress,
    canonicalUrl: null,
    title: t('sampleTitle'),
    author: 'Clipshelf',
    publishedAt: null,
    updatedAt: null,
    tags: [],
    language,
    siteName: 'Clipshelf',
    description: first,
    html: [
      `<p data-block="0">${escaped(first)}</p>`,
      `<h2 data-block="1">${escaped(heading)}</h2>`,
      `<p data-block="2">${escaped(second)}</p>`,
      `<pre data-block="3"><code class="language-bash">${escaped(code)}</code></pre>`,
    ].join(''),
    blocks: [
      { kind: 'prose', text: first },
      { kind: 'heading', text: heading, level: 2 },
      { kind: 'prose', text: second },
      { kind: 'code', text: code, language: 'bash' },
    ],
    images: [],
    measure: { words: 90, readingMinutes: 1, ...counts },
    integrity: {
      extractorVersion: '0',
      rules: [],
      found: counts,
      kept: counts,
      restored: none,
      coverage: 1,
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
