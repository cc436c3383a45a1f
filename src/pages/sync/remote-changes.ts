import type { ClipId } from '../../core/clip/clip.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import type { FileProblem } from '../../core/sync/sync-report.ts';
import type { ClipRecordFile } from '../../formats/repository/clip-record.ts';
import { clipOfNote } from '../../formats/repository/hand-article.ts';
import { isProblem, readClipRecord } from '../../formats/repository/read-clip.ts';
import { kindOfPath, recordPath } from '../../formats/repository/repository-files.ts';
import { clipPaths } from '../../formats/repository/write-clip.ts';
import { parseMarkdownFile } from '../../formats/markdown/read/front-matter.ts';
import type { Repository } from '../../git/repository.ts';
import { withHandChanges } from './hand-changes.ts';

/** What the repository says of clips that changed there. */
export interface RemoteChanges {
  /** As the repository's files are read, edits by hand among them; null where the clip was deleted there. */
  readonly theirs: ReadonlyMap<ClipId, SharedClip | null>;
  /** As its records say: what differs from `theirs` was changed by hand, and is not in the records yet. */
  readonly records: ReadonlyMap<ClipId, SharedClip>;
  /** Texts that were written by hand and have no file of their own yet, by hash. */
  readonly texts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Files with names that somebody gave them; they go when their clip is next sent. */
  readonly strays: ReadonlyMap<ClipId, readonly string[]>;
  readonly problems: readonly FileProblem[];
}

export const noChanges: RemoteChanges = {
  theirs: new Map(),
  records: new Map(),
  texts: new Map(),
  strays: new Map(),
  problems: [],
};

export interface RemoteDependencies {
  readonly repository: Repository;
  /** The last state of a clip that is known to be in the repository. */
  readonly known: (id: ClipId) => Promise<SharedClip | null>;
  /** The clip whose Markdown was at this path. */
  readonly clipAt: (path: string) => Promise<ClipId | null>;
}

/** Reads what differs between two commits; `before` is null where all is new. */
export async function remoteChanges(
  dependencies: RemoteDependencies,
  before: string | null,
  head: string,
): Promise<RemoteChanges> {
  const { repository } = dependencies;
  const reading = new Reading(dependencies, head, await repository.madeAt(head));
  for (const { path, after } of await repository.changes(before, head)) {
    const kind = kindOfPath(path);
    if (kind === 'record') await reading.record(path, after);
    else if (kind === 'markdown') await reading.markdown(path, after);
  }
  return await reading.result();
}

/** The files of one clip that changed. */
interface Found {
  /** null where it is gone, undefined where it did not change. */
  record: ClipRecordFile | null | undefined;
  /** Markdown files that name the clip, by path. */
  readonly markdown: Map<string, string>;
  isMarkdownGone: boolean;
}

class Reading {
  readonly #found = new Map<ClipId, Found>();
  readonly #theirs = new Map<ClipId, SharedClip | null>();
  readonly #records = new Map<ClipId, SharedClip>();
  readonly #texts = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #strays = new Map<ClipId, readonly string[]>();
  readonly #problems: FileProblem[] = [];

  constructor(
    private readonly dependencies: RemoteDependencies,
    private readonly head: string,
    /** When the head was committed (epoch ms): edits by hand have no other time. */
    private readonly at: number,
  ) {}

  async record(path: string, blob: string | null): Promise<void> {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
    const there = this.#of(id);
    // A record that moved to another day is gone from the one and there in the other.
    if (blob === null) there.record ??= null;
    else there.record = (await this.#readRecord(path, blob)) ?? there.record;
  }

  async markdown(path: string, blob: string | null): Promise<void> {
    if (blob === null) {
      const id = await this.dependencies.clipAt(path);
      if (id !== null) this.#of(id).isMarkdownGone = true;
      return;
    }
    const text = new TextDecoder().decode(await this.dependencies.repository.read(blob));
    const id = parseMarkdownFile(text).front.get('clip');
    if (typeof id === 'string' && /^[\w-]{1,64}$/.test(id)) this.#of(id).markdown.set(path, text);
    else await this.#newNote(path, text);
  }

  async result(): Promise<RemoteChanges> {
    for (const [id, found] of this.#found) await this.#decide(id, found);
    return {
      theirs: this.#theirs,
      records: this.#records,
      texts: this.#texts,
      strays: this.#strays,
      problems: this.#problems,
    };
  }

  #of(id: ClipId): Found {
    const there = this.#found.get(id) ?? { record: undefined, markdown: new Map(), isMarkdownGone: false };
    this.#found.set(id, there);
    return there;
  }

  async #readRecord(path: string, blob: string): Promise<ClipRecordFile | null> {
    const record = readClipRecord(path, await this.dependencies.repository.read(blob));
    if (!isProblem(record)) return record;
    this.#problems.push(record);
    return null;
  }

  async #newNote(path: string, text: string): Promise<void> {
    const clip = await clipOfNote(path, text, this.at);
    if (isProblem(clip)) {
      this.#problems.push(clip);
      return;
    }
    const { id } = clip.shared;
    this.#theirs.set(id, clip.shared);
    for (const [hash, bytes] of clip.texts) this.#texts.set(hash, bytes);
    this.#strays.set(id, [...(this.#strays.get(id) ?? []), path]);
  }

  /** The record at the head, changed or not. */
  async #recordOf(id: ClipId, { record }: Found): Promise<ClipRecordFile | null> {
    if (record !== undefined) return record;
    const last = await this.dependencies.known(id);
    if (last === null) return null;
    const path = recordPath(last);
    const blob = await this.dependencies.repository.find(this.head, path);
    return blob === null ? null : await this.#readRecord(path, blob);
  }

  async #decide(id: ClipId, found: Found): Promise<void> {
    const record = await this.#recordOf(id, found);
    if (record === null) {
      // Unreadable is not deleted.
      if (found.record === null) this.#theirs.set(id, null);
      return;
    }
    const { shared } = record;
    const { repository } = this.dependencies;
    this.#records.set(id, shared);
    const canonical = clipPaths(shared).markdown;
    const strays = [...found.markdown.keys()].filter((path) => path !== canonical);
    if (strays.length > 0) this.#strays.set(id, strays);
    const [renamed] = strays;
    const isThere = (await repository.find(this.head, canonical)) !== null;
    if (!isThere && renamed === undefined && found.isMarkdownGone) {
      this.#theirs.set(id, null);
      return;
    }
    const path = isThere || renamed === undefined ? canonical : renamed;
    const markdown = found.markdown.get(path);
    if (markdown === undefined) {
      this.#theirs.set(id, shared);
      return;
    }
    const file = { path, markdown, at: this.at };
    const changed = await withHandChanges(repository, this.head, record, file);
    this.#theirs.set(id, changed.shared);
    for (const [hash, bytes] of changed.texts) this.#texts.set(hash, bytes);
  }
}
