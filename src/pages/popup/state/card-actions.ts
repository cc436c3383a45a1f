import type { Article } from '../../../core/clip/article.ts';
import { isWebAddress } from '../../../core/parse-url.ts';
import type { CountKey, MessageKey } from '../../../browser/translate.ts';
import { actionLabels, failureText } from '../../../ui/failure-text.ts';
import type { IconName } from '../../../ui/icon.tsx';
import type { PageView } from './page-view.ts';
import type { Popup } from './popup.ts';

export interface CardAction {
  readonly label: MessageKey | { readonly key: CountKey; readonly count: number };
  readonly icon: IconName;
  readonly run: () => void;
}

/** What can be done with this page. */
export interface CardActions {
  /** The one thing: what Enter does while nothing is searched for. */
  readonly main: CardAction | null;
  readonly isPrimary: boolean;
  readonly isBusy: boolean;
  /** Nothing is chosen for it. */
  readonly isIdle: boolean;
  /** Beside it. */
  readonly others: readonly CardAction[];
  /** What is rarely wanted. */
  readonly menu: readonly CardAction[];
}

/** By what the card shows. */
export function cardActions(popup: Popup): CardActions {
  const view = popup.page.view.value;
  const { posts } = popup;
  if (posts.taking.job.value !== null && posts.offer.value !== 'page') return jobActions(popup);
  if (posts.offer.value !== 'page') return postActions(popup);
  const [main = null, ...others] = actionsFor(popup, view);
  return {
    main,
    isPrimary: view.kind !== 'clipped' || isLink(view),
    isBusy: view.kind === 'working',
    isIdle: false,
    others,
    menu:
      view.kind === 'working' ? [] : [...marks(popup), ...parts(popup), ...copies(popup), ...offers(popup)],
  };
}

function actionsFor(popup: Popup, view: PageView): readonly CardAction[] {
  switch (view.kind) {
    case 'reading':
      return [{ label: 'clip', icon: 'add', run: popup.clip }];
    case 'ready':
      // Of a page without anything to read, the link is what can be kept.
      return isBare(view.article)
        ? [{ label: actionLabels['save-link'], icon: 'link', run: popup.saveLink }]
        : [{ label: 'clip', icon: 'add', run: popup.clip }];
    case 'working':
      return [{ label: 'clipWorking', icon: 'add', run: popup.clip }];
    case 'clipped': {
      const open: CardAction = {
        label: 'clipOpen',
        icon: 'bookmark',
        run: () => popup.openClip(view.clipId),
      };
      const update: CardAction = { label: 'clipUpdate', icon: 'update', run: popup.update };
      const remove: CardAction = {
        label: 'clipDelete',
        icon: 'trash',
        run: () => popup.clipList.trash(view.clipId),
      };
      // Of a page whose link alone was kept, the article is what is missing.
      const article: CardAction = { ...update, label: 'clipArticle', icon: 'add' };
      return isLink(view) ? [article, open, remove] : [open, update, remove];
    }
    case 'trashed':
      return [
        { label: 'clipRestore', icon: 'restore', run: () => popup.clipList.restore(view.clip.id) },
        { label: 'clipAgain', icon: 'add', run: popup.clip },
      ];
    case 'unreadable':
      return mendingUnread(popup, view);
    case 'failed':
      return mendingFailed(popup, view);
  }
}

function isBare({ measure }: Article): boolean {
  return measure.words + measure.codeBlocks + measure.images + measure.tables + measure.formulas === 0;
}

function isLink(view: PageView): boolean {
  return view.kind === 'clipped' && view.clip?.words === 0 && view.done !== 'saved';
}

function postActions(popup: Popup): CardActions {
  const { posts } = popup;
  const count = posts.picks.chosen.value.length;
  const none = count === 0 && !posts.follow.value;
  const clip: CardAction = {
    label: none ? 'clipSelected' : { key: 'clipPosts', count },
    icon: 'add',
    run: popup.clipPosts,
  };
  const keepList: CardAction = { label: 'postsKeepList', icon: 'link', run: popup.keepList };
  const asArticle: CardAction = { label: 'postsAsArticle', icon: 'bookmark', run: () => posts.show('page') };
  return {
    main: none ? { ...clip, run: () => undefined } : clip,
    isPrimary: true,
    isBusy: false,
    isIdle: none,
    others: [],
    menu: [...(posts.offer.value === 'posts' ? [keepList] : []), asArticle, ...copies(popup)],
  };
}

