import { useEffect, useRef } from 'preact/hooks';
import { LiveRegion } from '../../../ui/announcer.tsx';
import { Toast } from '../../../ui/toast.tsx';
import { BackupNotice } from '../../backup-reminder/backup-notice.tsx';
import type { Popup } from '../state/popup.ts';
import { Footer } from './footer.tsx';
import { LibraryNotice } from './library-notice.tsx';
import { PageCard } from './page-card.tsx';
import { ClipListView } from './clip-list-view.tsx';

export function App({ popup }: { readonly popup: Popup }) {
  const searchField = useRef<HTMLInputElement>(null);
  const tagField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const keys: Record<string, () => void> = {
      '/': () => searchField.current?.focus(),
      t: () => tagField.current?.focus(),
      p: () => popup.posts.toggle(),
      s: () => popup.openPanel?.(),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const act = keys[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [popup]);
  return (
    <>
      <PageCard popup={popup} tagField={tagField} />
      <LibraryNotice store={popup.store} />
      <ClipListView clipList={popup.clipList} store={popup.store} now={popup.now} searchField={searchField} />
      <Toast toasts={popup.toasts} />
      <BackupNotice backup={popup.backup} onBackUp={popup.openBackup} />
      <Footer clipList={popup.clipList} onOpenLibrary={popup.openLibrary} onOpenPanel={popup.openPanel} />
      <LiveRegion announcer={popup.announcer} />
    </>
  );
}
