import { type ReadonlySignal, type Signal, computed, effect, signal, untracked } from '@preact/signals';
import type { Clip, ClipBody, ClipId } from '../../../core/clip/clip.ts';
import type { Highlight } from '../../../core/highlight/highlight.ts';
import { type FailureCode, failureCode } from '../../../core/failure.ts';
import type { send } from '../../../rpc/commands/client.ts';
import type { ArticleEdits } from '../../../core/clip/article-edits.ts';
import { bodyOf, clipById } from '../../../database/clips/clip-queries.ts';
import { editsOf, isSourceKept, versionCount } from '../../../database/texts/text-queries.ts';
import type { Database } from '../../../database/database.ts';
import { tagLabels } from '../../../database/tags/tag-queries.ts';
import type { TagSuggestion } from '../../../ui/tag-entry.ts';
import type { SimilarClip } from '../../../search/index/similar-clips.ts';
import type { Neighbours } from './no-neighbours.ts';
import type * as readingModules from './reading-modules.ts';

export type ReadingModules = Pick<
  typeof readingModules,
  | 'sanitizeArticle'
  | 'openDatabase'
  | 'live'
  | 'storeFailure'
  | 'neighboursOf'
  | 'imagesOfClip'
  | 'labelledHighlightsOf'
  | 'clipOfAlias'
  | 'runningJobCount'
  | 'clipsLike'
  | 'suggestTags'
>;

export interface ReaderDependencies {
  readonly loadReadingModules: () => Promise<ReadingModules>;
  readonly send: typeof send;
  /** Shows another clip in place of this one, which has become that one. */
  readonly goTo: (clipId: ClipId) => void;
  readonly reportBug: (error: unknown) => void;
}

export interface ShownClip {
  readonly clip: Clip;
  readonly body: ClipBody;
  /** What the reader changed in it; null for nothing. */
  readonly edits: ArticleEdits | null;
  /** Labels of its tags. */
  readonly tags: readonly string[];
  /** How many earlier versions there are. */
  readonly versions: number;
  /** Whether the page itself was kept. */
  readonly hasSource: boolean;
}

/** What is known of a picture that the article names. */
export type KeptImage = Awaited<ReturnType<typeof readingModules.imagesOfClip>>[number];

export type ReaderView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | {
      readonly kind: 'shown';
      readonly shown: ShownClip;
      readonly sanitize: ReadingModules['sanitizeArticle'];
      readonly neighbours: (
        list: string,
        clipId: ClipId,
        options: { readonly now: number; readonly uiLanguage: string },
      ) => Promise<Neighbours>;
      /** The clips that go with this one. */
      readonly related: () => Promise<readonly SimilarClip[]>;
      /** Tags for it, by what is typed so far. */
      readonly suggestTags: (text: string) => Promise<readonly TagSuggestion[]>;
    };

export interface Reader {
  readonly view: ReadonlySignal<ReaderView>;
  /** The pictures that are kept with the clip, or are on their way. */
  readonly images: ReadonlySignal<readonly KeptImage[]>;
  /** Oldest first. */
  readonly highlights: ReadonlySignal<readonly Highlight[]>;
  /** Labels of the tags that highlights have, by key. */
  readonly tagLabels: ReadonlySignal<ReadonlyMap<string, string>>;
  /** How many jobs are under way. */
  readonly runningJobs: ReadonlySignal<number>;
  /** Why the last command failed. */
  readonly failed: ReadonlySignal<FailureCode | null>;
  readonly start: () => void;
  readonly restore: () => void;
}

const mostRelated = 5;

type Marked = Awaited<ReturnType<ReadingModules['labelledHighlightsOf']>>;

export function createReader(
  clipId: ClipId,
  { loadReadingModules, send, goTo, reportBug }: ReaderDependencies,
): Reader {
  const view = signal<ReaderView>({ kind: 'loading' });
  const images = signal<readonly KeptImage[]>([]);
  const marked = signal<Marked>({ highlights: [], labels: new Map() });
  const runningJobs = signal(0);
  const failed = signal<FailureCode | null>(null);
  const fail = (error: unknown) => {
    view.value = { kind: 'failed', code: failureCode(error, reportBug) };
  };

  const goOn = (into: ClipId | null) => (into === null ? undefined : goTo(into));
  const start = async () => {
    view.value = { kind: 'loading' };
    try {
      const modules = await loadReadingModules();
      const { openDatabase, live, storeFailure, sanitizeArticle, neighboursOf, clipsLike } = modules;
      const database = await openDatabase();
      const show = (shown: ShownClip | null) => {
        view.value =
          shown === null
            ? { kind: 'failed', code: 'clip/not-found' }
            : {
                kind: 'shown',
                shown,
                sanitize: sanitizeArticle,
                neighbours: (list, of, options) => neighboursOf(database, of, list, options),
                related: () => clipsLike(database, clipId, mostRelated),
                suggestTags: (text) => modules.suggestTags(database, clipId, text),
              };
      };
      const follow = <Value>(read: () => Promise<Value>, got: (value: Value) => void) =>
        live(read, got, (error) => fail(storeFailure(error)));
      follow(() => clipToShow(database, clipId), show);
      follow(() => modules.clipOfAlias(database, clipId), goOn);
      follow(() => modules.imagesOfClip(database, clipId), take(images));
      follow(() => modules.labelledHighlightsOf(database, clipId), take(marked));
      follow(() => modules.runningJobCount(database), take(runningJobs));
    } catch (error) {
      fail(error);
    }
  };
  const restore = async () => {
    try {
      await send('restoreClips', { clipIds: [clipId] });
      failed.value = null;
    } catch (error) {
      failed.value = failureCode(error, reportBug);
    }
  };
  return {
    view,
    images,
    highlights: computed(() => marked.value.highlights),
    tagLabels: computed(() => marked.value.labels),
    runningJobs,
    failed,
    start: () => void start(),
    restore: () => void restore(),
  };
}

/** Puts what was read where it is looked at. */
function take<Value>(target: Signal<Value>): (value: Value) => void {
  return (value) => (target.value = value);
}

async function clipToShow(database: Database, clipId: ClipId): Promise<ShownClip | null> {
  const [clip, body] = await Promise.all([clipById(database, clipId), bodyOf(database, clipId)]);
  if (clip === null || body === null) return null;
  const [labels, edits, versions, hasSource] = await Promise.all([
    tagLabels(database, clip.tags),
    editsOf(database, clipId),
    versionCount(database, clipId),
    isSourceKept(database, clip),
  ]);
  const tags = clip.tags.map((key) => labels.get(key) ?? key);
  return { clip, body, edits, tags, versions, hasSource };
}

/** Runs once, when the clip is there. */
export function whenShown(reader: Reader, run: () => void): void {
  let done = false;
  effect(() => {
    if (done || reader.view.value.kind !== 'shown') return;
    done = true;
    untracked(run);
  });
}
