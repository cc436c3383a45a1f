import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Article } from '../../../core/clip/article.ts';
import { articleFromList } from '../../../core/clip/article-from-list.ts';
import type { RecognizedPage } from '../../../core/clip/index-page.ts';
import { createAttempt } from '../../../ui/attempt.ts';
import type { Picks } from '../../../ui/picks.ts';
import type { ClipJobInput } from '../../../rpc/commands/contract.ts';
import type { PopupDependencies } from './dependencies.ts';
import { type Fetching, createFetching } from './fetch-choices.ts';
import type { Store } from './store.ts';
import type { Page } from './page.ts';
import { createPostPicks } from './post-picks.ts';
import { type PostsJob, createPostsJob } from './posts-job.ts';

/** What the card offers: this page, the posts it lists, or the series it is a part of. */
export type Offer = 'page' | 'posts' | 'series';

/** The posts that this page lists, and taking them. */
export interface Posts {
  readonly recognized: ReadonlySignal<RecognizedPage | null>;
  readonly offer: ReadonlySignal<Offer>;
  /** What else could be offered, with how many posts. */
  readonly others: ReadonlySignal<readonly { readonly offer: 'posts' | 'series'; readonly count: number }[]>;
  readonly picks: Picks;
  /** Also what the following pages of the list name. */
  readonly follow: ReadonlySignal<boolean>;
  readonly fetching: Fetching;
  readonly taking: PostsJob;
  readonly show: (offer: Offer) => void;
  /** To the other choice and back. */
  readonly toggle: () => void;
  readonly setFollow: (follow: boolean) => void;
  /** Within the user's gesture. `onDone` only where it worked. */
  readonly clip: (tags: readonly string[], onDone: () => void) => void;
  readonly keepList: (tags: readonly string[], onDone: () => void) => void;
}

/** Fewer links than this are no list worth offering. */
const fewPosts = 2;

/** `isBegun`: the user is writing about this page, whose form is not to go under their hands. */
export function createPosts(
  dependencies: PopupDependencies,
  { store, page, isBegun }: { readonly store: Store; readonly page: Page; readonly isBegun: () => boolean },
): Posts {
  const recognized = signal<RecognizedPage | null>(null);
  const offer = signal<Offer>('page');
  const follow = signal(false);
  const fetching = createFetching();

  const listed = (which: Offer) =>
    (which === 'series' ? recognized.value?.series?.posts : recognized.value?.posts) ?? [];
  const picks = createPostPicks(
    computed(() => (offer.value === 'page' ? [] : listed(offer.value))),
    store,
    dependencies.translation.language,
  );
  const others = computed(() =>
    (['posts', 'series'] as const)
      .map((which) => ({ offer: which, count: listed(which).length }))
      .filter((other) => other.count >= fewPosts && other.offer !== offer.value),
  );
  const attempt = createAttempt(dependencies);
  const taking = createPostsJob(dependencies, store, attempt);

  watchPage(dependencies, page, (found) => {
    recognized.value = found;
    const untouched = ['reading', 'ready', 'unreadable'].includes(page.view.peek().kind) && !isBegun();
    if (found?.kind === 'index' && found.posts.length >= fewPosts && untouched) offer.value = 'posts';
  });

  return {
    recognized,
    offer,
    others,
    picks,
    follow,
    fetching,
    taking,
    show: (next) => {
      offer.value = next;
    },
    toggle: () => {
      offer.value = offer.peek() === 'page' ? (others.peek()[0]?.offer ?? 'page') : 'page';
    },
    setFollow: (next) => {
      follow.value = next;
    },
    clip: (tags, onDone) => {
      const chosen = picks.chosen.peek();
      const title = page.tab.peek()?.title ?? '';
      const { options, ...input } = clipInput(
        { title, tags, chosen, offer: offer.peek(), follow: follow.peek() },
        recognized.peek(),
      );
      taking.start({ ...input, options: { ...options, ...fetching.choices.peek() } }, onDone);
    },
    keepList: (tags, onDone) => {
      const article = listArticle(page, recognized.peek());
      if (article === null) return;
      attempt(async () => {
        await dependencies.send('saveArticle', { article, tags });
        onDone();
        offer.value = 'page';
      });
    },
  };
}

/** Looks at what the page is as soon as its tab is known. */
function watchPage(
  { recognizeTab }: PopupDependencies,
  page: Page,
  onFound: (found: RecognizedPage | null) => void,
): void {
  effect(() => {
    const id = page.tab.value?.id;
    if (id !== undefined) void recognizeTab(id).then(onFound);
  });
}

/** The list itself, as an article of links. */
function listArticle(page: Page, found: RecognizedPage | null): Article | null {
  const tab = page.tab.peek();
  return tab === null || tab === undefined ? null : articleFromList(tab.url, tab.title, found?.posts ?? []);
}

interface Chosen {
  readonly title: string;
  readonly tags: readonly string[];
  readonly chosen: readonly { readonly url: string; readonly title: string }[];
  readonly offer: Offer;
  readonly follow: boolean;
}

/** The parts of a series come one after the other, under a tag of their own. */
function clipInput(
  { title, tags, chosen, offer, follow }: Chosen,
  found: RecognizedPage | null,
): ClipJobInput {
  const feed = found?.feeds[0]?.url ?? null;
  const pages = chosen.map((post) => ({ url: post.url, title: post.title, feed }));
  if (offer === 'series') {
    const name = found?.series?.name ?? title;
    const seriesTag = `series/${name.replaceAll('/', ' ')}`;
    return { subject: name, tags: [...tags, seriesTag], pages, options: { inOrder: true } };
  }
  const next = follow ? (found?.next ?? null) : null;
  return { subject: title, tags, pages, follow: next === null ? null : { role: 'list', url: next } };
}
