import type { TextBlock } from '../../src/core/clip/article.ts';
import { type Highlight, highlightColors } from '../../src/core/highlight/highlight.ts';
import { createPainter } from '../../src/pages/reader/article/paint-highlights.ts';

export interface Painted {
  /** Milliseconds. */
  readonly paint: readonly number[];
  readonly dressed: readonly number[];
  readonly frames: readonly number[];
  readonly ranges: number;
}

/** Runs in a page: paints highlights over a long article, again and again, and scrolls through it. */
export default async function paintCase(paragraphs: number, count: number, runs: number): Promise<Painted> {
  const blocks = Array.from({ length: paragraphs }, (_, index): TextBlock => textOf(index));
  const root = document.createElement('main');
  for (const [index, block] of blocks.entries()) {
    const element = document.createElement(block.kind === 'code' ? 'pre' : 'p');
    element.dataset['block'] = String(index);
    element.textContent = block.text;
    root.append(element);
  }
  document.body.append(root, styleOf());
  const rows = Array.from({ length: count }, (_, index) => rowOf(index, blocks));
  const painter = createPainter(root, blocks);
  const paint = timed(runs, () => {
    painter.paint(rows, null);
    void root.getBoundingClientRect();
  });
  const codes = [...root.querySelectorAll('pre')];
  const dressed = timed(runs, (run) => {
    const code = codes[run % codes.length];
    if (code === undefined) return;
    code.replaceChildren(...code.textContent.split(/(?<=\n)/).map((line) => new Text(line)));
    painter.dressed([code]);
  });
  const ranges = [...CSS.highlights.values()].reduce((sum, layer) => sum + layer.size, 0);
  return { paint, dressed, ranges, frames: await scrollThrough() };
}

function textOf(index: number): TextBlock {
  const words = `第${index}段 a connection pool keeps connections ready and hands them out in turn 连接池的大小。`;
  if (index % 10 === 9)
    return { kind: 'code', language: 'go', text: Array.from({ length: 30 }, () => `\t${words}`).join('\n') };
  return { kind: 'prose', text: words.repeat(6) };
}

function rowOf(index: number, blocks: readonly TextBlock[]): Highlight {
  const block = index % blocks.length;
  const from = { block, offset: (index * 7) % 200 };
  const to = { block, offset: from.offset + 80 };
  const color = highlightColors[index % highlightColors.length] ?? 'yellow';
  const at = { id: String(index), clipId: 'a', createdAt: index, changedAt: index, origin: 'reader' };
  const anchor = { from, to, quote: '', prefix: '', suffix: '' };
  return { ...at, color, note: '', tags: [], anchor, anchoredIn: null, place: { from, to }, state: 'sure' };
}

function styleOf(): HTMLStyleElement {
  const style = document.createElement('style');
  const rules = highlightColors.map(
    (color) => `::highlight(clip-${color}) { background: ${color}; text-decoration: underline 2px; }`,
  );
  style.textContent = `main { max-width: 43rem; line-height: 1.75 } ${rules.join('\n')}`;
  return style;
}

function timed(runs: number, work: (run: number) => void): readonly number[] {
  return Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  });
}

async function scrollThrough(): Promise<readonly number[]> {
  const frames: number[] = [];
  let last = await nextFrame();
  for (let step = 0; step < 240; step += 1) {
    scrollBy(0, 120);
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}

async function nextFrame(): Promise<number> {
  return await new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}
