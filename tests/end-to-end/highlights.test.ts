import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { TextBlock } from '../../src/core/clip/article.ts';
import type { SaveResult } from '../../src/rpc/commands/contract.ts';
import { makeArticle } from '../factories/article.ts';
import { press, shows } from '../harness/controls.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { poll } from '../harness/poll.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { unbrokenJourney } from './journey.ts';

const code = 'func Open() *Pool {\n\treturn &Pool{max: 10}\n}';
const texts: readonly TextBlock[] = [
  { kind: 'prose', text: 'A pool keeps a number of connections ready.' },
  { kind: 'prose', text: '连接池的大小应当等于同时在用的连接数。' },
  { kind: 'code', text: code, language: 'go' },
  { kind: 'prose', text: 'تبقى الاتصالات مفتوحة بين الطلبات.' },
  { kind: 'math', text: 'E = mc^2' },
  { kind: 'prose', text: 'This sentence will be taken out later.' },
];

function articleOf(blocks: readonly TextBlock[]) {
  const html = blocks.map((block, index) => {
    if (block.kind === 'code')
      return `<pre data-block="${index}"><code class="language-go">${block.text.replaceAll('&', '&amp;')}</code></pre>`;
    if (block.kind === 'math') return `<div data-math="block" data-block="${index}">${block.text}</div>`;
    return `<p data-block="${index}">${block.text}</p>`;
  });
  return makeArticle({ url: 'https://blog.example/pool', title: 'Pools', html: html.join(''), blocks });
}

/** Selects a whole block of the article, and presses a key. */
async function mark(page: Page, block: number, key: string): Promise<void> {
  await poll(`the bar over block ${block}`, async () => {
    await page.evaluate((index) => {
      const element = document.querySelector(`.article [data-block="${index}"]`);
      if (element !== null) getSelection()?.selectAllChildren(element);
    }, block);
    return (await page.$('.highlight-bar')) === null ? null : true;
  });
  await page.keyboard.press(key as 'h');
  await poll('the bar to close', async () => ((await page.$('.highlight-bar')) === null ? true : null));
}

const painted = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name !== 'clip-active')
      .flatMap(([name, ranges]) => [...ranges].map((range) => `${name} ${(range as Range).toString()}`)),
  );

const states = async (page: Page) => {
  const rows = await rowsOf(page, 'highlights');
  return rows.map(({ anchor, state }) => `${anchor.quote.slice(0, 12)} ${state}`).toSorted();
};

unbrokenJourney(
  'highlights in the reader: made by keys, with a note, through a change of the text and back',
  async ({ app }) => {
    const own = await app.openPage('options');
    const saved = await giveCommand(own, 'saveArticle', { article: articleOf(texts), tags: [] });
    const { clipId } = saved as SaveResult;
    const reader = await app.openPage('reader', `?id=${clipId}`);
    await poll('the coloured code', async () => await reader.$('.article .hljs-keyword'));
    for (const [block, key] of [
      [0, '2'],
      [1, 'h'],
      [2, '3'],
      [3, '4'],
      [4, '5'],
      [5, '1'],
    ] as const)
      await mark(reader, block, key);
    await poll('six highlights', async () => ((await rowsOf(own, 'highlights')).length === 6 ? true : null));
    const marks = await painted(reader);
    expect(marks).toContain(`clip-blue ${code}`);
    expect(marks).toContain('clip-green 连接池的大小应当等于同时在用的连接数。');

    // The last one is active: its note is written while it is typed.
    await reader.keyboard.press('n');
    await poll('the note', async () => await reader.$('.highlight-note-dialog textarea'));
    await reader.keyboard.type('Ask **why**');
    await poll('the kept note', async () =>
      (await rowsOf(own, 'highlights')).some(({ note }) => note === 'Ask **why**') ? true : null,
    );
    await reader.keyboard.press('Escape');
    await shows(reader, 'Ask why');
    const before = await rowsOf(own, 'highlights');

    const changed: readonly TextBlock[] = [
      { kind: 'prose', text: 'A new beginning.' },
      { kind: 'prose', text: 'A pool keeps just a small number of its connections ready now.' },
      ...texts.slice(1, 5),
    ];
    await giveCommand(own, 'saveArticle', { article: articleOf(changed), tags: null, lesser: 'replace' });
    await shows(reader, 'Not in this version');
    await shows(reader, 'The text changed here: please have a look.');
    const now = await states(own);
    expect(now.filter((each) => each.endsWith('sure'))).toHaveLength(4);
    expect(now).toContain('This sentenc absent');
    expect(now).toContain('A pool keeps moved');
    await poll('the code, painted where it stands now', async () =>
      (await painted(reader)).includes(`clip-blue ${code}`) ? true : null,
    );

    await press(reader, 'Show the version that has it');
    await shows(reader, 'This sentence will be taken out later.');
    await press(reader, 'Restore this version');
    await shows(reader, 'Version restored');
    expect(await rowsOf(own, 'highlights')).toEqual(before);

    const library = await app.openPage('library', '?view=highlights&q=why');
    await shows(library, 'This sentence will be taken out later.');
    await poll('one highlight', async () =>
      (await library.evaluate(() => document.querySelectorAll('.marked-words').length)) === 1 ? true : null,
    );
  },
);
