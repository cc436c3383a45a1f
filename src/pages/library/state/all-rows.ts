import { type ReadonlySignal, batch, computed, effect, signal, untracked } from '@preact/signals';
import type { Clip, ClipId } from '../../../core/clip/clip.ts';
import type { Database } from '../../../database/database.ts';
import { newestClips } from '../../../database/reading-connection.ts';
import { eachRowChunk, lastChangeAt, rowChangesSince } from '../../../database/clips/row-queries.ts';
import { afterPaint } from '../../../ui/after-paint.ts';
import type { OpenStore } from '../../store/open-store.ts';

/** All rows of the library, in memory while the page is open: lists, facets and sorts need no further read. */
export interface AllRows {
  /** Newest first; the newest alone until `whole`. */
  readonly rows: ReadonlySignal<readonly Clip[]>;
  readonly byId: ReadonlySignal<ReadonlyMap<ClipId, Clip>>;
  readonly stage: ReadonlySignal<'none' | 'first' | 'whole'>;
  /** The change up to which the rows are as the library has them, epoch ms; null until they are whole. */
  readonly upTo: ReadonlySignal<number | null>;
  /** Resolves once the rows are whole. */
  readonly loaded: Promise<void>;
}

/** Rows of the first paint: more than a tall window shows. */
const firstRows = 60;

export function createAllRows(store: OpenStore, reportBug: (error: unknown) => void): AllRows {
  const byId = signal<ReadonlyMap<ClipId, Clip>>(new Map());
  const stage = signal<'none' | 'first' | 'whole'>('none');
  const upTo = signal<number | null>(null);
  let isLoaded = () => {};
  const loaded = new Promise<void>((resolve) => {
    isLoaded = resolve;
  });
  effect(() => {
    if (store.state.value.kind !== 'open') return;
    untracked(() => void load(store, byId, stage, upTo).then(isLoaded, reportBug));
  });
  return {
    rows: computed(() => [...byId.value.values()].sort(newestFirst)),
    byId,
    stage,
    upTo,
    loaded,
  };
}

function newestFirst(a: Clip, b: Clip): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1);
}

async function load(
  store: OpenStore,
  byId: { value: ReadonlyMap<ClipId, Clip>; peek: () => ReadonlyMap<ClipId, Clip> },
  stage: { value: 'none' | 'first' | 'whole' },
  upTo: { value: number | null },
): Promise<void> {
  const first = await store.read((database) => newestClips(database.backendDB(), firstRows));
  byId.value = new Map(first.map((clip) => [clip.id, clip]));
  stage.value = 'first';
  // Whole libraries take long to read: the first rows are painted before.
  await afterPaint();
  let since = await store.read(lastChangeAt);
  const all = new Map<ClipId, Clip>();
  await store.read((database) => readAll(database, all));
  byId.value = all;
  batch(() => {
    stage.value = 'whole';
    upTo.value = since;
  });
  store.watch(
    (database) => rowChangesSince(database, since),
    ({ rows, until }) => {
      since = until;
      const known = byId.peek();
      const changed = [...rows].filter(([id, clip]) => !sameRow(known.get(id) ?? null, clip));
      batch(() => {
        upTo.value = until;
        if (changed.length > 0) byId.value = withChanges(known, changed);
      });
    },
  );
}

async function readAll(database: Database, all: Map<ClipId, Clip>): Promise<void> {
  await eachRowChunk(database, (clips) => {
    for (const clip of clips) all.set(clip.id, clip);
  });
}

/** The changes since the last look hold that look's own last moment again. */
function sameRow(a: Clip | null, b: Clip | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}

function withChanges(
  known: ReadonlyMap<ClipId, Clip>,
  changed: readonly (readonly [ClipId, Clip | null])[],
): ReadonlyMap<ClipId, Clip> {
  const next = new Map(known);
  for (const [id, clip] of changed) {
    if (clip === null) next.delete(id);
    else next.set(id, clip);
  }
  return next;
}
