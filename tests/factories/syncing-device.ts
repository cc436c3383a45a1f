import { onTestFinished } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import type { HighlightColor } from '../../src/core/highlight/highlight.ts';
import type { ImportProblem } from '../../src/core/job/import-problem.ts';
import { usualIterations } from '../../src/core/sync/library-lock.ts';
import type { ReadingPlace } from '../../src/core/clip/reading-place.ts';
import { parseTags } from '../../src/core/tag/tag.ts';
import { editClip, setTrashed } from '../../src/database/clips/clip-state-writes.ts';
import { keepReadingPlace } from '../../src/database/clips/reading-writes.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import type { Database } from '../../src/database/database.ts';
import { takeSyncBatchFile } from '../../src/database/sync/batch-file.ts';
import { takeSyncBatch } from '../../src/database/sync/sync-writes.ts';
import {
  addHighlights,
  changeHighlight,
  removeHighlights,
} from '../../src/database/highlights/highlight-writes.ts';
import { highlightsOf } from '../../src/database/highlights/highlight-queries.ts';
import { setTags } from '../../src/database/tags/tag-writes.ts';
import { deleteGitFiles, openGitFiles } from '../../src/git/git-files.ts';
import { makeLock } from '../../src/git/encryption/library-key.ts';
import { openRepository } from '../../src/git/repository.ts';
import type { Carrier } from '../../src/pages/sync/carrier.ts';
import { encryptedCarrier } from '../../src/pages/sync/encrypted-carrier.ts';
import { SyncSession } from '../../src/pages/sync/sync-session.ts';
import { makeArticle } from './article.ts';
import { makeDatabase } from './database.ts';

/** One repository that several devices share, with Git's objects and without a network. */
export interface SharedRemote {
  /** As a device sees it. */
  readonly repository: Carrier;
  /** The commits that were taken, in order. */
  readonly commits: readonly string[];
}

export async function makeRemote(): Promise<SharedRemote> {
  const name = `test-git-${crypto.randomUUID()}`;
  const access = { address: 'https://git.example/library.git', user: 'x', token: '' };
  const traffic = { requests: 0, sent: 0, received: 0 };
  const objects = await openRepository(await openGitFiles(name), access, { traffic });
  onTestFinished(async () => {
    objects.close();
    await deleteGitFiles(name);
  });
  const commits: string[] = [];
  const parents = new Map<string, string | null>();
  const head = () => commits.at(-1) ?? null;
  return {
    commits,
    repository: {
      ...objects,
      isAtomic: true,
      remoteHead: () => {
        const commit = head();
        return Promise.resolve(commit === null ? null : { branch: 'main', commit });
      },
      download: () => Promise.resolve(head() ?? ''),
      async commit(commit) {
        const made = await objects.commit(commit);
        parents.set(made.commit, commit.parent);
        return made;
      },
      push: (_branch, commit) => {
        if ((parents.get(commit) ?? null) !== head()) return Promise.resolve('refused');
        commits.push(commit);
        return Promise.resolve('pushed');
      },
    },
  };
}

/** The same repository for those who have the passphrase. The key is made in few rounds, and its lock asks for the usual ones. */
export async function encryptedWith(passphrase: string, remote: SharedRemote): Promise<SharedRemote> {
  const { lock, key } = await makeLock(passphrase, 10);
  const usual = { ...lock, iterations: usualIterations };
  return { ...remote, repository: await encryptedCarrier(remote.repository, key, usual) };
}

/** The others were faster five times, or changed a file of the folder that was to be read: begun anew, as the worker does. */
function contended(error: unknown): null {
  if (error instanceof Failure && (error.code === 'sync/contended' || error.code === 'folder/restless'))
    return null;
  throw error;
}

/** A browser in which nothing was set. */
const settings = { read: () => Promise.resolve({}), write: () => Promise.resolve() };

/** A library that syncs with such a remote, piece by piece. */
export class SyncingDevice {
  #session: SyncSession | null = null;
  /** Files that the last sync could not read. */
  problems: readonly ImportProblem[] = [];
  #now: number;

  private constructor(
    readonly database: Database,
    private readonly remote: SharedRemote,
    private readonly name: string,
    clock: number,
    private readonly newId: () => string,
  ) {
    this.#now = clock;
  }

  /** `clock`: the device's own, epoch ms; it may be wrong. */
  static async make(
    remote: SharedRemote,
    name: string,
    clock: number,
    newId: () => string = () => crypto.randomUUID(),
  ): Promise<SyncingDevice> {
    return new SyncingDevice(await makeDatabase(), remote, name, clock, newId);
  }

  /** The same library with a carrier that was opened anew. */
  static of(database: Database, repository: Carrier, name: string, clock: number): SyncingDevice {
    return new SyncingDevice(database, { repository, commits: [] }, name, clock, () => crypto.randomUUID());
  }

