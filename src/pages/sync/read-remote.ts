import type { ClipId } from '../../core/clip/clip.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import type { ClipRecordFile } from '../../formats/repository/clip-record.ts';
import { clipOfNote } from '../../formats/repository/hand-article.ts';
import { problem } from '../../formats/import/imported-clip.ts';
import { isProblem, readClipRecord } from '../../formats/repository/read-clip.ts';
import { indexBeside, kindOfPath, recordPath } from '../../formats/repository/repository-files.ts';
import { clipPaths } from '../../formats/repository/write-clip.ts';
import { parseMarkdownFile } from '../../formats/markdown/read/front-matter.ts';
import { decodeText } from '../../formats/text/decode-text.ts';
import type { FileChange } from '../../git/trees.ts';
import type { Carrier } from './carrier.ts';
import { type KnownRecord, withHandChanges } from './hand-changes.ts';
import type { RemoteChanges } from './remote-changes.ts';

export interface RemoteDependencies {
  readonly repository: Carrier;
  /** The last state of a clip that is known to be in the repository. */
  readonly known: (id: ClipId) => Promise<SharedClip | null>;
  /** The clip whose Markdown was at this path. */
  readonly clipAt: (path: string) => Promise<ClipId | null>;
  /** All clips that are known to have been there. */
  readonly lastKnown: () => Promise<readonly SharedClip[]>;
}

/**
 * Reads what the head has otherwise than the library knows it. `known`: the commits that the library has some state of, since a
 * sync may have been ended in the middle; none where all is to be looked at.
 */
export async function remoteChanges(
  dependencies: RemoteDependencies,
  known: readonly string[],
  head: string,
): Promise<RemoteChanges> {
  const { repository } = dependencies;
  const reading = new Reading(dependencies, head, known);
  const byPath = new Map<string, FileChange>();
  for (const before of known.length === 0 ? [null] : known.filter((commit) => commit !== head))
    for (const change of await repository.changes(before, head)) byPath.set(change.path, change);
  const changes = [...byPath.values()];
  // All that is there is looked at again; what is not there any more is not among it.
  if (known.length === 0) await reading.missing(await dependencies.lastKnown());
  for (const { path, after } of changes)
    if (after !== null && repository.encrypted?.isUnopened(path) === true) reading.unopened(path);
  // The records first: they say which Markdown is as we wrote it.
  for (const { path, after } of changes) if (kindOfPath(path) === 'record') await reading.record(path, after);
  for (const { path, after } of changes)
    if (kindOfPath(path) === 'markdown') await reading.markdown(path, after);
  const days = new Set(changes.flatMap(({ path }) => indexBeside(path) ?? []));
  return { ...(await reading.result()), days };
}

/** Larger Markdown is not read, in bytes: as an article's HTML. */
const largestMarkdown = 16 * 2 ** 20;

/** The files of one clip that changed. */
interface Found {
  /** null where it is gone, undefined where it did not change. */
  record: ClipRecordFile | null | undefined;
  /** Markdown files that name the clip, by path. */
  readonly markdown: Map<string, string>;
  /** Those of them that cannot be read: they say nothing, and stay where they are. */
  readonly unreadable: Set<string>;
  isMarkdownGone: boolean;
}

class Reading {
  readonly #found = new Map<ClipId, Found>();
  /** Clips whose records cannot be read. */
  readonly #damaged = new Set<ClipId>();
  readonly #theirs = new Map<ClipId, SharedClip | null>();
  readonly #records = new Map<ClipId, SharedClip | null>();
  /** Git's ids of the Markdown files that belong to changed records, by path. */
  readonly #written = new Map<string, string>();
  readonly #texts = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #strays = new Map<ClipId, readonly string[]>();
  /** By path. */
  readonly #problems = new Map<string, ImportProblem>();

  constructor(
    private readonly dependencies: RemoteDependencies,
    private readonly head: string,
    /** Commits that the library has some state of. */
    private readonly before: readonly string[],
  ) {}

  async missing(known: readonly SharedClip[]): Promise<void> {
    const { repository } = this.dependencies;
    for (const last of known) {
      const { record, markdown } = clipPaths(last);
      if ((await repository.find(this.head, record)) === null) this.#of(last.id).record = null;
      if (repository.encrypted === undefined && (await repository.find(this.head, markdown)) === null)
        this.#of(last.id).isMarkdownGone = true;
    }
  }

  /** A file of an encrypted repository that was changed by somebody without the key. */
  unopened(path: string): void {
    this.#problems.set(path, problem('damaged', '', { entry: path }));
  }

