/**
 * Whether whatever people copy out of a text finds it: names of each kind (tests/factories/names-in-text.ts), drawn from
 * every text of a folder.
 *
 *   npm run bench:names -- [--corpus DIR] [--each 3] [--seed 7]
 */
import { parseArgs } from 'node:util';
import { type NameKind, namesIn } from '../../tests/factories/names-in-text.ts';
import { savedOf } from '../search/corpus/library.ts';
import { seededRandom } from '../search/corpus/random.ts';
import { sourceTexts } from '../search/corpus/source-texts.ts';
import { BenchProfile } from '../search/run/bench-browser.ts';
import { serveBench } from '../search/run/serve-bench.ts';
import { table } from '../statistics.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    each: { type: 'string', default: '3' },
    seed: { type: 'string', default: '7' },
  },
});
const limit = 60;
const random = seededRandom(5);
const library = sourceTexts(values.corpus ?? null).map((text, i) => savedOf(`clip${i}`, text, random, i));
const draw = seededRandom(Number(values.seed));
const asked = library.flatMap(({ clip, body }) =>
  namesIn(
    body.blocks.map((block) => block.text),
    Number(values.each),
    draw,
  ).map((name) => ({ ...name, id: clip.id })),
);
const server = await serveBench(['clipshelf'], (index) => {
  const saved = library[index];
  if (saved === undefined) throw new Error('no such clip');
  return saved;
});
const profile = new BenchProfile('chromium');
const counts = new Map<NameKind, { found: number; missed: number; many: number }>();
try {
  const page = await profile.page(`${server.address}/clipshelf/`);
  await page.evaluate((size) => window.bench.build(size), library.length);
  for (let from = 0; from < asked.length; from += 100) {
    const some = asked.slice(from, from + 100);
    const answers = await page.evaluate(
      (queries, most) => window.bench.answers(queries, most),
      some.map(({ name }) => `${name} `),
      limit,
    );
    for (const [index, { kind, name, id }] of some.entries()) {
      const ids = answers[index]?.ids ?? [];
      const count = counts.get(kind) ?? { found: 0, missed: 0, many: 0 };
      counts.set(kind, count);
      if (ids.includes(id)) count.found += 1;
      else if (ids.length === limit) count.many += 1;
      else {
        count.missed += 1;
        console.log(`${kind}: ${name} does not find ${id}`);
      }
    }
  }
} finally {
  await profile.discard();
  server.close();
}
const rows = [...counts].map(([kind, { found, missed, many }]) => [
  kind,
  String(found),
  String(missed),
  String(many),
]);
console.log(`\n${String(library.length)} texts, ${String(asked.length)} names\n`);
console.log(table(['kind', 'finds its text', 'does not', `in over ${String(limit)} clips`], rows));
