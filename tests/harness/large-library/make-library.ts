import type { TextBlock } from '../../../src/core/clip/article.ts';
import type { Clip, ClipBody } from '../../../src/core/clip/clip.ts';
import type { TagRow } from '../../../src/core/tag/tag.ts';
import { angles, codes, languages, sentences, sites, subjects, usualTags } from './words.ts';

/** Repeatable pseudo-random numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface MadeLibrary {
  readonly clips: readonly Clip[];
  readonly bodies: readonly ClipBody[];
  readonly tags: readonly TagRow[];
}

const day = 86_400_000;

export interface LibraryMake {
  /** Prose and code blocks of each clip. */
  readonly blocks?: number;
  /** Labels of the tags, from the most used one down; by default a few, used alike. */
  readonly labels?: readonly string[];
}

/** A library of `count` clips, the same for the same count. `now` is epoch ms. */
export function makeLibrary(
  count: number,
  now: number,
  { blocks = 12, labels }: LibraryMake = {},
): MadeLibrary {
  const random = randomFrom(count + 1);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  // Few of many tags are used often, most hardly ever.
  const pickTag =
    labels === undefined
      ? () => pick(usualTags)
      : () => labels[Math.floor(random() ** 3 * labels.length)] ?? '';
  const chance = { random, pick, pickTag };
  const made = Array.from({ length: count }, (_, index) => makeOne(index, now, blocks, chance));
  return {
    clips: made.map(({ clip }) => clip),
    bodies: made.map(({ body }) => body),
    tags: (labels ?? usualTags).map((label, index) => ({
      key: label.toLowerCase(),
      label,
      usedAt: now - index * 1000,
      color: index === 4 ? 'blue' : null,
    })),
  };
}

interface Chance {
  readonly random: () => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly pickTag: () => string;
}

function makeOne(index: number, now: number, blocks: number, { random, pick, pickTag }: Chance) {
  const id = `clip-${String(index).padStart(6, '0')}`;
  const site = pick(sites);
  const title = `${pick(subjects)} ${pick(angles)} ${index}`;
  const text: TextBlock[] = [{ kind: 'heading', text: pick(subjects), level: 2 }];
  for (let place = 1; place < blocks; place += 1) {
    if (place % 4 === 2) {
      const language = pick(languages);
      text.push({ kind: 'code', text: codes[language] ?? '', language });
    } else text.push({ kind: 'prose', text: `${pick(sentences)} ${pick(sentences)}` });
  }
  const codeLanguages = [
    ...new Set(
      text.flatMap((block) => (block.kind === 'code' && block.language !== null ? [block.language] : [])),
    ),
  ];
  const codeBlocks = text.filter((block) => block.kind === 'code').length;
  const savedAt = now - Math.floor((index + random()) * 0.2 * day) - 3_600_000;
  const clip: Clip = {
    id,
    url: `https://${site}/${index}`,
    urlKey: `https://${site}/${index}`,
    title,
    site: site.replace(/^www\./, ''),
    siteName: null,
    author: pick(['Lin', 'Ada', '陈默', null]),
    publishedAt: new Date(savedAt - 30 * day).toISOString().slice(0, 10),
    language: /\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en',
    excerpt: pick(sentences),
    tags: [...new Set([pickTag(), pickTag(), pickTag()].map((tag) => tag.toLowerCase()))].slice(
      0,
      1 + (index % 3),
    ),
    note: '',
    savedAt,
    updatedAt: savedAt,
    words: 300 + Math.floor(random() * 4000),
    readingMinutes: 1 + Math.floor(random() * 15),
    codeBlocks,
    images: index % 3,
    formulas: 0,
    codeLanguages,
    coverage: 0.98,
    readAt: random() < 0.3 ? savedAt + day : null,
    starred: random() < 0.1,
    trashedAt: null,
  };
  const none = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };
  const body: ClipBody = {
    clipId: id,
    html: text.map(blockHtml).join('\n'),
    blocks: text,
    integrity: {
      extractorVersion: '1',
      rules: [],
      found: { ...none, codeBlocks },
      kept: { ...none, codeBlocks },
      restored: none,
      coverage: 0.98,
    },
    description: null,
    pageTags: [],
    images: [],
    pageUpdatedAt: null,
  };
  return { clip, body };
}

function blockHtml(block: TextBlock, index: number): string {
  const text = block.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (block.kind === 'heading') return `<h2 id="clip-${index}" data-block="${index}">${text}</h2>`;
  if (block.kind === 'code')
    return `<pre data-block="${index}"><code class="language-${block.language ?? ''}">${text}</code></pre>`;
  return `<p data-block="${index}">${text}</p>`;
}
