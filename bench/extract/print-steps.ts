import { bundleScript } from '../browser/bundle-script.ts';
import type { PageTab } from '../browser/page-tab.ts';
import type { StoredPage } from './stored-pages.ts';

const rounds = 5;

/** Prints what each step takes of a page: the mean of its shares of each page, at its best of five runs with cold code. */
export async function printSteps(tab: PageTab, pages: readonly StoredPage[]): Promise<void> {
  const script = await bundleScript('bench/extract/in-page-steps.ts');
  const work = script.replace(/clipshelfBundle;\s*$/, '');
  const shares = new Map<string, number>();
  for (const { address, html } of pages) {
    await tab.show(address, html);
    const best = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      const spent = await tab.evaluate(`(() => { ${work} return clipshelfBundle(); })()`);
      for (const [name, milliseconds] of Object.entries(spent ?? {}))
        best.set(name, Math.min(best.get(name) ?? Infinity, Number(milliseconds)));
    }
    const total = [...best.values()].reduce((sum, each) => sum + each, 0);
    for (const [name, milliseconds] of best)
      shares.set(name, (shares.get(name) ?? 0) + milliseconds / total / pages.length);
  }
  for (const [name, share] of [...shares].toSorted((one, other) => other[1] - one[1]))
    console.log(`${(100 * share).toFixed(1).padStart(5)} %  ${name}`);
}
