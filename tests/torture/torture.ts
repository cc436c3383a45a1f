import type { Page } from 'puppeteer-core';
import { bundleForPage } from '../harness/bundle-for-page.ts';
import { ensureBrowser } from '../harness/install-browser.ts';
import { type ChromiumExtension, launchChromium } from '../harness/launch-chromium.ts';
import { poll } from '../harness/poll.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import type { Finding } from './in-page.ts';
import { FileLedger, allowReadingFiles } from './files.ts';
import type { FileFinding } from './files-in-page.ts';
import { Ledger } from './ledger.ts';
import type { ClipState, Operation, Outcome } from './operation.ts';
import { type Random, seededRandom } from './random.ts';

export interface TortureResult {
  readonly rounds: number;
  readonly crashes: number;
  readonly workerKills: number;
  readonly acknowledged: number;
  /** Imports and restores that the worker took on. */
  readonly files: number;
  /** Backups made while all this went on, read again. */
  readonly backups: number;
  /** Acknowledged writes that are not there, clips of mixed versions, tables that disagree. */
  readonly lost: readonly string[];
  readonly mixed: readonly string[];
  readonly disagreements: readonly string[];
}

const pagesPerLane = 12;
const lanes = 2;
const operationsPerRound = 200;
/** Rounds whose blow waits for a backup: on a fast machine hardly one would be made before it. */
const backupShare = 0.25;
/** Rounds in which the worker's clock jumps. */
const clockShare = 0.4;

/**
 * Clips, tags, highlights, renames and trashes from two windows at once, some of it with a clock that jumps, an import or a restore and backups in a third, while the worker is
 * stopped or the whole browser is killed at a random moment; then opens the library again and holds it against what had been
 * acknowledged. Real Chromium, real disk.
 */
export async function torture(
  rounds: number,
  seed: number,
  say: (line: string) => void,
): Promise<TortureResult> {
  const random = seededRandom(seed);
  const script = await bundleForPage('tests/torture/in-page.ts', 'torture');
  const ledger = new Ledger();
  const files = new FileLedger();
  const app = await launchChromium(ensureBrowser('chromium').path, { headless: true });
  const result = {
    crashes: 0,
    workerKills: 0,
    backups: 0,
    lost: [] as string[],
    mixed: [] as string[],
    disagreements: [] as string[],
  };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const crash = random.chance(0.4);
      const onBackup = (torn: readonly string[]) => {
        result.backups += 1;
        result.mixed.push(...torn);
      };
      const filePage = await startFiles(app, script, files, { round, random, onBackup });
      const before = result.backups;
      const afterBackup = () => poll('a backup', () => (result.backups > before ? true : null));
      const untilBlow = random.chance(backupShare)
        ? afterBackup
        : () => new Promise((resolve) => setTimeout(resolve, random.integer(20, 900)));
      await strain(app, script, ledger, random, { crash, filePage, untilBlow });
      if (crash) result.crashes += 1;
      else result.workerKills += 1;
      const found = await look(app, script, files);
      result.lost.push(...found.lostFiles, ...ledger.reconcile(found.states));
      result.mixed.push(...found.mixed);
      result.disagreements.push(...found.problems);
      if ((round + 1) % 25 === 0) {
        say(
          `${round + 1} rounds, ${ledger.acknowledged} writes and ${files.acknowledged} files acknowledged, ` +
            `${result.backups} backups`,
        );
      }
    }
  } finally {
    await app.close();
  }
  return { rounds, acknowledged: ledger.acknowledged, files: files.acknowledged, ...result };
}

interface Round {
  /** Whether the whole browser is killed, or the worker alone. */
  readonly crash: boolean;
  readonly filePage: Page;
  readonly untilBlow: () => Promise<unknown>;
}

