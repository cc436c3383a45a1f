import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TextBlock } from '../../../src/core/clip/article.ts';
import { makeArticle } from '../../factories/article.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { showReader } from './show-reader.tsx';

const code = 'ctx, cancel := a()\n\tdefer cancel()\nb()';
const blocks: readonly TextBlock[] = [
  { kind: 'heading', text: 'Pools', level: 2 },
  { kind: 'prose', text: 'A pool keeps connections.' },
  { kind: 'prose', text: 'Open it.' },
  { kind: 'prose', text: 'Use it.' },
  { kind: 'code', text: code, language: 'go' },
  { kind: 'prose', text: 'The end e^{x} of it.' },
  { kind: 'math', text: '\\sum_i x_i' },
  { kind: 'prose', text: '连接池的大小' },
];
const html =
  '<h2 data-block="0">Pools</h2><p data-block="1">A <strong>pool</strong>\n keeps connections.</p>' +
  '<ol><li data-block="2">Open it.</li><li data-block="3">Use <a href="https://a.example/">it</a>.</li></ol>' +
  `<pre data-block="4"><code class="language-go">${code}</code></pre>` +
  '<p data-block="5">The end <span data-math="inline">e^{x}</span> of it.</p>' +
  '<div data-math="block" data-block="6">\\sum_i x_i</div>' +
  '<table><tbody><tr><td data-block="7">连接池的大小</td></tr></tbody></table>' +
  '<figure><img src="https://a.example/1.png" alt="A pool"></figure>';

function routeOf(selector: string, text: string): [Node, number] {
  const texts = document.createTreeWalker(find(selector, HTMLElement), NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const at = node.textContent?.indexOf(text) ?? -1;
    if (at >= 0) return [node, at];
  }
  throw new Error(`no ${text} in ${selector}`);
}

const block = (index: number) => `.article [data-block="${index}"]`;

function select(from: readonly [number, string], to: readonly [number, string] = from): void {
  const [startNode, start] = routeOf(block(from[0]), from[1]);
  const [endNode, end] = routeOf(block(to[0]), to[1]);
  getSelection()?.setBaseAndExtent(startNode, start, endNode, end + to[1].length);
}

async function shown() {
  const world = await showReader({
    article: { html, blocks, images: [{ url: 'https://a.example/1.png', alt: 'A pool' }] },
  });
  await expect.poll(() => document.querySelector('.article .hljs-keyword')).not.toBeNull();
  await expect.poll(() => document.querySelectorAll('.article math')).toHaveLength(2);
  // The layer is there once what is selected has its bar.
  select([0, 'Pools']);
  await expect.poll(() => document.querySelector('.highlight-bar')).not.toBeNull();
  getSelection()?.removeAllRanges();
  await expect.poll(() => document.querySelector('.highlight-bar')).toBeNull();
  return world;
}

/** What the browser paints in this color. */
const painted = (name: string) =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => (range instanceof Range ? range.toString() : ''));

async function markedWith(key: string): Promise<void> {
  await expect.poll(() => document.querySelector('.highlight-bar')).not.toBeNull();
  await userEvent.keyboard(key);
}

test('keys highlight what is selected, in a color that is kept for the next', async () => {
  const { database } = await shown();
  select([1, 'pool'], [1, 'keeps']);
  await markedWith('3');
  await expect.poll(() => painted('clip-blue')).toEqual(['pool\n keeps']);
  select([7, '连接池']);
  await markedWith('h');
  await expect.poll(() => painted('clip-blue')).toEqual(['pool\n keeps', '连接池']);
  const rows = await database.highlights.orderBy('clipId').toArray();
  expect(rows.map(({ anchor }) => anchor.quote).toSorted()).toEqual(['pool keeps', '连接池']);
  expect((await database.clips.toArray())[0]?.highlights).toBe(2);
});

test('code, list items, formulas and pictures are highlighted as they are stored', async () => {
  const { database } = await shown();
  select([4, '\t'], [4, 'b()']);
  await markedWith('1');
  select([2, 'Open'], [3, 'Use']);
  await markedWith('2');
  // Within a drawn formula: the formula is taken whole.
  const formula = find(`${block(5)} math`, Element);
  const [text, at] = routeOf(block(5), 'end');
  getSelection()?.setBaseAndExtent(text, at, formula.querySelector('mi, mn') ?? formula, 0);
  await markedWith('4');
  getSelection()?.selectAllChildren(find(block(6), HTMLElement));
  await markedWith('5');
  find('.image-away', HTMLElement).focus();
  await markedWith('1');
  await expect.poll(() => database.highlights.count()).toBe(5);
  const quotes = (await database.highlights.toArray()).map(({ anchor }) => anchor.quote);
  expect(quotes.toSorted()).toEqual(
    ['\tdefer cancel()\nb()', 'Open it.\nUse', 'end e^{x}', '\\sum_i x_i', 'A pool'].toSorted(),
  );
  await expect.poll(() => document.querySelectorAll('.article [data-highlight]')).toHaveLength(3);
});