  /** Later each time. */
  readonly now = (): number => (this.#now += 1_000);

  /** One piece of a sync, written into the library; true where it was the last. */
  async step(): Promise<boolean> {
    const { repository } = this.remote;
    const device = { id: this.name.padEnd(8, '0'), name: this.name };
    const setting = {
      carrier: 'git' as const,
      address: 'https://git.example/',
      user: 'x',
      token: { iv: '', sealed: '' },
      isEncrypted: this.remote.repository.encrypted !== undefined,
      device,
    };
    // Few at once, so that what is read ahead is tried as well.
    const sides = { database: this.database, repository, setting, settings };
    this.#session ??= new SyncSession(sides, this.now, 2);
    const answer = await this.#session.next(true).catch(contended);
    if (answer === null) {
      this.#session = null;
      return false;
    }
    this.problems = answer.work.problems ?? this.problems;
    if (answer.state === 'going' && answer.batch !== null)
      await takeSyncBatch(this.database, 'job', await takeSyncBatchFile(answer.batch), this.now());
    if (answer.state === 'done') this.#session = null;
    return answer.state === 'done';
  }

  async sync(): Promise<void> {
    while (!(await this.step()));
  }

  /** The page that syncs dies; whether its last piece was written is chance. */
  kill(): void {
    this.#session = null;
  }

  async clip(page: number, tags: readonly string[]): Promise<string> {
    const article = makeArticle({
      url: `https://page.example/${String(page)}`,
      title: `Page ${String(page)} as ${this.name} saw it`,
    });
    const clip = {
      article,
      tags: parseTags(tags),
      note: undefined,
      source: null,
      lesser: 'replace',
    } as const;
    const { clipId } = await saveClip(this.database, clip, { newId: this.newId(), now: this.now() });
    return clipId;
  }

  async note(clipId: string, note: string): Promise<void> {
    await editClip(this.database, clipId, { note }, this.now());
  }

  async tag(clipId: string, tags: readonly string[]): Promise<void> {
    await setTags(this.database, clipId, parseTags(tags), this.now());
  }

  /** The user goes on to this block. */
  async read(clipId: string, block: number, share: number): Promise<void> {
    await keepReadingPlace(this.database, clipId, { block, share }, this.now());
  }

  async place(clipId: string): Promise<ReadingPlace | undefined> {
    return (await this.database.clips.get(clipId))?.reading;
  }

  /** Highlights the first words of the clip, with a note. */
  async mark(clipId: string, note: string): Promise<void> {
    const quote = (await this.database.bodies.get(clipId))?.blocks[0]?.text.slice(0, 12) ?? '';
    const words = { quote, prefix: '', suffix: '', range: null };
    const fresh = {
      ...words,
      id: this.newId(),
      color: 'yellow',
      note,
      tags: ['read'],
      origin: 'reader',
    } as const;
    await addHighlights(this.database, clipId, [fresh], this.now());
  }

  /** The oldest highlight of the clip gets another color, or is taken off; its note comes back. */
  async changeMark(clipId: string, color: HighlightColor | null): Promise<string> {
    const [oldest] = await highlightsOf(this.database, clipId);
    if (oldest === undefined) return '';
    if (color === null) await removeHighlights(this.database, [oldest.id], this.now());
    else await changeHighlight(this.database, oldest.id, { color }, this.now());
    return oldest.note;
  }

  async trash(clipId: string): Promise<void> {
    const now = this.now();
    await setTrashed(this.database, [clipId], now, now);
  }

  /** Out of the trash again. */
  async restore(clipId: string): Promise<void> {
    await setTrashed(this.database, [clipId], null, this.now());
  }

  async living(): Promise<readonly string[]> {
    const clips = await this.database.clips.toArray();
    return clips.filter(({ trashedAt }) => trashedAt === null).map(({ id }) => id);
  }

  async trashed(): Promise<readonly string[]> {
    const clips = await this.database.clips.toArray();
    return clips.filter(({ trashedAt }) => trashedAt !== null).map(({ id }) => id);
  }

  /** What all devices must agree on. */
  async library(): Promise<ReadonlyMap<string, unknown>> {
    const clips = await this.database.clips.toArray();
    const living = clips.filter(({ trashedAt }) => trashedAt === null);
    const rows = living.map(async ({ id, url, title, note, tags, readAt, starred, savedAt }) => {
      const html = (await this.database.bodies.get(id))?.html;
      const versions = await this.database.versions.where('clipId').equals(id).toArray();
      const earlier = versions.map(({ content }) => content.title).toSorted((a, b) => (a < b ? -1 : 1));
      const own = await highlightsOf(this.database, id);
      const highlights = own.map(({ changedAt: _own, ...highlight }) => highlight);
      const row = {
        highlights,
        url,
        title,
        note,
        tags: new Set(tags),
        readAt,
        starred,
        savedAt,
        html,
        earlier,
      };
      return [id, row] as const;
    });
    return new Map(await Promise.all(rows));
  }
}
