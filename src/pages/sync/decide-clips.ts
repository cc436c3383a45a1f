import type { ClipId } from '../../core/clip/clip.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { problem } from '../../formats/import/imported-clip.ts';
import type { ClipRecordFile } from '../../formats/repository/clip-record.ts';
import { clipOfNote } from '../../formats/repository/hand-article.ts';
import { isProblem, readClipRecord } from '../../formats/repository/read-clip.ts';
import { recordPath } from '../../formats/repository/repository-files.ts';
import { clipPaths } from '../../formats/repository/write-clip.ts';
import { type KnownRecord, withHandChanges } from './hand-changes.ts';
import type { RemoteChanges, RemoteDependencies } from './remote-changes.ts';

/** The files of one clip that changed. */
export interface Found {
  /** null where it is gone, undefined where it did not change. */
  record: ClipRecordFile | null | undefined;
  /** Markdown files that name the clip, by path. */
  readonly markdown: Map<string, string>;
  /** Those of them that cannot be read: they say nothing, and stay where they are. */
  readonly unreadable: Set<string>;
  isMarkdownGone: boolean;
}

/** Decides what the repository says of each clip, by those of its files that changed. */
export class Deciding {
  /** Clips whose records cannot be read. */
  readonly damaged = new Set<ClipId>();
  /** By path. */
  readonly problems = new Map<string, ImportProblem>();
  readonly #theirs = new Map<ClipId, SharedClip | null>();
  readonly #records = new Map<ClipId, SharedClip | null>();
  readonly #texts = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #strays = new Map<ClipId, readonly string[]>();

  constructor(
    private readonly dependencies: RemoteDependencies,
    private readonly head: string,
    /** Commits that the library has some state of. */
    private readonly before: readonly string[],
  ) {}

  result(): Omit<RemoteChanges, 'days'> {
    return {
      theirs: this.#theirs,
      records: this.#records,
      texts: this.#texts,
      strays: this.#strays,
      problems: [...this.problems.values()],
    };
  }

  /** When a file was changed (epoch ms): edits by hand have no other time. */
  async #madeAt(path: string): Promise<number> {
    return await this.dependencies.repository.madeAt(this.head, path);
  }

  /** null where it cannot be read, which is noted. */
  async readRecord(path: string, blob: string): Promise<ClipRecordFile | null> {
    const record = readClipRecord(path, await this.dependencies.repository.read(blob));
    if (!isProblem(record)) return record;
    this.problems.set(path, record);
    return null;
  }

  /** A Markdown file that is no clip's yet. */
  async newNote(path: string, text: string): Promise<void> {
    const clip = await clipOfNote(path, text, await this.#madeAt(path));
    if (isProblem(clip)) {
      this.problems.set(path, clip);
      return;
    }
    const { id } = clip.shared;
    this.#theirs.set(id, clip.shared);
    for (const [hash, bytes] of clip.texts) this.#texts.set(hash, bytes);
    this.#strays.set(id, [...(this.#strays.get(id) ?? []), path]);
  }

  /** The record at the head, changed or not; `gone` where there is none. */
  async #recordOf(id: ClipId, { record }: Found): Promise<ClipRecordFile | 'gone' | 'unreadable'> {
    if (this.damaged.has(id)) return 'unreadable';
    if (record !== undefined) return record ?? 'gone';
    const last = await this.dependencies.known(id);
    if (last === null) return 'gone';
    const path = recordPath(last);
    const blob = await this.dependencies.repository.find(this.head, path);
    return blob === null ? 'gone' : ((await this.readRecord(path, blob)) ?? 'unreadable');
  }

  /** To be called for each clip once all files are read. */
  async decide(id: ClipId, found: Found): Promise<void> {
    const record = await this.#recordOf(id, found);
    // Unreadable is not deleted.
    if (record === 'unreadable') return;
    if (record === 'gone') {
      if (await this.#decideWithoutRecord(id, found)) return;
      if (found.record === null) this.#theirs.set(id, null);
      return;
    }
    this.#records.set(id, record.shared);
    await this.#decideByMarkdown(id, record, found);
  }

  async #decideByMarkdown(id: ClipId, record: KnownRecord, found: Found): Promise<void> {
    const { shared } = record;
    const { repository } = this.dependencies;
    const canonical = clipPaths(shared).markdown;
    const others = [...found.markdown.keys()].filter((path) => path !== canonical);
    const isThere = (await repository.find(this.head, canonical)) !== null;
    const renamed = isThere ? undefined : (others.find((path) => !found.unreadable.has(path)) ?? others[0]);
    for (const path of others)
      if (path !== renamed && !this.problems.has(path))
        this.problems.set(path, problem('copy', '', { entry: path }));
    if (!isThere && renamed === undefined && found.isMarkdownGone) {
      this.#theirs.set(id, null);
      return;
    }
    if (renamed !== undefined && !found.unreadable.has(renamed)) this.#strays.set(id, [renamed]);
    const path = renamed ?? canonical;
    const markdown = found.markdown.get(path);
    if (markdown === undefined || found.unreadable.has(path)) {
      this.#theirs.set(id, shared);
      return;
    }
    const file = { path, markdown, at: await this.#madeAt(path) };
    const changed = await withHandChanges(repository, this.head, record, file);
    this.#theirs.set(id, changed.shared);
    for (const [hash, bytes] of changed.texts) this.#texts.set(hash, bytes);
  }

  /**
   * A clip whose Markdown is there and its record is not: somebody renamed the folder of a month, or removed `data`. It lives, and
   * gets a record again; one that is not known here comes as a note does. Whether there was such a file. In a folder another
   * program may be about to bring the record, or to take the Markdown away.
   */
  async #decideWithoutRecord(id: ClipId, found: Found): Promise<boolean> {
    const { repository, known } = this.dependencies;
    if (!repository.isAtomic || repository.encrypted !== undefined) return false;
    const last = await known(id);
    const readable = [...found.markdown].filter(([path]) => !found.unreadable.has(path));
    if (last === null) {
      for (const [path, text] of readable) await this.newNote(path, text);
      return readable.length > 0;
    }
    const isThere = (await repository.find(this.head, clipPaths(last).markdown)) !== null;
    if (!isThere && found.markdown.size === 0) return false;
    this.#records.set(id, null);
    await this.#decideByMarkdown(id, await this.#recordBefore(last), found);
    return true;
  }

  /** As it was in the commit that is known here; without one nothing counts as an article by hand. */
  async #recordBefore(last: SharedClip): Promise<KnownRecord> {
    const { repository } = this.dependencies;
    const path = recordPath(last);
    for (const commit of this.before) {
      const blob = await repository.find(commit, path);
      const record = blob === null ? null : readClipRecord(path, await repository.read(blob));
      if (record !== null && !isProblem(record)) return { shared: last, article: record.article };
    }
    return { shared: last, article: null };
  }
}
