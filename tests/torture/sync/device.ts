import type { CDPSession, Page } from 'puppeteer-core';
import type { Request } from '../../../src/rpc/commands/contract.ts';
import { makeArticle } from '../../factories/article.ts';
import { press } from '../../harness/controls.ts';
import { giveCommands } from '../../harness/give-commands.ts';
import type { GitServer } from '../../harness/git-server.ts';
import { type ChromiumExtension, launchChromium } from '../../harness/launch-chromium.ts';
import { ensureBrowser } from '../../harness/install-browser.ts';
import { setUpSync, syncStatus } from '../../harness/sync.ts';
import { rowsOf } from '../../harness/table-rows.ts';
import type { Random } from '../random.ts';

const words = ['缓存', 'queue', '一致性', 'index', 'retry', '日志', 'lock', 'stream'];

/** Of all sixty pages, those whose notes belong to one device. */
const owned = 40;

function pageNumber(url: string): number {
  return Number(url.slice(url.lastIndexOf('/') + 1));
}

interface OpenedWith {
  readonly server: GitServer;
  readonly repository: string;
  readonly clockAhead: number;
}

/** One browser with the library, which is edited, killed and synced. */
export class Device {
  #page: Page;
  /** While it lives, the disk is full. */
  #fullDisk: CDPSession | null = null;
  /** Pages that were acknowledged as clipped, and words as noted; none may be gone. */
  readonly #pages = new Set<string>();
  readonly #words = new Set<string>();

  private constructor(
    readonly name: string,
    /** Notes of pages with numbers of this parity are this device’s alone, and their words are counted. */
    private readonly parity: 0 | 1,
    private readonly app: ChromiumExtension,
    page: Page,
  ) {
    this.#page = page;
  }

  /** `clockAhead`: by so many days its clock is wrong. */
  static async open(
    name: string,
    parity: 0 | 1,
    { server, repository, clockAhead }: OpenedWith,
  ): Promise<Device> {
    const app = await launchChromium(ensureBrowser('chromium').path, { headless: true, clockAhead });
    const page = await app.openPage('options');
    await setUpSync(app, page, server, repository, name);
    return new Device(name, parity, app, page);
  }

  /** Some edits as a user makes them: clips, notes, tags, trash. */
  async edit(random: Random, round: number): Promise<void> {
    const clips = (await rowsOf(this.#page, 'clips')).filter(({ trashedAt }) => trashedAt === null);
    const commands: Request[] = [];
    for (let count = random.integer(1, 4); count > 0; count -= 1) {
      const clip = clips.length === 0 || random.chance(0.3) ? null : random.pick(clips);
      const number = random.integer(1, 60);
      if (clip === null) {
        const article = makeArticle({
          url: `https://torture.example/${String(number)}`,
          title: `${random.pick(words)} ${String(number)} ${this.name}`,
        });
        commands.push({ command: 'saveArticle', input: { article, tags: [random.pick(words)] } });
        this.#pages.add(article.url);
      } else if (random.chance(0.5)) {
        const word = `${this.name}-${String(round)}-${String(count)}`;
        // What a sync brings between the look and the edit would be overwritten by the test itself.
        const page = pageNumber(clip.url);
        if (page <= owned && page % 2 !== this.parity) continue;
        if (page <= owned) this.#words.add(word);
        const note = clip.note === '' ? word : `${clip.note}\n${word}`;
        commands.push({ command: 'editClip', input: { clipId: clip.id, changes: { note } } });
      } else if (random.chance(0.6)) {
        commands.push({
          command: 'setTags',
          input: { clipId: clip.id, tags: [random.pick(words), random.pick(words)] },
        });
      } else commands.push({ command: 'trashClips', input: { clipIds: [clip.id] } });
    }
    await giveCommands(this.#page, commands);
  }

  /** From now on nothing can be stored, or again everything. */
  async setDisk(state: 'full' | 'free'): Promise<void> {
    await this.#fullDisk?.detach();
    this.#fullDisk = null;
    if (state === 'free') return;
    this.#fullDisk = await this.#page.createCDPSession();
    const origin = await this.#page.evaluate(() => location.origin);
    await this.#fullDisk.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 });
  }

  get acknowledged(): { readonly pages: ReadonlySet<string>; readonly words: ReadonlySet<string> } {
    return { pages: this.#pages, words: this.#words };
  }

  /** Everything that is here, the trash too. */
  async rows(): Promise<{ readonly pages: ReadonlySet<string>; readonly notes: string }> {
    const clips = await rowsOf(this.#page, 'clips');
    return { pages: new Set(clips.map(({ url }) => url)), notes: clips.map(({ note }) => note).join('\n') };
  }

  /** Asks for a sync and does not wait for it. */
  async begin(): Promise<void> {
    await giveCommands(this.#page, [{ command: 'syncNow', input: null }]);
  }

  /** The user says yes to whatever a sync asks. */
  async consent(): Promise<void> {
    const asked = await this.#page.$$eval('button', (buttons) => {
      const yes = buttons.find(({ textContent }) => textContent === 'Sync');
      yes?.click();
      return yes !== undefined;
    });
    if (asked) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** Syncs until library and repository are the same; how often it took. */
  async settle(): Promise<number> {
    for (let tries = 1; tries <= 60; tries += 1) {
      const { syncedAt = 0 } = await syncStatus(this.#page);
      await this.begin();
      for (let waits = 0; waits < 200; waits += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await this.consent();
        const now = await syncStatus(this.#page);
        if ((now.syncedAt ?? 0) > (syncedAt ?? 0)) return tries;
        if (now.code !== null && now.code !== undefined && now.isAsked !== true) break;
      }
    }
    throw new Error(`${this.name} does not come to an end: ${JSON.stringify(await syncStatus(this.#page))}`);
  }

  async killWorker(): Promise<void> {
    await this.app.killWorker();
  }

  /** Kills the browser; the next one has the same profile. */
  async crash(): Promise<void> {
    this.#fullDisk = null;
    await this.app.crash();
    await this.app.allowSites(['127.0.0.1']);
    this.#page = await this.app.openPage('options');
    // The gesture with which the browser lets the extension speak to the host again.
    await press(this.#page, 'Sync now');
  }

  /** What two devices must agree on: clips by id, without what each has of its own. */
  async library(): Promise<ReadonlyMap<string, string>> {
    const clips = await rowsOf(this.#page, 'clips');
    const bodies = new Map((await rowsOf(this.#page, 'bodies')).map((body) => [body.clipId, body.html]));
    return new Map(
      clips
        .filter(({ trashedAt }) => trashedAt === null)
        .map(({ id, url, title, note, tags, starred, readAt, savedAt }) => [
          id,
          JSON.stringify({
            url,
            title,
            note,
            starred,
            readAt,
            savedAt,
            tags: tags.toSorted(),
            html: bodies.get(id),
          }),
        ]),
    );
  }

  problems(): readonly string[] {
    return this.app.takeProblems();
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}
