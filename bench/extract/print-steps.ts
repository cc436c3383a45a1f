import { bundleScript } from '../browser/bundle-script.ts';
import type { PageTab } from '../browser/page-tab.ts';
import { median } from '../statistics.ts';
import type { StoredPage } from './stored-pages.ts';

/** Prints what each step takes of a page in the mean, in milliseconds and as a share: medians of three runs with cold code. */
export async function printSteps(tab: PageTab, pages: readonly StoredPage[]): Promise<void> {
  const script = await bundleScript('bench/extract/in-page-steps.ts');
  const work = script.replace(/clipshelfBundle;\s*$/, '');
  const sums = new Map<string, number>();
  for (const { address, html } of pages) {
    await tab.show(address, html);
    const runs = new Map<string, number[]>();
    for (let round = 0; round < 3; round++) {
      const spent = await tab.evaluate(`(() => { ${work} return clipshelfBundle(); })()`);
      for (const [name, milliseconds] of Object.entries(spent ?? {}))
        runs.set(name, [...(runs.get(name) ?? []), Number(milliseconds)]);
    }
    for (const [name, times] of runs) sums.set(name, (sums.get(name) ?? 0) + median(times));
  }
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0);
  console.log(`${(total / pages.length).toFixed(2)} ms a page in the mean`);
  for (const [name, sum] of [...sums].toSorted((one, other) => other[1] - one[1]))
    console.log(
      `${((100 * sum) / total).toFixed(1).padStart(5)} %  ${(sum / pages.length).toFixed(2).padStart(6)} ms  ${name}`,
    );
}
