import type { BrowserKind } from '../../../tests/harness/find-browser.ts';
import { BenchProfile } from './bench-browser.ts';

export interface Timed {
  readonly kind: string;
  readonly query: string;
}

export interface Measured {
  readonly engine: string;
  readonly size: number;
  /** Milliseconds, one for each round that the engine took part in. */
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
  /** Rounds of cold answers that the engine takes part in: an answer of some takes seconds. */
  readonly rounds: number;
  readonly warm: readonly Timed[];
  readonly added: number;
}

/** One engine with a library in a profile of its own. */
class EngineRun {
  readonly #profile: BenchProfile;
  #build = 0;
  #indexBytes: number | null = null;
  readonly #cold: number[] = [];
  readonly #peaks: (number | null)[] = [];

  constructor(readonly plan: Plan) {
    this.#profile = new BenchProfile(plan.browser);
  }

  #address(query = ''): string {
    return `${this.plan.address}/${this.plan.engine}/${query}`;
  }

  async build(): Promise<void> {
    const page = await this.#profile.page(this.#address());
    this.#build = await page.evaluate((size) => window.bench.build(size), this.plan.size);
    this.#indexBytes = await page.evaluate(() => window.bench.indexBytes());
    await this.#profile.stop();
  }

  /** Starts the browser anew for one query. */
  async coldAnswer(query: string): Promise<void> {
    const page = await this.#profile.page(this.#address(`?q=${encodeURIComponent(query)}`));
    const handle = await page.waitForFunction(() => window.bench?.cold, { timeout: 600_000 });
    this.#cold.push((await handle.jsonValue())?.ms ?? Number.NaN);
    this.#peaks.push(await this.#profile.peakMemory());
    await this.#profile.stop();
  }

  /** All warm answers in one start of the browser, and what adding clips costs. */
  async finish(): Promise<Measured> {
    const { engine, size, warm, added } = this.plan;
    const page = await this.#profile.page(this.#address());
    const queries = warm.map(({ query }) => query);
    const answers = await page.evaluate((all) => window.bench.answers(all, 20), queries);
    const add = await page.evaluate((...all) => window.bench.addOneByOne(...all), size, added);
    const peaks = this.#peaks;
    return {
      engine,
      size,
      cold: this.#cold,
      warm: answers.map(({ ms }, i) => ({ kind: warm[i]?.kind ?? '', ms })),
      peak: peaks.every((peak) => peak !== null) ? Math.max(...peaks) : null,
      build: this.#build,
      indexBytes: this.#indexBytes,
      adds: add?.adds ?? [],
      steps: add?.steps ?? [],
    };
  }

  async discard(): Promise<void> {
    await this.#profile.discard();
  }
}

export interface RoundsOptions {
  readonly queries: readonly string[];
  /** Called as soon as an engine is done, or has failed. */
  readonly done: (outcome: Measured | { readonly engine: string; readonly error: unknown }) => void;
}

/**
 * Builds all libraries, then asks each query of one engine after the other, round by round, so that whatever else the
 * machine does falls on all of them; at last what is warm, engine by engine.
 */
export async function measureInTurns(
  plans: readonly Plan[],
  { queries, done }: RoundsOptions,
): Promise<readonly Measured[]> {
  const failed = new Set<EngineRun>();
  const attempt = async (run: EngineRun, work: () => Promise<void>) => {
    if (failed.has(run)) return;
    try {
      await work();
    } catch (error) {
      failed.add(run);
      done({ engine: run.plan.engine, error });
    }
  };
  const runs = plans.map((plan) => new EngineRun(plan));
  const measured: Measured[] = [];
  try {
    for (const run of runs) await attempt(run, () => run.build());
    for (const [round, query] of queries.entries()) {
      for (const run of runs) {
        if (round < run.plan.rounds) await attempt(run, () => run.coldAnswer(query));
      }
    }
    for (const run of runs) {
      await attempt(run, async () => {
        const one = await run.finish();
        measured.push(one);
        done(one);
      });
    }
    return measured;
  } finally {
    for (const run of runs) await run.discard();
  }
}
