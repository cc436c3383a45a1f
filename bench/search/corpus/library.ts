import type { TextBlock } from '../../../src/core/clip/article.ts';
import type { Clip, ClipBody } from '../../../src/core/clip/clip.ts';
import type { SourceText } from './markdown-blocks.ts';
import { pick, seededRandom } from './random.ts';

export interface Saved {
  readonly clip: Clip;
  readonly body: ClipBody;
}

const counts = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };
const tags = ['go', 'go/web', 'rust', '数据库', '网络', 'k8s', 'frontend', 'linux', '性能', 'ops'];
const sites = ['blog.example.com', 'example.org', 'juejin.example', 'docs.example.net'];

function escape(text: string): string {
  return text.replace(/[&<>]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

/** About what the extractor would store beside the text. */
function htmlOf(blocks: readonly TextBlock[]): string {
  return blocks
    .map(({ kind, text }, i) =>
      kind === 'code'
        ? `<pre data-block="${i}"><code>${escape(text)}</code></pre>`
        : `<p data-block="${i}">${escape(text)}</p>`,
    )
    .join('\n');
}

export function savedOf(id: string, { title, blocks }: SourceText, random: () => number, age: number): Saved {
  const clip: Clip = {
    id,
    url: `https://example.com/${id}`,
    urlKey: `example.com/${id}`,
    title,
    site: pick(random, sites),
    siteName: null,
    author: random() < 0.4 ? pick(random, ['张三', 'Ada Lovelace', '李雷', 'Grace']) : null,
    publishedAt: null,
    language: null,
    excerpt: blocks.find((block) => block.kind === 'prose')?.text.slice(0, 160) ?? '',
    tags: [...new Set([pick(random, tags), pick(random, tags)])],
    note: random() < 0.05 ? '重要 to read again' : '',
    savedAt: 1_700_000_000_000 - age * 600_000,
    updatedAt: 1_700_000_000_000,
    words: 1000,
    readingMinutes: 5,
    codeBlocks: blocks.filter((block) => block.kind === 'code').length,
    images: 0,
    formulas: 0,
    codeLanguages: [
      ...new Set(blocks.flatMap((block) => (block.kind === 'code' ? (block.language ?? []) : []))),
    ],
    coverage: 1,
    readAt: random() < 0.3 ? 1_700_000_000_000 : null,
    starred: random() < 0.05,
    trashedAt: null,
  };
  const integrity = {
    extractorVersion: '0',
    rules: [],
    found: counts,
    kept: counts,
    restored: counts,
    coverage: 1,
  };
  const body: ClipBody = {
    clipId: id,
    html: htmlOf(blocks),
    blocks,
    integrity,
    description: null,
    pageTags: [],
    images: [],
    pageUpdatedAt: null,
  };
  return { clip, body };
}

/** How many blocks an article has: about log-normal, so with a long tail. */
function lengthOf(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.max(4, Math.min(160, Math.round(Math.exp(3.1 + 0.7 * normal))));
}

/** Clip number `index` of a library: runs of blocks from a few texts, one title from two. The same in every run. */
export function recombined(texts: readonly SourceText[], index: number): Saved {
  const random = seededRandom(index * 104_729 + 17);
  const wanted = lengthOf(random);
  const blocks: TextBlock[] = [];
  while (blocks.length < wanted) {
    const source = pick(random, texts);
    const start = Math.floor(random() * source.blocks.length);
    blocks.push(...source.blocks.slice(start, start + 2 + Math.floor(random() * 10)));
  }
  const title =
    random() < 0.5
      ? pick(random, texts).title
      : `${pick(random, texts).title} · ${pick(random, texts).title}`;
  return savedOf(`clip${index}`, { title, blocks: blocks.slice(0, wanted) }, random, index);
}
