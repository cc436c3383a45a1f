import { useSignal } from '@preact/signals';
import type { FacetValue } from '../../../search/lists/facets.ts';
import { hasFilter, type PressedFilter, toggleFilter } from '../../../search/query/edit-query.ts';
import { foldedTag } from '../../../search/query/label-names.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { FacetButton } from './facet-group.tsx';

const shownAtFirst = 12;

/** Tags as a tree: a tag with others below it opens and closes. */
export function TagFacet() {
  const { t } = useTranslation();
  const { facets } = useLibrary();
  const all = useSignal(false);
  const tags = facets.value.tags;
  const roots = tags.filter(({ value }) => !value.includes('/'));
  if (roots.length === 0) return null;
  return (
    <section class="facet">
      <h2>{t('facetTags')}</h2>
      <ul>
        {roots.slice(0, all.value ? 200 : shownAtFirst).map((tag) => (
          <TagNode key={tag.value} tag={tag} all={tags} />
        ))}
      </ul>
      {roots.length > shownAtFirst ? (
        <Button kind="quiet" onClick={() => (all.value = !all.value)}>
          {all.value ? t('facetFewer') : t('facetMore', roots.length - shownAtFirst)}
        </Button>
      ) : null}
    </section>
  );
}

function TagNode({ tag, all }: { readonly tag: FacetValue; readonly all: readonly FacetValue[] }) {
  const { t } = useTranslation();
  const { address, tags, dependencies } = useLibrary();
  const { query } = address.place.value;
  const now = dependencies.now();
  const filter: PressedFilter = { name: 'tag', value: foldedTag(tag.value) };
  const depth = tag.value.split('/').length;
  const below = all.filter(
    ({ value }) => value.startsWith(`${tag.value}/`) && value.split('/').length === depth + 1,
  );
  const open = useSignal(false);
  const label = tags.label(tag.value);
  return (
    <li>
      <div class="facet-tag">
        {below.length === 0 ? (
          <span class="facet-space" />
        ) : (
          <button
            type="button"
            class="facet-open"
            aria-expanded={open.value}
            aria-label={t('facetBelow', label)}
            onClick={() => (open.value = !open.value)}
          >
            <Icon name="chevron" />
          </button>
        )}
        <FacetButton
          choice={{
            value: tag.value,
            label: label.split('/').at(-1) ?? label,
            count: tag.count,
            pressed: hasFilter(query, filter, now),
            toggle: () => address.go({ query: toggleFilter(query, filter, now) }),
          }}
        />
      </div>
      {open.value ? (
        <ul>
          {below.map((child) => (
            <TagNode key={child.value} tag={child} all={all} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
