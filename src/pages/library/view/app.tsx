import { useEffect, useMemo } from 'preact/hooks';
import { LiveRegion } from '../../../ui/announcer.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { sayFailure } from '../../../ui/attempt.ts';
import { failureText } from '../../../ui/failure-text.ts';
import { listenForKeys } from '../../../ui/keys.ts';
import { Toast } from '../../../ui/toast.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useIdleLoading, usePart } from '../../../ui/use-part.ts';
import { createActions } from '../state/actions.ts';
import type { Action } from '../state/action.ts';
import { type Library, useLibrary } from '../state/library.ts';
import { listenForLists, type Taken } from '../state/listen-for-lists.ts';
import { ClipsView } from './clips-view.tsx';
import { Header } from './header.tsx';
import { SnippetsView } from './snippets-view.tsx';

export function App() {
  const library = useLibrary();
  const { t } = useTranslation();
  const { place } = library.address;
  const { view } = place.value;
  const actions = useMemo(() => createActions(library), [library]);
  useEffect(
    () =>
      listenForKeys((keys) => {
        if (library.dialog.peek() !== null) return undefined;
        return actions.find((action) => action.keys.includes(keys) && action.isPossible())?.run;
      }),
    [actions, library],
  );
  useEffect(() => listenForLists(takenBy(library)), [library]);
  const title = {
    clips: t('viewClips'),
    highlights: t('highlightsTitle'),
    snippets: t('viewSnippets'),
    tags: t('viewTags'),
  }[view];
  useEffect(() => {
    const { query } = place.value;
    document.title = `${query.trim() === '' || view === 'tags' ? title : query} · Clipshelf`;
  });
  const state = library.store.state.value;
  return (
    <>
      <Header />
      <main class="library-main">
        <h1 class="visually-hidden">{title}</h1>
        {state.kind === 'failed' ? (
          <Notice
            tone="error"
            text={t(failureText(state.code).message)}
            action={{ label: t('actionRetry'), run: library.store.open }}
          />
        ) : null}
        {view === 'clips' ? <ClipsView /> : null}
        {view === 'highlights' ? <LazyHighlights /> : null}
        {view === 'snippets' ? <SnippetsView /> : null}
        {view === 'tags' ? <LazyTags /> : null}
      </main>
      <LazyDialogs actions={actions} />
      <Toast toasts={library.dependencies.toasts} />
      <LiveRegion announcer={library.dependencies.announcer} />
    </>
  );
}

/** Views that few begin with, and dialogs, are loaded when they are wanted. */
function LazyHighlights() {
  const load = async () => (await import('./highlights-view.tsx')).HighlightsView;
  const part = usePart(true, load, useLibrary().dependencies.reportBug);
  const View = part.value;
  return View === null ? null : <View />;
}

function LazyTags() {
  const load = async () => (await import('./tags-view.tsx')).TagsView;
  const part = usePart(true, load, useLibrary().dependencies.reportBug);
  const View = part.value;
  return View === null ? null : <View />;
}

function LazyDialogs({ actions }: { readonly actions: readonly Action[] }) {
  const { dialog, dependencies } = useLibrary();
  const load = async () => (await import('./dialogs.tsx')).Dialogs;
  useIdleLoading(load, dependencies.reportBug);
  const part = usePart(dialog.value !== null, load, dependencies.reportBug);
  const Dialogs = part.value;
  return Dialogs === null || dialog.value === null ? null : <Dialogs actions={actions} />;
}

function takenBy({ dependencies }: Library): Taken {
  const { clipList, importAddress, visit, ...rest } = dependencies;
  return {
    list: clipList,
    files: (data) => {
      importAddress(data)
        .then((address) => (address === null ? undefined : visit(address)))
        .catch(sayFailure(rest));
    },
  };
}