/** One round: operations in every lane, and in the middle of them the blow. */
async function strain(
  app: ChromiumExtension,
  script: string,
  ledger: Ledger,
  random: Random,
  { crash, filePage, untilBlow }: Round,
): Promise<void> {
  const pages: Page[] = [filePage];
  const open: (Operation | undefined)[] = [];
  for (let lane = 0; lane < lanes; lane += 1) {
    const operations = Array.from({ length: operationsPerRound }, () => randomOperation(random, lane));
    const page = await app.openPage('popup');
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
  // For as long as the worker lives its clock is wrong: by days, or by more than the trash keeps a clip.
  if (random.chance(clockShare)) {
    const days = random.pick([-400, -3, -1, 2, 31, 400]);
    await app.inWorker(`Date.now = ((real, days) => () => real() + days * 86400000)(Date.now, ${days})`);
  }
  await untilBlow();
  if (crash) {
    await app.crash();
  } else {
    await app.killWorker();
    await new Promise((resolve) => setTimeout(resolve, random.integer(0, 300)));
    await Promise.all(pages.map((page) => page.close()));
  }
  // What was under way at the blow may have been done or not.
  for (const operation of open) if (operation !== undefined) ledger.record(operation, 'lost');
}

/** A file that the worker is given to take over, and backup after backup, until the blow. */
async function startFiles(
  app: RunningExtension,
  script: string,
  files: FileLedger,
  { round, random, onBackup }: { round: number; random: Random; onBackup: (torn: readonly string[]) => void },
): Promise<Page> {
  const page = await app.openPage('popup');
  await allowReadingFiles(page);
  await page.exposeFunction('tortureFile', (name: string, outcome: 'begun' | 'done') =>
    files.record(name, outcome),
  );
  await page.exposeFunction('tortureBackup', onBackup);
  await page.evaluate(script);
  const kind = random.pick(['import', 'restore', null, null] as const);
  if (kind !== null) {
    void page.evaluate(`void torture.takeFile('${kind}-${round}', '${kind}')`).catch(() => undefined);
  }
  void page.evaluate(`void torture.keepBackingUp()`).catch(() => undefined);
  return page;
}

interface Looked {
  readonly states: Map<number, ClipState>;
  readonly mixed: readonly string[];
  readonly problems: readonly string[];
  readonly lostFiles: readonly string[];
}

async function look(app: RunningExtension, script: string, files: FileLedger): Promise<Looked> {
  const page = await app.openPage('popup');
  await allowReadingFiles(page);
  await page.evaluate(script);
  const name = files.current;
  const lostFiles =
    name === null
      ? []
      : files.reconcile((await page.evaluate(`torture.lookAtFile('${name}')`)) as FileFinding);
  const found = (await page.evaluate('torture.look()')) as Finding;
  await page.close();
  return { states: new Map(found.states), mixed: found.mixed, problems: found.report.problems, lostFiles };
}

let version = 0;

function randomOperation(random: Random, lane: number): Operation {
  // Each lane has pages and tags of its own: the ledger then knows in which order they were written.
  const first = lane * pagesPerLane;
  const page = first + random.integer(0, pagesPerLane - 1);
  const known = ['go', '网络', 'k8s', 'linux/mm', 'c#'].map((tag) => `${tag}${lane}`);
  const some = () => known.filter(() => random.chance(0.5));
  const kinds = [
    'save',
    'save',
    'save',
    'tag',
    'tag',
    'mark',
    'mark',
    'unmark',
    'trash',
    'restore',
    'delete',
    'edit',
    'rename',
  ] as const;
  const kind = random.pick(kinds);
  if (kind === 'save') return { kind, page, version: (version += 1), tags: some() };
  const all = Array.from({ length: pagesPerLane }, (_, index) => first + index);
  switch (kind) {
    case 'tag':
      return { kind, page, tags: some() };
    case 'mark':
    case 'unmark':
      return { kind, page, mark: `mark-${page}-${random.integer(0, 3)}` };
    case 'edit': {
      const add = some();
      const pages = all.filter(() => random.chance(0.5));
      return { kind, page, pages, add, remove: some().filter((tag) => !add.includes(tag)) };
    }
    case 'rename': {
      const [from, to] = [random.pick(known), random.pick(known)];
      return { kind, page, pages: all, from, to };
    }
    case 'trash':
    case 'restore':
    case 'delete':
      return { kind, page };
  }
}
