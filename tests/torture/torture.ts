import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { bundleForPage } from '../harness/bundle-for-page.ts';
import { ensureBrowser } from '../harness/install-browser.ts';
import { type ChromiumExtension, launchChromium } from '../harness/launch-chromium.ts';
import { poll } from '../harness/poll.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import type { Finding } from './in-page.ts';
import { allowReading } from './allow-reading.ts';
import { FileLedger } from './files.ts';
import type { FileFinding } from './files-in-page.ts';
import { Ledger } from './ledger.ts';
import type { ClipState, Operation, Outcome } from './operation.ts';
import { type PostsFinding, type PostSites, PostsLedger, servePosts } from './posts.ts';
import { type Random, seededRandom } from './random.ts';
import { randomOperation } from './random-operation.ts';

export interface TortureResult {
  readonly rounds: number;
  readonly crashes: number;
  readonly workerKills: number;
  readonly acknowledged: number;
  /** Imports and restores that the worker took on. */
  readonly files: number;
  /** Jobs of posts to clip that the worker took on. */
  readonly posts: number;
  /** Rounds in which the index was thrown away. */
  readonly rebuilds: number;
  /** Backups made while all this went on, read again. */
  readonly backups: number;
  /** Acknowledged writes that are not there, clips of mixed versions, tables that disagree. */
  readonly lost: readonly string[];
  readonly mixed: readonly string[];
  readonly disagreements: readonly string[];
}

const lanes = 2;
const operationsPerRound = 200;
/** Rounds whose blow waits for a backup: on a fast machine hardly one would be made before it. */
const backupShare = 0.25;
/** Rounds in which the worker's clock jumps. */
const clockShare = 0.4;
/** What happens in which rounds is fixed, so that a few rounds have all of it; when the blow comes is random. */
const isCrash = (round: number) => round % 5 === 1 || round % 5 === 3;
const clipsPosts = (round: number) => round % 4 === 1;
const losesIndex = (round: number) => round % 6 === 4;
const fileOf = (round: number) => (['import', null, 'restore', null] as const)[round % 4] ?? null;

/**
 * Two windows clip, tag, highlight, rename, trash and edit many clips at once. A third imports or restores a file, has the
 * posts of a blog clipped, makes backups, and throws the index away. Sometimes the clock jumps. At a random moment the worker
 * is stopped or the whole browser is killed. Then the library is opened again and held against what had been acknowledged.
 * Real Chromium, real disk.
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
  const posts = new PostsLedger();
  const sites = await servePosts();
  const app = await launchChromium(ensureBrowser('chromium').path, { headless: true });
  const result = {
    crashes: 0,
    workerKills: 0,
    backups: 0,
    rebuilds: 0,
    lost: [] as string[],
    mixed: [] as string[],
    disagreements: [] as string[],
  };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const crash = isCrash(round);
      const onBackup = (torn: readonly string[]) => {
        result.backups += 1;
        result.mixed.push(...torn);
      };
      const filePage = await startFiles(app, script, files, { round, onBackup });
      if (clipsPosts(round)) {
        await app.allowSites(sites.hosts);
        await allowReading(filePage, sites.hosts);
        await startPosts(filePage, posts, sites, `blog-${round}`);
      }
      if (losesIndex(round)) {
        result.rebuilds += 1;
        await filePage.evaluate('torture.loseIndex()');
      }
      const before = result.backups;
      const afterBackup = () => poll('a backup', () => (result.backups > before ? true : null));
      const untilBlow = random.chance(backupShare) ? afterBackup : () => afterWrites(ledger, random);
      await strain(app, script, ledger, random, { crash, filePage, untilBlow });
      if (crash) result.crashes += 1;
      else result.workerKills += 1;
      const found = await look(app, script, { files, posts, sites });
      result.lost.push(...found.lostFiles, ...found.lostPosts, ...ledger.reconcile(found.states));
      result.mixed.push(...found.mixed);
      result.disagreements.push(...found.problems);
      if ((round + 1) % 25 === 0) {
        say(
          `${round + 1} rounds, ${ledger.acknowledged} writes, ${files.acknowledged} files and ` +
            `${posts.acknowledged} jobs of posts acknowledged, ${result.backups} backups`,
        );
      }
    }
  } finally {
    await app.close();
    await sites.close();
  }
  const { acknowledged } = ledger;
  return { rounds, acknowledged, files: files.acknowledged, posts: posts.acknowledged, ...result };
}

/** Some writes later, however long the machine takes for them, and a little more. */
async function afterWrites(ledger: Ledger, random: Random): Promise<void> {
  const target = ledger.acknowledged + random.integer(0, 30);
  const more = random.integer(0, 80);
  const deadline = performance.now() + 5_000;
  while (ledger.acknowledged < target && performance.now() < deadline) await sleep(5);
  await sleep(more);
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
    await sleep(random.integer(0, 300));
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
  { round, onBackup }: { round: number; onBackup: (torn: readonly string[]) => void },
): Promise<Page> {
  const page = await app.openPage('popup');
  await allowReading(page);
  await page.exposeFunction('tortureFile', (name: string, outcome: 'begun' | 'done') =>
    files.record(name, outcome),
  );
  await page.exposeFunction('tortureBackup', onBackup);
  await page.evaluate(script);
  const kind = fileOf(round);
  if (kind !== null) {
    void page.evaluate(`void torture.takeFile('${kind}-${round}', '${kind}')`).catch(() => undefined);
  }
  void page.evaluate(`void torture.keepBackingUp()`).catch(() => undefined);
  return page;
}

/** The posts of a blog, each on a site of its own. */
async function startPosts(page: Page, posts: PostsLedger, sites: PostSites, name: string): Promise<void> {
  await page.exposeFunction('torturePosts', (begun: string, outcome: 'begun' | 'done') =>
    posts.record(begun, outcome),
  );
  const urls = JSON.stringify(sites.urlsOf(name));
  void page.evaluate(`void torture.takePosts('${name}', ${urls})`).catch(() => undefined);
}

interface Looked {
  readonly states: Map<number, ClipState>;
  readonly mixed: readonly string[];
  readonly problems: readonly string[];
  readonly lostFiles: readonly string[];
  readonly lostPosts: readonly string[];
}

interface Ledgers {
  readonly files: FileLedger;
  readonly posts: PostsLedger;
  readonly sites: PostSites;
}

async function look(
  app: RunningExtension,
  script: string,
  { files, posts, sites }: Ledgers,
): Promise<Looked> {
  const page = await app.openPage('popup');
  await allowReading(page);
  await page.evaluate(script);
  const name = files.current;
  const lostFiles =
    name === null ? [] : files.compare((await page.evaluate(`torture.lookAtFile('${name}')`)) as FileFinding);
  const job = posts.current;
  // A browser that is killed may forget what was allowed a moment before.
  if (job !== null) {
    await app.allowSites(sites.hosts);
    await allowReading(page, sites.hosts);
  }
  const lostPosts =
    job === null
      ? []
      : posts.compare(
          (await page.evaluate(`torture.lookAtPosts('${job}')`)) as PostsFinding,
          sites.urlsOf(job),
        );
  const found = (await page.evaluate('torture.look()')) as Finding;
  await page.close();
  const { mixed, report } = found;
  return { states: new Map(found.states), mixed, problems: report.problems, lostFiles, lostPosts };
}