function jobActions(popup: Popup): CardActions {
  const view = popup.posts.taking.job.value;
  const none: CardActions = {
    main: null,
    isPrimary: false,
    isBusy: false,
    isIdle: false,
    others: [],
    menu: [],
  };
  if (view === null) return none;
  const { job, progress } = view;
  const count = progress.done;
  const show: CardAction = {
    label: { key: 'showClipped', count },
    icon: 'library',
    run: () => popup.showClipped(job.id),
  };
  const details: CardAction = { label: 'jobDetails', icon: 'info', run: () => popup.openJob(job.id) };
  return { ...none, main: count === 0 ? details : show, others: count === 0 ? [] : [details] };
}

/** Where the wrong part of the page was read, or none. */
function parts({ page, parts: { show } }: Popup): readonly CardAction[] {
  const { kind } = page.reading.value;
  const hasPage = isWebAddress(page.tab.value?.url ?? '') && kind !== 'reading';
  return hasPage ? [{ label: 'partChoose', icon: 'rows', run: show }] : [];
}

/** What can be highlighted on the page, and whether its site shows highlights without the popup. */
function marks({ highlights, page }: Popup): readonly CardAction[] {
  const { hasSelection, byItself, isAsked, setByItself } = highlights;
  const shows = byItself.value;
  const site: CardAction = {
    label: shows === true ? 'highlightsHide' : 'highlightsShow',
    icon: 'mark',
    run: () => setByItself(shows !== true),
  };
  const hasSome = (page.clip.value?.highlights ?? 0) > 0;
  return [
    ...(hasSelection.value
      ? [{ label: 'commandHighlight', icon: 'mark', run: () => (isAsked.value = true) } as const]
      : []),
    ...(shows !== null && (shows || hasSome) ? [site] : []),
  ];
}

function copies(popup: Popup): readonly CardAction[] {
  const { page, copying } = popup;
  const hasAddress = isWebAddress(page.tab.value?.url ?? '');
  const article: CardAction = { label: 'readerCopyMarkdown', icon: 'copy', run: copying.article };
  const rich: CardAction = { label: 'copyRich', icon: 'copy', run: copying.rich };
  const obsidian: CardAction = { label: 'sendToObsidian', icon: 'external', run: copying.obsidian };
  const link: CardAction = { label: 'copyLinkMarkdown', icon: 'link', run: copying.link };
  const only: CardAction = { label: 'saveLinkOnly', icon: 'bookmark', run: popup.saveLink };
  const isNew = ['reading', 'ready'].includes(page.view.value.kind);
  return [
    ...(page.reading.value.kind === 'read' ? [article, rich] : []),
    ...(hasAddress ? [link] : []),
    ...(page.reading.value.kind === 'read' ? [obsidian] : []),
    ...(hasAddress && isNew ? [only] : []),
  ];
}

/** What else the page offers than itself. */
function offers({ posts }: Popup): readonly CardAction[] {
  return posts.others.value.map(({ offer, count }) => ({
    label: { key: offer === 'series' ? 'seriesInstead' : 'postsInstead', count },
    icon: 'filter',
    run: () => posts.show(offer),
  }));
}

function mendingUnread(popup: Popup, view: PageView & { kind: 'unreadable' }): readonly CardAction[] {
  if (failureText(view.code).action === 'retry') {
    return [{ label: actionLabels.retry, icon: 'update', run: () => popup.page.read() }];
  }
  return view.linkable ? [{ label: actionLabels['save-link'], icon: 'link', run: popup.saveLink }] : [];
}

function mendingFailed(popup: Popup, view: PageView & { kind: 'failed' }): readonly CardAction[] {
  const { action } = failureText(view.code);
  if (action === 'save-link' && view.clip === null) {
    return [{ label: actionLabels['save-link'], icon: 'link', run: popup.saveLink }];
  }
  if (action === 'show-trash') {
    const trash: CardAction = {
      label: actionLabels['show-trash'],
      icon: 'trash',
      run: () => popup.clipList.showTrash(true),
    };
    const read = popup.page.reading.value.kind === 'read';
    return read ? [{ label: 'downloadText', icon: 'copy', run: popup.download }, trash] : [trash];
  }
  const again = view.clip === null ? popup.clip : popup.update;
  return [{ label: actionLabels.retry, icon: 'update', run: again }];
}
