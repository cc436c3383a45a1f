import type { BrowserKind } from '../../../tests/harness/find-browser.ts';
import { BenchProfile } from './bench-browser.ts';

export interface Timed {
  readonly kind: string;
  readonly query: string;
}

export interface Measured {
  readonly engine: string;
  readonly size: number;
  readonly cold: readonly number[];
  readonly warm: readonly { readonly kind: string; readonly ms: number }[];
  readonly peak: number | null;
  readonly build: number;
  readonly indexBytes: number | null;
  readonly adds: readonly number[];
  readonly steps: readonly number[];
}

export interface Plan {
  readonly address: string;
  readonly engine: string;
  readonly size: number;
  readonly browser: BrowserKind;
  readonly cold: readonly string[];
  readonly warm: readonly Timed[];
  readonly added: number;
}

/** Builds a library in a new profile, then starts the browser anew for every cold query, and once for the rest. */
export async function measureEngine(plan: Plan): Promise<Measured> {
  const profile = new BenchProfile(plan.browser);
  const address = (query = ''): string => `${plan.address}/${plan.engine}/${query}`;
  try {
    const building = await profile.page(address());
    const build = await building.evaluate((size) => window.bench.build(size), plan.size);
    const indexBytes = await building.evaluate(() => window.bench.indexBytes());
    await profile.stop();
    const cold: number[] = [];
    const peaks: (number | null)[] = [];
    for (const query of plan.cold) {
      const page = await profile.page(address(`?q=${encodeURIComponent(query)}`));
      const handle = await page.waitForFunction(() => window.bench?.cold, { timeout: 600_000 });
      cold.push((await handle.jsonValue())?.ms ?? Number.NaN);
      peaks.push(await profile.peakMemory());
      await profile.stop();
    }
    const page = await profile.page(address());
    const queries = plan.warm.map(({ query }) => query);
    const answers = await page.evaluate((all) => window.bench.answers(all, 20), queries);
    const added = await page.evaluate((...all) => window.bench.addOneByOne(...all), plan.size, plan.added);
    return {
      engine: plan.engine,
      size: plan.size,
      cold,
      warm: answers.map(({ ms }, i) => ({ kind: plan.warm[i]?.kind ?? '', ms })),
      peak: peaks.every((peak) => peak !== null) ? Math.max(...peaks) : null,
      build,
      indexBytes,
      adds: added?.adds ?? [],
      steps: added?.steps ?? [],
    };
  } finally {
    await profile.discard();
  }
}
