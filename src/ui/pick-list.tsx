import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import type { PickItem, Picks } from './picks.ts';
import { countText, useTranslation } from './translation.ts';

/** A list as short as this needs no filter. */
const few = 6;

/** The pages to choose from: all, none or the new ones at once, and a filter. Shift takes a range. */
export function PickList({ picks }: { readonly picks: Picks }) {
  const translation = useTranslation();
  const { t } = translation;
  const { visible, chosen, picked, filter, total, clipped } = picks;
  const shown = visible.value;
  const all = shown.length > 0 && chosen.value.length === shown.length;
  return (
    <div class="picks">
      <div class="picks-head">
        <label class="pick-all">
          <input
            type="checkbox"
            checked={all}
            indeterminate={!all && chosen.value.length > 0}
            aria-label={t('picksAll')}
            onChange={() => picks.pickAll(!all)}
          />
          {countText(translation, 'picked', chosen.value.length)}
        </label>
        {clipped.value === 0 || clipped.value === total.value ? null : (
          <Button kind="quiet" onClick={picks.pickNew}>
            {t('picksNew')}
          </Button>
        )}
        {total.value <= few && filter.value === '' ? null : (
          <input
            class="text-field picks-filter"
            type="search"
            value={filter.value}
            aria-label={t('picksFilter')}
            placeholder={t('picksFilter')}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => picks.setFilter(event.currentTarget.value)}
          />
        )}
      </div>
      <ul class="pick-list">
        {shown.map((item) => (
          <li key={item.url}>
            <PickRow item={item} picked={picked.value.has(item.url)} onToggle={picks.toggle} />
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p class="picks-none">{t('picksNone')}</p> : null}
    </div>
  );
}

interface PickRowProps {
  readonly item: PickItem;
  readonly picked: boolean;
  readonly onToggle: Picks['toggle'];
}

/** Two lines, whatever the page says of its post. */
function PickRow({ item: { url, title, detail, clipped }, picked, onToggle }: PickRowProps) {
  const { t } = useTranslation();
  return (
    <label title={`${title}\n${url}`}>
      <input type="checkbox" checked={picked} onClick={(event) => onToggle(url, event.shiftKey)} />
      <span class="pick-text">
        <span class="pick-title" dir="auto">
          {title}
        </span>
        {detail === '' && !clipped ? null : (
          <span class="pick-detail">
            {clipped ? (
              <span class="pick-clipped">
                <Icon name="check" />
                {t('pickClipped')}
              </span>
            ) : null}
            {detail === '' ? null : <span class="pick-words">{detail}</span>}
          </span>
        )}
      </span>
    </label>
  );
}
