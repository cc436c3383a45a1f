import type { ComponentChildren } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly text: string;
  /** Its class beside `empty`. */
  readonly kind?: string;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** Where a list would be: why there is none. */
export function EmptyState({ icon, text, kind = '', children }: EmptyStateProps) {
  return (
    <div class={`empty ${kind}`}>
      <Icon name={icon} />
      <p>{text}</p>
      {children}
    </div>
  );
}

/** Of a list that draws on clips: there is no clip yet, or none that has what is listed. */
export function EmptyOrNothingYet(props: EmptyStateProps) {
  const { rows } = useLibrary();
  return rows.stage.value === 'whole' && rows.byId.value.size === 0 ? (
    <NothingYet />
  ) : (
    <EmptyState {...props} />
  );
}

/** How a library begins: by the button, by a list of pages, or with what another tool kept. */
export function NothingYet() {
  const { t } = useTranslation();
  const { dependencies } = useLibrary();
  return (
    <EmptyState icon="library" text={t('emptyLibrary')} kind="nothing-yet">
      <div class="empty-parts">
        <Button icon="add" onClick={() => dependencies.clipList('')}>
          {t('jobsTitle')}
        </Button>
        <Button onClick={() => dependencies.visit('../options/index.html#transfer')}>
          {t('optionsTransfer')}
        </Button>
        <Button onClick={() => dependencies.visit('../welcome/index.html')}>{t('welcomeAgain')}</Button>
      </div>
    </EmptyState>
  );
}
