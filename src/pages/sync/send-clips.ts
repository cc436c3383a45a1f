import type { ClipId } from '../../core/clip/clip.ts';
import type { SideChanges } from '../../core/job/sync-work.ts';
import { isSameClip } from '../../core/sync/join-clips.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { indexAfter, indexLine } from '../../formats/repository/library-files.ts';
import { indexPath } from '../../formats/repository/repository-files.ts';
import { clipPaths, writeClip, writeRecord } from '../../formats/repository/write-clip.ts';
import type { Carrier } from './carrier.ts';
import type { Database } from '../../database/database.ts';
import type { SentClip } from '../../database/sync/sync-piece.ts';
import { type LocalClip, localClips } from '../../database/sync/local-clip-queries.ts';
import { type KnownClips, knownOf } from '../../database/sync/sync-queries.ts';
import { imagesOfClip } from '../../database/images/image-queries.ts';
import { shareLocal } from './share-local.ts';
import { allTagLabels } from '../../database/tags/tag-queries.ts';

export interface SendDependencies {
  readonly database: Database;
  readonly repository: Carrier;
  /** The commit that the new one follows; null for the first of an empty repository. */
  readonly parent: string | null;
  readonly device: string;
}

/** The files that clips change (null: removed), and what is noted of each clip once they have arrived. */
export interface Sending {
  readonly files: ReadonlyMap<string, string | Uint8Array | null>;
  readonly sent: readonly SentClip[];
  readonly changes: SideChanges;
}

/** So many bytes of files make a commit, whatever the number of clips: all of them are held in memory at once. */
const usualBytes = 8_000_000;
/** Clips that are read from the library with one question. */
const readAtOnce = 25;

/** Makes the files of the first of these clips, which the repository does not have as they are here; `sent` says of which. */
export async function sendClips(
  dependencies: SendDependencies,
  clipIds: readonly ClipId[],
  mostBytes = usualBytes,
): Promise<Sending> {
  const { database } = dependencies;
  // Read before the clips: what changes between the two is sent once more.
  const known = await knownOf(database, clipIds);
  const labels = await allTagLabels(database);
  const writing = new Writing(dependencies, known, labels);
  for (let at = 0; at < clipIds.length && writing.bytes <= mostBytes; at += readAtOnce) {
    const some = clipIds.slice(at, at + readAtOnce);
    const here = await localClips(
      database,
      some.filter((id) => known.here.has(id)),
    );
    for (const clipId of some) {
      await writing.clip(clipId, here.get(clipId) ?? null);
      if (writing.bytes > mostBytes) break;
    }
  }
  return await writing.result();
}

class Writing {
  readonly #files = new Map<string, string | Uint8Array | null>();
  /** Lines of the days' indexes, by path and clip. */
  readonly #lines = new Map<string, Map<ClipId, string | null>>();
  readonly #sent: SentClip[] = [];
  /** Of the files so far. */
  bytes = 0;
  #added = 0;
  #changed = 0;
  #removed = 0;

  constructor(
    private readonly dependencies: SendDependencies,
    private readonly known: KnownClips,
    /** Of all tags, by key. */
    private readonly labels: ReadonlyMap<string, string>,
  ) {}

  async clip(clipId: ClipId, local: LocalClip | null): Promise<void> {
    const { device } = this.dependencies;
    const row = this.known.rows.get(clipId) ?? null;
    const before = row?.common ?? null;
    const change = this.known.changes.get(clipId) ?? null;
    const clip = local?.whole.clip.trashedAt === null ? local : null;
    const now = clip === null ? null : await shareLocal(clip, row?.own ?? before, device, change);
    const shared = now?.shared ?? null;
    if (clip !== null && now !== null && !(before !== null && isSameClip(before, now.shared)))
      await this.#write(clip, now.shared, now.texts);
    if (before !== null) this.#removeStale(before, shared);
    for (const stray of row?.strays ?? []) this.#remove(stray);
    if (shared === null) this.#removed += Number(before !== null);
    else if (before === null) this.#added += 1;
    else this.#changed += Number(!isSameClip(before, shared));
    this.#sent.push({ clipId, at: change?.at ?? null, common: shared });
  }

  async result(): Promise<Sending> {
    const files = new Map(this.#files);
    for (const [path, lines] of this.#lines) files.set(path, await this.#index(path, lines));
    const changes = { added: this.#added, changed: this.#changed, removed: this.#removed };
    return { files, sent: this.#sent, changes };
  }

  async #write(
    { whole }: LocalClip,
    shared: SharedClip,
    texts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  ): Promise<void> {
    const { database, repository } = this.dependencies;
    const isForPeople = repository.encrypted === undefined;
    const own = isForPeople ? await writeClip(shared, whole, this.labels) : [await writeRecord(shared)];
    for (const { path, bytes } of own) this.#put(path, bytes);
    const paths = clipPaths(shared);
    for (const [hash, path] of paths.texts) {
      const bytes = texts.get(hash);
      if (bytes !== undefined && !(await this.#isThere(path))) this.#put(path, bytes);
    }
    const pictures = shared.images.size === 0 ? [] : await imagesOfClip(database, whole.clip.id);
    for (const { image, file } of pictures) {
      const path = paths.assets.get(image.url);
      if (file === null || path === undefined || this.#files.has(path) || (await this.#isThere(path)))
        continue;
      this.#put(path, new Uint8Array(await file.arrayBuffer()));
    }
    if (isForPeople)
      this.#noteLine(shared.savedAt, shared.id, indexLine(shared, whole.clip.url, this.labels));
  }

  /** Pictures stay: other clips may show them, and the history has them anyway. */
  #removeStale(before: SharedClip, now: SharedClip | null): void {
    if (now === null || indexPath(before.savedAt) !== indexPath(now.savedAt))
      this.#noteLine(before.savedAt, before.id, null);
    const still = new Set(now === null ? [] : ownPaths(now));
    for (const path of ownPaths(before)) if (!still.has(path)) this.#remove(path);
  }

  #put(path: string, bytes: Uint8Array): void {
    this.#files.set(path, bytes);
    this.bytes += bytes.byteLength;
  }

  #remove(path: string): void {
    if (!this.#files.has(path)) this.#files.set(path, null);
  }

  #noteLine(savedAt: number, id: ClipId, line: string | null): void {
    const path = indexPath(savedAt);
    const lines = this.#lines.get(path) ?? new Map<ClipId, string | null>();
    this.#lines.set(path, lines.set(id, line));
  }

  async #isThere(path: string): Promise<boolean> {
    const { repository, parent } = this.dependencies;
    return (await repository.find(parent, path)) !== null;
  }

  async #index(path: string, lines: ReadonlyMap<ClipId, string | null>): Promise<string | null> {
    const { repository, parent } = this.dependencies;
    const blob = await repository.find(parent, path);
    const text = blob === null ? '' : new TextDecoder().decode(await repository.read(blob));
    const after = indexAfter(text, lines);
    return after === '' ? null : after;
  }
}

/** Files that belong to one clip alone. */
function ownPaths(shared: SharedClip): string[] {
  const { markdown, record, texts } = clipPaths(shared);
  return [markdown, record, ...texts.values()];
}

/** What was sent, as the history of the repository shows it. */
export function messageOf({ added, changed, removed }: SideChanges): string {
  const parts = [
    added > 0 ? `${String(added)} added` : '',
    changed > 0 ? `${String(changed)} changed` : '',
    removed > 0 ? `${String(removed)} removed` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Sync' : `Clips: ${parts.join(', ')}`;
}
