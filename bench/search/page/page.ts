import type { Saved } from '../corpus/library.ts';
import { makeEngine } from './bundled-engine.ts';

declare global {
  interface Window {
    readonly firstScript: number;
    bench: typeof bench;
  }
}

const engine = makeEngine();

async function clips(from: number, count: number): Promise<Saved[]> {
  const response = await fetch(`/clips?from=${from}&count=${count}`);
  return (await response.json()) as Saved[];
}

export const bench = {
  /** Builds the library; milliseconds that the engine took, without fetching. */
  async build(size: number): Promise<number> {
    let spent = 0;
    for (let from = 0; from < size; from += 100) {
      const some = await clips(from, Math.min(100, size - from));
      const start = performance.now();
      await engine.add(some);
      spent += performance.now() - start;
    }
    const start = performance.now();
    await engine.finish();
    return spent + performance.now() - start;
  },
  async answers(queries: readonly string[], limit: number): Promise<{ ms: number; ids: string[] }[]> {
    await engine.open();
    const all: { ms: number; ids: string[] }[] = [];
    for (const query of queries) {
      const start = performance.now();
      const shown = await engine.answer(query, limit);
      all.push({ ms: performance.now() - start, ids: shown.map(({ id }) => id) });
    }
    return all;
  },
  async indexBytes(): Promise<number | null> {
    await engine.open();
    return await engine.indexBytes();
  },
  /** Adds clips one by one; milliseconds of each, and of each step of maintenance in between. */
  async addOneByOne(from: number, count: number): Promise<{ adds: number[]; steps: number[] } | null> {
    await engine.open();
    if (engine.addOne === null) return null;
    const adds: number[] = [];
    const steps: number[] = [];
    for (const saved of await clips(from, count)) {
      adds.push(await engine.addOne(saved));
      steps.push(...((await engine.maintenance?.()) ?? []));
    }
    return { adds, steps };
  },
  cold: null as { ms: number; found: number } | null,
};

window.bench = bench;

const query = new URLSearchParams(location.search).get('q');
if (query !== null) {
  await engine.open();
  const shown = await engine.answer(query, 20);
  bench.cold = { ms: performance.now() - window.firstScript, found: shown.length };
}
