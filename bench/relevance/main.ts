import { parseArgs } from 'node:util';
import { savedOf } from '../search/corpus/library.ts';
import { knownItems, queryClasses, type KnownItem } from '../search/corpus/queries.ts';
import { seededRandom } from '../search/corpus/random.ts';
import { sourceTexts } from '../search/corpus/source-texts.ts';
import { BenchProfile } from '../search/run/bench-browser.ts';
import { serveBench } from '../search/run/serve-bench.ts';
import { table } from '../statistics.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    each: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    engines: { type: 'string', default: 'clipshelf,sqlite,flexsearch-idb,flexsearch,scan,minisearch,orama' },
    /** Prints the queries that ours does not answer first. */
    misses: { type: 'boolean', default: false },
  },
});
const engines = values.engines.split(',');
const random = seededRandom(5);
const library = sourceTexts(values.corpus ?? null).map((text, i) => savedOf(`clip${i}`, text, random, i));
const items = knownItems(library, Number(values.each), Number(values.seed));
const server = await serveBench(engines, (index) => {
  const saved = library[index];
  if (saved === undefined) throw new Error('no such clip');
  return saved;
});

/** LibraryRoute of the first relevant clip, from 1; infinite if none is among the first 10. */
function rankOf(item: KnownItem, ids: readonly string[]): number {
  const at = ids.slice(0, 10).findIndex((id) => item.relevant.includes(id));
  return at === -1 ? Infinity : at + 1;
}

async function ranksOf(engine: string): Promise<readonly number[]> {
  const profile = new BenchProfile('chromium');
  try {
    const page = await profile.page(`${server.address}/${engine}/`);
    await page.evaluate((size) => window.bench.build(size), library.length);
    const answers = await page.evaluate(
      (all) => window.bench.answers(all, 10),
      items.map(({ query }) => query),
    );
    return items.map((item, i) => {
      const ids = answers[i]?.ids ?? [];
      const rank = rankOf(item, ids);
      if (values.misses && engine === 'clipshelf' && rank > 1) {
        console.log(
          `${item.kind}: ${item.query} -> ${rank} (${item.relevant.join()}; ${ids.slice(0, 3).join()})`,
        );
      }
      return rank;
    });
  } finally {
    await profile.discard();
  }
}

function share(ranks: readonly number[], within: number): string {
  return (ranks.filter((rank) => rank <= within).length / ranks.length).toFixed(2);
}

console.log(`${library.length} clips, ${items.length} queries`);
const rows: string[][] = [];
for (const engine of engines) {
  const ranks = await ranksOf(engine);
  for (const kind of queryClasses) {
    const some = ranks.filter((_, i) => items[i]?.kind === kind);
    if (some.length === 0) continue;
    const mrr = (some.reduce((sum, rank) => sum + 1 / rank, 0) / some.length).toFixed(2);
    rows.push([kind, engine, String(some.length), share(some, 1), share(some, 5), share(some, 10), mrr]);
  }
}
server.close();
const ordered = queryClasses.flatMap((kind) => rows.filter(([one]) => one === kind));
console.log(table(['class', 'engine', 'queries', 'success at 1', 'at 5', 'at 10', 'MRR'], ordered));
