import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';

export interface FacetChoice {
  readonly value: string;
  readonly label: string;
  /** null where it is not counted. */
  readonly count: number | null;
  readonly pressed: boolean;
  readonly toggle: () => void;
}

const shownAtFirst = 8;

export function FacetGroup({
  title,
  values,
}: {
  readonly title: string;
  readonly values: readonly FacetChoice[];
}) {
  const { t } = useTranslation();
  const all = useSignal(false);
  if (values.length === 0) return null;
  const shown = all.value
    ? values.slice(0, 200)
    : values.filter((each, index) => index < shownAtFirst || each.pressed);
  return (
    <section class="facet">
      <h2>{title}</h2>
      <ul>
        {shown.map((choice) => (
          <li key={choice.value}>
            <FacetButton choice={choice} />
          </li>
        ))}
      </ul>
      {values.length > shownAtFirst ? (
        <Button kind="quiet" onClick={() => (all.value = !all.value)}>
          {all.value ? t('facetFewer') : t('facetMore', values.length - shownAtFirst)}
        </Button>
      ) : null}
    </section>
  );
}

export function FacetButton({ choice }: { readonly choice: FacetChoice }) {
  const { language } = useTranslation();
  const { label, count, pressed, toggle } = choice;
  return (
    <button type="button" class="facet-value" aria-pressed={pressed} onClick={toggle}>
      <span class="facet-label" title={label}>
        {label}
      </span>
      {count === null ? null : (
        <span class="facet-count">{new Intl.NumberFormat(language).format(count)}</span>
      )}
    </button>
  );
}
