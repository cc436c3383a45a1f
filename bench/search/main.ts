import { cpus, loadavg } from 'node:os';
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../../tests/harness/find-browser.ts';
import { recombined, type Saved } from './corpus/library.ts';
import { queryClasses, timedQueries } from './corpus/queries.ts';
import { sourceTexts } from './corpus/source-texts.ts';
import { measureInTurns, type Measured, type Plan, type Timed } from './run/measure-engine.ts';
import { serveBench } from './run/serve-bench.ts';
import { median, quantile, round, table } from '../statistics.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    corpus: { type: 'string' },
    engines: {
      type: 'string',
      default: 'floor,clipshelf,sqlite,flexsearch-idb,flexsearch,scan,minisearch,orama',
    },
    browser: { type: 'string', default: 'chromium' },
    /** Where to append the raw figures, one line of JSON per engine. */
    raw: { type: 'string' },
  },
});
const size = Number(values.size);
const browser: BrowserKind = values.browser === 'firefox' ? 'firefox' : 'chromium';
const engines = values.engines.split(',');
const texts = sourceTexts(values.corpus ?? null);
const clip = (index: number): Saved => recombined(texts, index);

function textBytes(): number {
  let bytes = 0;
  const encoder = new TextEncoder();
  for (let i = 0; i < size; i += 1) {
    const { clip: saved, body } = clip(i);
    for (const text of [saved.title, ...body.blocks.map((block) => block.text)]) {
      bytes += encoder.encode(text).length;
    }
  }
  return bytes;
}

/** Every keystroke of a query is a search. */
function keystrokes({ kind, query }: Timed): readonly Timed[] {
  const characters = Array.from(query.trimEnd());
  return characters.map((_, i) => ({ kind, query: characters.slice(0, i + 1).join('') }));
}

const filters = [
  'tag:go',
  'lang:bash is:unread',
  'site:example.org 网络',
  'after:2023-10 redis',
  'in:title 超时',
  '-redis 缓存',
];

/** How much longer it took than the floor, round by round: what disturbs one round disturbs both. */
function overFloor({ cold }: Measured, floor: Measured | undefined): string {
  const ratios = cold.flatMap((ms, turn) => {
    const least = floor?.cold[turn];
    return least === undefined ? [] : [ms / least];
  });
  if (ratios.length === 0) return '–';
  return `${round(median(ratios))} (${round(Math.min(...ratios))}–${round(Math.max(...ratios))})`;
}

function row(measured: Measured, bytes: number, floor: Measured | undefined): readonly string[] {
  const { cold, warm, indexBytes, adds, steps, build, peak } = measured;
  const answers = warm.map(({ ms }) => ms);
  return [
    measured.engine,
    `${round(median(cold))} (${round(Math.min(...cold))}–${round(Math.max(...cold))})`,
    overFloor(measured, floor),
    `${round(median(answers))} / ${round(quantile(answers, 0.95))}`,
    peak === null ? '–' : round(peak),
    indexBytes === null || indexBytes === 0 ? '–' : round(indexBytes / bytes),
    round(build / size),
    adds.length === 0 ? '–' : `${round(median(adds))} (${round(Math.max(...adds))})`,
    steps.length === 0 ? '–' : `${round(median(steps))} (${round(Math.max(...steps))})`,
  ];
}

const sample = Array.from({ length: 80 }, (_, i) => clip(Math.floor((i * size) / 80)));
const whole = timedQueries(sample, 6);
const coldQueries = queryClasses
  .map((kind) => whole.find((one) => one.kind === kind)?.query ?? '超时')
  .concat('超时');
const typed = whole.filter((_, i) => i % 3 === 0).flatMap(keystrokes);
const listed = filters.map((query) => ({ kind: 'filters', query }));
/** Seconds per cold answer: a few of them say enough. */
const slow = new Set(['minisearch', 'orama', 'flexsearch']);
const server = await serveBench(engines, clip);
const bytes = textBytes();
console.log(
  `${size} clips, ${round(bytes / 1e6)} MB of text; ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; ${browser}; load ${round(loadavg()[0] ?? 0)}`,
);
const plans = engines.map((engine): Plan => {
  const own = engine === 'clipshelf';
  const warm = engine === 'floor' ? [] : [...whole, ...(own ? [...typed, ...listed] : [])];
  return {
    address: server.address,
    engine,
    size,
    browser,
    rounds: slow.has(engine) ? 3 : coldQueries.length,
    warm: engine === 'scan' || engine === 'orama' ? warm.filter((_, i) => i % 6 === 0) : warm,
    added: own ? 100 : 10,
  };
});
const all = await measureInTurns(plans, {
  queries: coldQueries,
  done: (outcome) => {
    if ('error' in outcome) {
      console.log(`${outcome.engine}: ${String(outcome.error)}`);
      return;
    }
    const result = { browser, bytes, ...outcome, warm: outcome.warm.length };
    if (values.raw !== undefined) appendFileSync(values.raw, `${JSON.stringify(result)}\n`);
  },
});
server.close();

const floor = all.find((one) => one.engine === 'floor');
const head = [
  'engine',
  'cold, ms',
  '× floor',
  'warm, ms (median / p95)',
  'peak, MB',
  'index / text',
  'bulk, ms per clip',
  'adding one, ms',
  'maintenance step, ms',
];
console.log(
  `\n${table(
    head,
    all.map((one) => row(one, bytes, floor)),
  )}\n`,
);
const ours = all.find((one) => one.engine === 'clipshelf');
if (ours !== undefined) {
  const kinds = [...new Set(ours.warm.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => {
    const times = ours.warm.filter((one) => one.kind === kind).map(({ ms }) => ms);
    return [
      kind,
      String(times.length),
      round(median(times)),
      round(quantile(times, 0.95)),
      round(Math.max(...times)),
    ];
  });
  console.log(table(['ours, warm, each keystroke', 'answers', 'median', 'p95', 'most'], rows));
}
