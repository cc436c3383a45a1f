import { Icon } from './icon.tsx';
import type { Picks } from './picks.ts';
import { countText, useTranslation } from './translation.ts';

/** The pages to choose from, with a filter and one box for all. Shift takes a range. */
export function PickList({ picks }: { readonly picks: Picks }) {
  const translation = useTranslation();
  const { t } = translation;
  const { visible, chosen, picked, filter } = picks;
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
            onChange={() => picks.pickAll(!all)}
          />
          {countText(translation, 'picked', chosen.value.length)}
        </label>
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
      </div>
      <ul class="pick-list">
        {shown.map(({ url, title, detail, clipped }) => (
          <li key={url}>
            <label title={url}>
              <input
                type="checkbox"
                checked={picked.value.has(url)}
                onClick={(event) => picks.toggle(url, event.shiftKey)}
              />
              <span class="pick-text">
                <span class="pick-title" dir="auto">
                  {title}
                </span>
                {detail === '' && !clipped ? null : (
                  <span class="pick-detail">
                    {detail === '' ? null : <span>{detail}</span>}
                    {clipped ? (
                      <span class="pick-clipped">
                        <Icon name="check" />
                        {t('pickClipped')}
                      </span>
                    ) : null}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p class="picks-none">{t('picksNone')}</p> : null}
    </div>
  );
}
