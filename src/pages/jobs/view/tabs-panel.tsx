import { Button } from '../../../ui/button.tsx';
import { PickList } from '../../../ui/pick-list.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { JobsPage } from '../state/jobs-page.ts';

/** The tabs of this window: all, those that were selected, those to the right. */
export function TabsPanel({ page }: { readonly page: JobsPage }) {
  const translation = useTranslation();
  const { t } = translation;
  const chosen = page.tabList.picks.chosen.value.length;
  return (
    <section aria-labelledby="tabs-panel">
      <h2 id="tabs-panel">{t('jobsFromTabs')}</h2>
      {page.tabList.tabs.value === null ? (
        <div class="row">
          <Button onClick={page.showTabs}>{t('jobsShowTabs')}</Button>
        </div>
      ) : (
        <>
          <div class="row">
            <Button onClick={() => page.tabList.pick('all')}>{t('tabsAll')}</Button>
            <Button onClick={() => page.tabList.pick('selected')}>{t('tabsSelected')}</Button>
            <Button onClick={() => page.tabList.pick('right')}>{t('tabsRight')}</Button>
          </div>
          <PickList picks={page.tabList.picks} />
          {chosen === 0 ? null : (
            <div class="row">
              <Button kind="primary" icon="add" onClick={page.clipTabs}>
                {countText(translation, 'clipPages', chosen)}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
