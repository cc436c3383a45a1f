import { Button } from '../../../ui/button.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';
import { type CardAction, cardActions } from '../state/card-actions.ts';
import type { Popup } from '../state/popup.ts';

/** The buttons of the card; the first is what Enter does while nothing is searched for. */
export function PageActions({
  popup,
  mainOnly = false,
}: {
  readonly popup: Popup;
  readonly mainOnly?: boolean;
}) {
  const translation = useTranslation();
  const { main, isPrimary, isBusy, isIdle, others, menu } = cardActions(popup);
  const shown = mainOnly ? [] : others;
  const items = mainOnly ? [] : menu;
  if (main === null && shown.length === 0 && items.length === 0) return null;
  return (
    <div class="page-actions">
      {main === null ? null : (
        <Button
          kind={isPrimary ? 'primary' : 'plain'}
          icon={main.icon}
          busy={isBusy}
          idle={isIdle}
          isDefault={!mainOnly}
          onClick={main.run}
        >
          {actionText(translation, main)}
        </Button>
      )}
      {shown.map((action) => (
        <Button key={action.icon} icon={action.icon} onClick={action.run}>
          {actionText(translation, action)}
        </Button>
      ))}
      <MenuButton
        label={translation.t('moreActions')}
        items={items.map((action) => {
          const label = actionText(translation, action);
          return { name: label, label, icon: action.icon, run: action.run };
        })}
      />
    </div>
  );
}

function actionText(translation: Translation, { label }: CardAction): string {
  return typeof label === 'string' ? translation.t(label) : countText(translation, label.key, label.count);
}
