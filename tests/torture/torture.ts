import type { Page } from 'puppeteer-core';
import { bundleForPage } from '../harness/bundle-for-page.ts';
import { launch } from '../harness/launch.ts';
import type { Shelf } from '../harness/shelf.ts';
import type { Finding } from './in-page.ts';
import { Ledger } from './ledger.ts';
import type { ClipState, Operation, Outcome } from './operation.ts';
import { type Random, seededRandom } from './random.ts';

export interface TortureResult {
  readonly rounds: number;
  readonly crashes: number;
  readonly workerKills: number;
  readonly acknowledged: number;
  /** Acknowledged writes that are not there, clips of mixed versions, tables that disagree. */
  readonly lost: readonly string[];
  readonly mixed: readonly string[];
  readonly disagreements: readonly string[];
}

const pagesPerLane = 12;
const lanes = 2;
const operationsPerRound = 200;

/**
 * Clips, tags and trashes from two windows at once while the worker is stopped or the whole browser is killed at a
 * random moment; then opens the shelf again and holds it against what had been acknowledged. Real Chromium, real disk.
 */
export async function torture(
  rounds: number,
  seed: number,
  say: (line: string) => void,
): Promise<TortureResult> {
  const random = seededRandom(seed);
  const script = await bundleForPage('tests/torture/in-page.ts', 'torture');
  const ledger = new Ledger();
  const shelf = await launch('chromium');
  const result = {
    crashes: 0,
    workerKills: 0,
    lost: [] as string[],
    mixed: [] as string[],
    disagreements: [] as string[],
  };
  try {
    await settle(shelf);
    for (let round = 0; round < rounds; round += 1) {
      const crash = random.chance(0.4);
      await strain(shelf, script, ledger, random, crash);
      if (crash) result.crashes += 1;
      else result.workerKills += 1;
      const found = await look(shelf, script);
      result.lost.push(...ledger.reconcile(found.states));
      result.mixed.push(...found.mixed);
      result.disagreements.push(...found.problems);
      if ((round + 1) % 25 === 0) say(`${round + 1} rounds, ${ledger.acknowledged} writes acknowledged`);
    }
  } finally {
    await shelf.close();
  }
  return { rounds, acknowledged: ledger.acknowledged, ...result };
}

/** Lets the browser note in its profile that the extension is installed, which it does when it is closed in order. */
async function settle(shelf: Shelf): Promise<void> {
  const page = await shelf.openPage('popup');
  await page.close();
  await shelf.restart();
}

/** One round: operations in every lane, and in the middle of them the blow. */
async function strain(
  shelf: Shelf,
  script: string,
  ledger: Ledger,
  random: Random,
  crash: boolean,
): Promise<void> {
  const pages: Page[] = [];
  const open: (Operation | undefined)[] = [];
  for (let lane = 0; lane < lanes; lane += 1) {
    const operations = Array.from({ length: operationsPerRound }, () => randomOperation(random, lane));
    const page = await shelf.openPage('popup');
    pages.push(page);
    let next = 0;
    open[lane] = operations[next];
    await page.exposeFunction('tortureReport', (operation: Operation, outcome: Outcome) => {
      ledger.record(operation, outcome);
      next += 1;
      open[lane] = operations[next];
    });
    await page.evaluate(script);
    // Not awaited: the blow comes while it runs, and takes the page with it.
    void page.evaluate(`void torture.run(${JSON.stringify(operations)})`).catch(() => undefined);
  }
  await new Promise((resolve) => setTimeout(resolve, random.integer(20, 900)));
  if (crash) {
    await shelf.crash();
  } else {
    await shelf.killWorker();
    await new Promise((resolve) => setTimeout(resolve, random.integer(0, 300)));
    await Promise.all(pages.map((page) => page.close()));
  }
  // What was under way at the blow may have been done or not.
  for (const operation of open) if (operation !== undefined) ledger.record(operation, 'lost');
}

async function look(
  shelf: Shelf,
  script: string,
): Promise<{ states: Map<number, ClipState>; mixed: readonly string[]; problems: readonly string[] }> {
  const page = await shelf.openPage('popup');
  await page.evaluate(script);
  const found = (await page.evaluate('torture.look()')) as Finding;
  await page.close();
  return { states: new Map(found.states), mixed: found.mixed, problems: found.report.problems };
}

let version = 0;

function randomOperation(random: Random, lane: number): Operation {
  // Each lane has pages of its own: the ledger then knows in which order the writes to a page were made.
  const page = lane * pagesPerLane + random.integer(0, pagesPerLane - 1);
  const kind = random.pick(['save', 'save', 'save', 'tag', 'tag', 'trash', 'restore', 'delete'] as const);
  const tags = ['go', '网络', 'k8s', 'linux/mm'].filter(() => random.chance(0.5));
  if (kind === 'save') return { kind, page, version: (version += 1), tags };
  return kind === 'tag' ? { kind, page, tags } : { kind, page };
}
