import { signal } from '@preact/signals';
import type { FailureCode } from '../../core/failure.ts';
import { Icon } from '../../ui/icon.tsx';
import { relativeDate } from '../../ui/date-text.ts';
import { failureText } from '../../ui/failure-text.ts';
import { type Translation, countText, useTranslation } from '../../ui/translation.ts';
import { settingsAddress } from './settings-groups.ts';

/** How the sync with the user's repository stands. Times are epoch ms. */
export interface SyncSignState {
  /** The host, or the folder's name. */
  readonly place: string;
  readonly syncedAt: number | null;
  /** Clips that the repository does not have as they are here. */
  readonly waiting: number;
  readonly code: FailureCode | null;
  readonly needsUser: boolean;
  readonly now: number;
}

/** null where sync is not set up, and until that is known. */
export const syncSign = signal<SyncSignState | null>(null);

/** A quiet line in the header that leads to the settings of sync. */
export function SyncSign() {
  const translation = useTranslation();
  const state = syncSign.value;
  if (state === null) return null;
  const { text, more } = textsOf(state, translation);
  return (
    <a
      class="sync-sign"
      href={settingsAddress('sync')}
      data-tone={state.needsUser ? 'warning' : undefined}
      title={more}
    >
      <Icon name={state.needsUser ? 'alert' : 'update'} />
      <span>{text}</span>
    </a>
  );
}

function textsOf(
  { place, syncedAt, waiting, code, needsUser, now }: SyncSignState,
  translation: Translation,
): { readonly text: string; readonly more: string } {
  const { t } = translation;
  const more = code === null ? place : `${place}: ${t(failureText(code).message)}`;
  if (needsUser) return { text: t('syncNeedsYou'), more };
  if (waiting > 0) return { text: countText(translation, 'syncWaiting', waiting), more };
  if (syncedAt === null) return { text: t('syncNotYet'), more };
  return { text: t('syncedWhen', relativeDate(syncedAt, now, translation)), more };
}
