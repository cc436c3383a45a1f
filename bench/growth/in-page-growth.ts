import { extraction } from '../../src/extract/extract-page.ts';
import { diagramsOf } from '../../src/extract/media/diagram-address.ts';
import { sanitizeArticle } from '../../src/extract/sanitize.ts';
import { articleToMarkdown } from '../../src/formats/markdown/write/article-to-markdown.ts';

/** As in `extractPageInTurns`. */
const turn = 50;

/** Milliseconds of each step by its name, and of the longest task. The steps are taken in turns, as in a tab. */
interface Clip {
  readonly html: string;
  readonly failure: string;
  readonly steps: Readonly<Record<string, number>>;
  readonly longest: number;
}

async function clip(): Promise<Clip> {
  const times = new Map<string, number>();
  let longest = 0;
  const done = (html: string, failure: string): Clip => ({
    html,
    failure,
    steps: Object.fromEntries(times),
    longest,
  });
  try {
    const steps = extraction(document, { diagrams: await diagramsOf(document) });
    let since = performance.now();
    for (let before = since; ;) {
      const step = steps.next();
      const now = performance.now();
      const name = step.done === true ? 'account' : step.value;
      times.set(name, (times.get(name) ?? 0) + now - before);
      longest = Math.max(longest, now - since);
      before = now;
      if (step.done === true) return done(step.value.html, '');
      if (now - since < turn) continue;
      // No timer: the bench's tab runs none, as its scripts are switched off.
      await new Blob(['.']).text();
      before = since = performance.now();
    }
  } catch (error) {
    return done('', error instanceof Error ? error.message : String(error));
  }
}

/** Milliseconds of clipping the page, of making its article fit to be shown, and of writing it as Markdown. */
export default async (): Promise<object> => {
  // The browser lays the page out before anyone can press the button; that time is not ours.
  document.body.getBoundingClientRect();
  const { html, failure, steps, longest } = await clip();
  const start = performance.now();
  sanitizeArticle(html);
  const shown = performance.now() - start;
  articleToMarkdown(html);
  return {
    clip: Object.values(steps).reduce((sum, time) => sum + time, 0),
    steps,
    longest,
    shown,
    markdown: performance.now() - start - shown,
    failure,
  };
};
