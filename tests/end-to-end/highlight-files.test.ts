import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { TextBlock } from '../../src/core/clip/article.ts';
import { anchorOf } from '../../src/core/highlight/anchor.ts';
import { type Highlight, type NewHighlight, highlightColors } from '../../src/core/highlight/highlight.ts';
import type { SaveResult } from '../../src/rpc/commands/contract.ts';
import { makeArticle } from '../factories/article.ts';
import { press } from '../harness/controls.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { jobsEnded } from '../harness/jobs.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { giveFile } from './give-file.ts';
import { unbrokenJourney } from './journey.ts';

const blocks: readonly TextBlock[] = [
  { kind: 'prose', text: 'A lock is held for as short a time as the work under it allows.' },
  { kind: 'prose', text: '持有锁的时间越短越好，并且绝不在等待网络请求的时候持有锁。' },
  { kind: 'prose', text: 'لا يُمسَك القفل أثناء انتظار الشبكة.' },
  { kind: 'code', text: 'mutex.Lock()\ndefer mutex.Unlock()\ncount += 1', language: 'go' },
  { kind: 'prose', text: "By Little's law L = \\lambda W holds for every queue that is stable." },
];
const html = [
  `<p data-block="0">${blocks[0]?.text ?? ''}</p>`,
  `<p data-block="1">${blocks[1]?.text ?? ''}</p>`,
  `<p data-block="2" dir="rtl">${blocks[2]?.text ?? ''}</p>`,
  `<pre data-block="3"><code class="language-go">${blocks[3]?.text ?? ''}</code></pre>`,
  '<p data-block="4">By Little\'s law <span data-math="inline">L = \\lambda W</span> holds for every queue that is stable.</p>',
].join('');

/** One in each block, with what a person says of it; the first two overlap. */
function marks(): readonly NewHighlight[] {
  const ranges = [...blocks.entries(), [0, blocks[0]] as const].map(([block, text], index) => ({
    from: { block, offset: index === blocks.length ? 2 : 0 },
    to: { block, offset: Math.min(text?.text.length ?? 0, 25) },
  }));
  return ranges.map((range, index) => {
    const { quote = '', prefix = '', suffix = '' } = anchorOf(blocks, range) ?? {};
    return {
      id: `${String(index)}5b7f0de-3f0e-4b6e-9f59-2d1f1b6a7c10`,
      range,
      quote,
      prefix,
      suffix,
      color: highlightColors[index % highlightColors.length] ?? 'yellow',
      note: index === 0 ? 'Ask **Ada** about this' : '',
      tags: index === 1 ? ['concurrency', '并发'] : [],
      origin: 'reader',
      createdAt: Date.UTC(2024, 2, 5) + index,
    };
  });
}

/** What a file has to bring back. */
const known = (list: readonly Highlight[]) =>
  list
    .map(({ id, color, note, tags, createdAt, anchor: { quote } }) => ({
      id,
      color,
      note,
      tags,
      createdAt,
      quote,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));

async function importInto(page: Page, file: string): Promise<void> {
  await giveFile(page, file);
  await press(page, 'Import');
}

async function rows(page: Page, count: number): Promise<readonly Highlight[]> {
  return await poll(`${String(count)} highlights`, async () => {
    const found = await rowsOf(page, 'highlights');
    return found.length === count ? found : null;
  });
}

unbrokenJourney(
  'highlights go out as Markdown and W3C JSON, and come equal into an empty library',
  async ({ app }) => {
    const own = await app.openPage('options');
    const article = makeArticle({ url: 'https://blog.example/locks', title: 'Locks', html, blocks });
    const { clipId } = (await giveCommand(own, 'saveArticle', { article, tags: [] })) as SaveResult;
    await giveCommand(own, 'addHighlights', { clipId, highlights: marks() });
    const original = await rows(own, 6);
    await own.bringToFront();
    const markdown = await app.downloadedBy(() => press(own, 'Markdown file'), /\.md$/);
    const json = await app.downloadedBy(() => press(own, 'Highlights (W3C JSON)'), /\.json$/);
    const folder = await mkdtemp(join(tmpdir(), 'clipshelf-highlights-'));
    const other = await launch(app.kind);
    try {
      const files = [join(folder, 'locks.json'), join(folder, 'locks.md')] as const;
      await writeFile(files[0], json);
      await writeFile(files[1], markdown);
      const options = await other.openPage('options');
      await importInto(options, files[0]);
      await jobsEnded(options);
      // Annotations have no article: their words wait for it.
      expect(known(await rows(options, 6))).toEqual(known(original));
      await importInto(options, files[1]);
      await jobsEnded(options, 2);
      const both = await rows(options, 6);
      expect(known(both)).toEqual(known(original));
      expect(new Set(both.map(({ state }) => state))).toEqual(new Set(['sure']));
      expect(await rowsOf(options, 'clips')).toHaveLength(1);
      expect(other.takeProblems()).toEqual([]);
    } finally {
      await other.close();
      await rm(folder, { recursive: true });
    }
  },
);