test('a code block that is colored again is painted again', async () => {
  await shown();
  select([4, 'cancel :='], [4, 'b()']);
  await markedWith('1');
  await expect.poll(() => painted('clip-yellow')).toEqual(['cancel := a()\n\tdefer cancel()\nb()']);
});

test('a note is written while it is typed, and listed', async () => {
  const { database } = await shown();
  select([1, 'pool']);
  await markedWith('n');
  await expect.poll(() => document.querySelector('.highlight-note-dialog textarea')).not.toBeNull();
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('See **this**');
  await expect.poll(async () => (await database.highlights.toArray())[0]?.note).toBe('See **this**');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('.highlight-item strong')?.textContent).toBe('this');
});

test('tags are typed as those of clips are, and none is lost when the dialog closes at once', async () => {
  const { database } = await shown();
  select([1, 'pool']);
  await markedWith('t');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
  await userEvent.keyboard('Concurrency, 并发');
  // What is half typed is a tag as well.
  await userEvent.keyboard('{Escape}{Escape}');
  await expect
    .poll(async () => (await database.highlights.toArray())[0]?.tags)
    .toEqual(['concurrency', '并发']);
  await expect.poll(() => document.querySelector('.highlight-tags')?.textContent).toBe('#Concurrency #并发');
});

test('a note for what is highlighted already goes to that highlight', async () => {
  const { database } = await shown();
  select([1, 'pool']);
  await markedWith('2');
  await expect.poll(() => painted('clip-green')).toEqual(['pool']);
  select([1, 'pool']);
  await markedWith('n');
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('Why?{Escape}');
  await expect
    .poll(async () => (await database.highlights.toArray()).map(({ note }) => note))
    .toEqual(['Why?']);
});

test('another color is said, and can be taken back', async () => {
  const { database } = await shown();
  select([1, 'pool']);
  await markedWith('1');
  await expect.poll(() => painted('clip-yellow')).toEqual(['pool']);
  await userEvent.keyboard('3');
  await expect.poll(() => painted('clip-blue')).toEqual(['pool']);
  await expect.poll(() => document.querySelector('.toast-text')?.textContent).toBe('Color changed');
  find('.toast button', HTMLButtonElement).click();
  await expect.poll(() => painted('clip-yellow')).toEqual(['pool']);
  expect(await database.highlights.count()).toBe(1);
});

test('brackets walk, Delete removes, and undo brings back', async () => {
  const { database, announcer } = await shown();
  for (const words of [
    [1, 'pool'],
    [3, 'Use'],
  ] as const) {
    select(words);
    await markedWith('1');
    await expect.poll(() => document.querySelector('.highlight-bar')).toBeNull();
  }
  await expect.poll(() => document.querySelectorAll('.highlight-item')).toHaveLength(2);
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('[BracketRight]');
  expect(announcer.text.value).toContain('1 of 2: pool');
  expect(document.activeElement?.getAttribute('data-block')).toBe('1');
  const before = await database.highlights.toArray();
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => painted('clip-yellow')).toEqual(['Use']);
  find('.toast button', HTMLButtonElement).click();
  await expect.poll(() => database.highlights.toArray()).toEqual(before);
});

test('what a new text moved or lost is said, and can be put right', async () => {
  const { database, send, root } = await shown();
  select([1, 'A'], [1, 'connections']);
  await markedWith('1');
  select([2, 'Open'], [3, 'it']);
  await markedWith('2');
  await expect.poll(() => database.highlights.count()).toBe(2);
  const [clip] = await database.clips.toArray();
  await send('saveArticle', {
    article: {
      ...makeArticle({
        url: clip?.url ?? '',
        html: '<p data-block="0">A pool keeps most of its connections.</p><p data-block="1">Another sentence.</p>',
        blocks: [
          { kind: 'prose', text: 'A pool keeps most of its connections.' },
          { kind: 'prose', text: 'Another sentence.' },
        ],
      }),
    },
    tags: null,
    lesser: 'replace',
  });
  await expect.poll(() => document.querySelectorAll('.highlight-trouble')).toHaveLength(2);
  await expect.poll(() => painted('clip-yellow-moved')).toEqual(['A pool keeps most of its connections']);
  expect(root.textContent).toContain('Not in this version');
  const press = (name: string) =>
    [...document.querySelectorAll<HTMLButtonElement>('.highlight-trouble button')]
      .find((button) => button.textContent === name)
      ?.click();
  press('The place is right');
  await expect.poll(() => painted('clip-yellow')).toEqual(['A pool keeps most of its connections']);
  select([1, 'Another']);
  await expect.poll(() => document.querySelector('.highlight-bar')).not.toBeNull();
  press('Put on the selection');
  await expect.poll(() => painted('clip-green')).toEqual(['Another']);
  expect(document.querySelectorAll('.highlight-trouble')).toHaveLength(0);
});

test('the list is accessible', async () => {
  await shown();
  select([1, 'pool']);
  await markedWith('1');
  await expect.poll(() => document.querySelector('.highlight-item')).not.toBeNull();
  await checkAccessibility();
});
