import type { Saved } from '../corpus/library.ts';
import type { Engine } from '../engines/engine.ts';

const engines: Record<string, () => Promise<Engine>> = {
  clipshelf: async () => (await import('../engines/clipshelf.ts')).clipshelf(),
  floor: async () => (await import('../engines/plain.ts')).floor(),
  scan: async () => (await import('../engines/plain.ts')).scan(),
  minisearch: async () => (await import('../engines/in-memory.ts')).minisearch(),
  flexsearch: async () => (await import('../engines/in-memory.ts')).flexsearch(),
  orama: async () => (await import('../engines/in-memory.ts')).orama(),
  'flexsearch-idb': async () => (await import('../engines/flexsearch-idb.ts')).flexsearchIdb(),
  sqlite: async () => (await import('../engines/sqlite.ts')).sqlite(),
};

declare global {
  interface Window {
    readonly firstScript: number;
    bench: typeof bench;
  }
}

const parameters = new URLSearchParams(location.search);
let engine: Engine | null = null;

async function theEngine(): Promise<Engine> {
  if (engine === null) {
    const make = engines[parameters.get('engine') ?? ''];
    if (make === undefined) throw new Error('no such engine');
    engine = await make();
  }
  return engine;
}

async function clips(from: number, count: number): Promise<Saved[]> {
  const response = await fetch(`/clips?from=${from}&count=${count}`);
  return (await response.json()) as Saved[];
}

export const bench = {
  /** Builds the library; milliseconds that the engine took, without fetching. */
  async build(size: number): Promise<number> {
    const current = await theEngine();
    let spent = 0;
    for (let from = 0; from < size; from += 100) {
      const some = await clips(from, Math.min(100, size - from));
      const start = performance.now();
      await current.add(some);
      spent += performance.now() - start;
    }
    const start = performance.now();
    await current.finish();
    return spent + performance.now() - start;
  },
  async answers(queries: readonly string[], limit: number): Promise<{ ms: number; ids: string[] }[]> {
    const current = await theEngine();
    await current.open();
    const all: { ms: number; ids: string[] }[] = [];
    for (const query of queries) {
      const start = performance.now();
      const shown = await current.answer(query, limit);
      all.push({ ms: performance.now() - start, ids: shown.map(({ id }) => id) });
    }
    return all;
  },
  async indexBytes(): Promise<number | null> {
    const current = await theEngine();
    await current.open();
    return await current.indexBytes();
  },
  /** Adds clips one by one; milliseconds of each, and of each step of upkeep in between. */
  async addOneByOne(from: number, count: number): Promise<{ adds: number[]; steps: number[] } | null> {
    const current = await theEngine();
    await current.open();
    if (current.addOne === null) return null;
    const adds: number[] = [];
    const steps: number[] = [];
    for (const saved of await clips(from, count)) {
      adds.push(await current.addOne(saved));
      steps.push(...((await current.upkeep?.()) ?? []));
    }
    return { adds, steps };
  },
  cold: null as { ms: number; found: number } | null,
};

window.bench = bench;

const query = parameters.get('q');
if (query !== null) {
  const current = await theEngine();
  await current.open();
  const shown = await current.answer(query, 20);
  bench.cold = { ms: performance.now() - window.firstScript, found: shown.length };
}
