import type { ClipId } from '../../core/clip/clip.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { problem } from '../../formats/import/imported-clip.ts';
import { isProblem } from '../../formats/repository/read-clip.ts';
import { indexBeside, kindOfPath, recordPath } from '../../formats/repository/repository-files.ts';
import { clipPaths } from '../../formats/repository/write-clip.ts';
import type { FileChange } from '../../git/trees.ts';
import { Deciding, type Found } from './decide-clips.ts';
import { readMarkdown } from './markdown-file.ts';
import type { RemoteChanges, RemoteDependencies } from './remote-changes.ts';

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

class Reading {
  readonly #found = new Map<ClipId, Found>();
  /** Git's ids of the Markdown files that belong to changed records, by path. */
  readonly #written = new Map<string, string>();
  readonly #deciding: Deciding;

  constructor(
    private readonly dependencies: RemoteDependencies,
    private readonly head: string,
    before: readonly string[],
  ) {
    this.#deciding = new Deciding(dependencies, head, before);
  }

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
    this.#deciding.problems.set(path, problem('damaged', '', { entry: path }));
  }

  async record(path: string, blob: string | null): Promise<void> {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
    if (blob === null) {
      const last = await this.dependencies.known(id);
      // Only the clip's own file stands for it. One that moved to another day is gone here and is there.
      if (last !== null && recordPath(last) === path) this.#of(id).record ??= null;
      return;
    }
    const record = await this.#deciding.readRecord(path, blob);
    if (record === null) {
      this.#deciding.damaged.add(id);
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
    const read = readMarkdown(path, await this.dependencies.repository.read(blob));
    if (isProblem(read)) {
      this.#deciding.problems.set(path, read);
      return;
    }
    const { text, named } = read;
    // A file of ours that lost its front matter is no new note.
    const owner = named ?? (await this.dependencies.clipAt(path));
    const isOurs = owner !== null;
    const wrong =
      read.problem ??
      (isOurs && named === null ? problem('front-matter', '', { entry: path, line: 1 }) : null);
    if (wrong !== null) this.#deciding.problems.set(path, wrong);
    if (!isOurs) {
      if (read.problem?.reason !== 'encoding') await this.#deciding.newNote(path, text);
      return;
    }
    const found = this.#of(owner);
    found.markdown.set(path, text);
    if (wrong !== null) found.unreadable.add(path);
  }

  async result(): Promise<Omit<RemoteChanges, 'days'>> {
    for (const [id, found] of this.#found) await this.#deciding.decide(id, found);
    return this.#deciding.result();
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
}
