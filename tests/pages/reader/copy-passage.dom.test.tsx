import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find } from '../../ui/show.tsx';
import { showReader } from './show-reader.tsx';

const html =
  '<h2 data-block="0">Pools</h2><p data-block="1">A <strong>pool</strong> keeps connections.</p>' +
  '<ol><li data-block="2">Open it.</li><li data-block="3">Use <a href="https://a.example/">it</a>.</li></ol>' +
  '<pre data-block="4"><code class="language-go">ctx, cancel := a()\n\tdefer cancel()\nb()</code></pre>' +
  '<p data-block="5">The end $x$ <span data-math="inline">x</span>.</p>';

/** The text node of the element that holds `text`, and where it starts in it. */
function routeOf(selector: string, text: string): [Node, number] {
  const texts = document.createTreeWalker(find(selector, HTMLElement), NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const at = node.textContent?.indexOf(text) ?? -1;
    if (at >= 0) return [node, at];
  }
  throw new Error(`no ${text} in ${selector}`);
}

/** Selects from the beginning of one text to the end of the other, and copies as Markdown by the reader's key. */
async function copied(from: readonly [string, string], to: readonly [string, string]): Promise<string> {
  const world = await showReader({ article: { html } });
  // Colours come last, and what was selected before them is gone.
  await expect.poll(() => document.querySelector('.article .hljs-keyword')).not.toBeNull();
  const [startNode, start] = routeOf(...from);
  const [endNode, end] = routeOf(...to);
  getSelection()?.setBaseAndExtent(startNode, start, endNode, end + to[1].length);
  await userEvent.keyboard('y');
  await expect.poll(() => world.copied).toHaveLength(1);
  await expect
    .poll(() => document.querySelector('.toast')?.textContent)
    .toContain('Selection copied as Markdown');
  return world.copied[0] ?? '';
}

const block = (index: number) => `.article [data-block="${index}"]`;

test('a few words of a paragraph keep their marks', async () => {
  expect(await copied([block(1), 'pool'], [block(1), 'keeps'])).toBe('**pool** keeps\n');
});

test('a passage over several blocks begins and ends where it was selected', async () => {
  expect(await copied([block(1), 'keeps'], [block(3), 'it'])).toBe(
    'keeps connections.\n\n1. Open it.\n2. Use [it](https://a.example/)\n',
  );
});

test('lines of code are code of their language, to the byte', async () => {
  expect(await copied([block(4), '\t'], [block(4), 'b()'])).toBe('```go\n\tdefer cancel()\nb()\n```\n');
});

test('without a selection it is the whole article', async () => {
  const world = await showReader({ article: { html } });
  await expect.poll(() => document.querySelector('.article [data-block="5"]')).not.toBeNull();
  getSelection()?.removeAllRanges();
  await userEvent.keyboard('y');
  await expect.poll(() => world.copied).toHaveLength(1);
  expect(world.copied[0]).toContain('## Pools');
  expect(world.copied[0]).toContain('b()');
});
