import { useLayoutEffect, useRef } from 'preact/hooks';
import { LiveRegion } from '../../../ui/announcer.tsx';
import { Toast } from '../../../ui/toast.tsx';
import { usePart } from '../../../ui/use-part.ts';
import { BackupNotice } from '../../backup-reminder/backup-notice.tsx';
import { cardActions } from '../state/card-actions.ts';
import type { Popup } from '../state/popup.ts';
import { Footer } from './footer.tsx';
import { HowToClip } from './how-to-clip.tsx';
import { LibraryNotice } from './library-notice.tsx';
import { PageCard } from './page-card.tsx';
import { usePopupKeys } from './popup-keys.ts';
import { ClipListView } from './clip-list-view.tsx';

export function App({ popup }: { readonly popup: Popup }) {
  const { page, clipList } = popup;
  const searchField = useRef<HTMLInputElement>(null);
  const tagField = useRef<HTMLInputElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  usePopupKeys(popup, { searchField, tagField, noteField });
  useLayoutEffect(() => {
    // At the start, and where what had the focus is gone: letters search, and Enter does the main thing.
    if (document.activeElement === document.body) searchField.current?.focus();
  });
  return (
    <>
      <PageCard popup={popup} tagField={tagField} noteField={noteField} />
      <LibraryNotice store={popup.store} />
      <ClipListView
        clipList={clipList}
        store={popup.store}
        searches={popup.searches}
        now={popup.now}
        searchField={searchField}
        emptyText={
          <HowToClip
            keys={popup.keys.value}
            enterClips={['reading', 'ready'].includes(page.view.value.kind)}
            onChange={popup.changeKeys}
          />
        }
        onEnterEmpty={() => {
          if (page.view.peek().kind !== 'working') cardActions(popup).main?.run();
        }}
        onLeaveUp={() => tagField.current?.focus()}
      />
      <LazyHighlightForm popup={popup} />
      <Toast toasts={popup.toasts} />
      <BackupNotice backup={popup.backup} onBackUp={popup.openBackup} />
      <Footer clipList={clipList} onOpenPanel={popup.openPanel} onOpenSettings={popup.openSettings} />
      <LiveRegion announcer={popup.announcer} />
    </>
  );
}

/** Hardly anybody opens it: it is loaded when it is wanted. */
function LazyHighlightForm({ popup }: { readonly popup: Popup }) {
  const isAsked = popup.highlights.isAsked.value;
  const load = async () => (await import('./highlight-form.tsx')).HighlightForm;
  const part = usePart(isAsked, load, popup.reportBug);
  const Form = part.value;
  return Form === null || !isAsked ? null : <Form popup={popup} />;
}
