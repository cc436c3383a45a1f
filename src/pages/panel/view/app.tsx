import { useEffect, useRef } from 'preact/hooks';
import { LiveRegion } from '../../../ui/announcer.tsx';
import { listenForKeys } from '../../../ui/keys.ts';
import { Toast } from '../../../ui/toast.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { Footer } from '../../popup/view/footer.tsx';
import { LibraryNotice } from '../../popup/view/library-notice.tsx';
import { ClipListView } from '../../popup/view/clip-list-view.tsx';
import type { Panel } from '../state/panel.ts';
import { ClipHint } from './clip-hint.tsx';
import { TagFilterList } from './tag-filter-list.tsx';

/** Search on top, the list below it, undo and the way to the library at the foot. */
export function App({ panel }: { readonly panel: Panel }) {
  const { t } = useTranslation();
  const searchField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focusSearch = () => searchField.current?.focus();
    focusSearch();
    return listenForKeys((keys) => (keys === '/' ? focusSearch : undefined));
  }, []);
  return (
    <>
      <h1 class="visually-hidden">{t('extensionName')}</h1>
      <LibraryNotice store={panel.store} />
      <ClipListView
        clipList={panel.clipList}
        store={panel.store}
        searches={panel.searches}
        now={panel.now}
        searchField={searchField}
        emptyText={<ClipHint keys={panel.clipKeys.value} />}
      >
        <TagFilterList tags={panel.tags} />
      </ClipListView>
      <Toast toasts={panel.toasts} />
      {panel.clipList.counts.value?.clips === 0 ? null : <ClipHint keys={panel.clipKeys.value} />}
      <Footer clipList={panel.clipList} onOpenPanel={null} onOpenSettings={panel.openSettings} />
      <LiveRegion announcer={panel.announcer} />
    </>
  );
}