  async record(path: string, blob: string | null): Promise<void> {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
    if (blob === null) {
      const last = await this.dependencies.known(id);
      // Only the clip's own file stands for it. One that moved to another day is gone here and is there.
      if (last !== null && recordPath(last) === path) this.#of(id).record ??= null;
      return;
    }
    const record = await this.#readRecord(path, blob);
    if (record === null) {
      this.#damaged.add(id);
      return;
    }
    this.#of(id).record = record;
    if (record.markdown !== null) this.#written.set(clipPaths(record.shared).markdown, record.markdown);
  }

  async markdown(path: string, blob: string | null): Promise<void> {
    if (blob === null) {
      const id = await this.dependencies.clipAt(path);
      if (id !== null) this.#of(id).isMarkdownGone = true;
      return;
    }
    if (this.#written.get(path) === blob) return;
    const bytes = await this.dependencies.repository.read(blob);
    const entry = { entry: path };
    if (bytes.byteLength > largestMarkdown) {
      this.#problems.set(path, problem('too-large', '', entry));
      return;
    }
    // Editors of Windows write UTF-16, old ones GB 18030.
    const { text, damagedAt } = decodeText(bytes);
    const { front, broken } = parseMarkdownFile(text);
    if (damagedAt !== null) this.#problems.set(path, problem('encoding', '', { ...entry, line: damagedAt }));
    if (broken !== null)
      this.#problems.set(path, problem('front-matter', broken.text, { ...entry, line: broken.line }));
    const named = front.get('clip');
    const id = typeof named === 'string' && /^[\w-]{1,64}$/.test(named) ? named : null;
    // A file of ours that lost its front matter is no new note.
    const owner = id ?? (await this.dependencies.clipAt(path));
    if (owner === null) {
      if (damagedAt === null) await this.#newNote(path, text);
      return;
    }
    if (id === null && broken === null && damagedAt === null)
      this.#problems.set(path, problem('front-matter', '', { ...entry, line: 1 }));
    const found = this.#of(owner);
    found.markdown.set(path, text);
    if (id === null || broken !== null || damagedAt !== null) found.unreadable.add(path);
  }

  async result(): Promise<Omit<RemoteChanges, 'days'>> {
    for (const [id, found] of this.#found) await this.#decide(id, found);
    return {
      theirs: this.#theirs,
      records: this.#records,
      texts: this.#texts,
      strays: this.#strays,
      problems: [...this.#problems.values()],
    };
  }

  /** When a file was changed (epoch ms): edits by hand have no other time. */
  async #madeAt(path: string): Promise<number> {
    return await this.dependencies.repository.madeAt(this.head, path);
  }

  #of(id: ClipId): Found {
    const there = this.#found.get(id) ?? {
      record: undefined,
      markdown: new Map(),
      unreadable: new Set(),
      isMarkdownGone: false,
    };
    this.#found.set(id, there);
    return there;
  }

  async #readRecord(path: string, blob: string): Promise<ClipRecordFile | null> {
    const record = readClipRecord(path, await this.dependencies.repository.read(blob));
    if (!isProblem(record)) return record;
    this.#problems.set(path, record);
    return null;
  }

  async #newNote(path: string, text: string): Promise<void> {
    const clip = await clipOfNote(path, text, await this.#madeAt(path));
    if (isProblem(clip)) {
      this.#problems.set(path, clip);
      return;
    }
    const { id } = clip.shared;
    this.#theirs.set(id, clip.shared);
    for (const [hash, bytes] of clip.texts) this.#texts.set(hash, bytes);
    this.#strays.set(id, [...(this.#strays.get(id) ?? []), path]);
  }

  /** The record at the head, changed or not; `gone` where there is none. */
  async #recordOf(id: ClipId, { record }: Found): Promise<ClipRecordFile | 'gone' | 'unreadable'> {
    if (this.#damaged.has(id)) return 'unreadable';
    if (record !== undefined) return record ?? 'gone';
    const last = await this.dependencies.known(id);
    if (last === null) return 'gone';
    const path = recordPath(last);
    const blob = await this.dependencies.repository.find(this.head, path);
    return blob === null ? 'gone' : ((await this.#readRecord(path, blob)) ?? 'unreadable');
  }

  async #decide(id: ClipId, found: Found): Promise<void> {
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
      if (path !== renamed && !this.#problems.has(path))
        this.#problems.set(path, problem('copy', '', { entry: path }));
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
      for (const [path, text] of readable) await this.#newNote(path, text);
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
