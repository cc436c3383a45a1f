import { useRef } from 'preact/hooks';
import type { FacetValue } from '../../../search/lists/facets.ts';
import { hasFilter, type PressedFilter, toggleFilter, withYear } from '../../../search/query/edit-query.ts';
import type { ClipState } from '../../../search/query/query.ts';
import { useRovingFocus } from '../../../ui/roving-focus.ts';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { FacetGroup } from './facet-group.tsx';
import { SmartListFacet } from './smart-list-facet.tsx';
import { TagFacet } from './tag-facet.tsx';

/** Beside the list: what the clips of the list have in common, with counts; a press filters by it, another takes it back. */
export function FacetRail() {
  const { t } = useTranslation();
  const rail = useRef<HTMLElement>(null);
  useRovingFocus(rail);
  return (
    <aside ref={rail} class="rail" aria-label={t('filtersTitle')}>
      <Facets />
    </aside>
  );
}

export function Facets() {
  const { t, language } = useTranslation();
  const { facets, rows, address, dependencies } = useLibrary();
  if (rows.stage.value !== 'whole') return <BlankFacets />;
  const { query, text } = address.place.value;
  const now = dependencies.now();
  const values = facets.value;
  const filters = (name: 'site' | 'lang', of: readonly FacetValue[]) =>
    of.map(({ value, count }) => {
      const filter: PressedFilter = { name, value };
      return {
        value,
        label: value,
        count,
        pressed: hasFilter(query, filter, now),
        toggle: () => address.go({ query: toggleFilter(query, filter, now) }),
      };
    });
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return (
    <>
      <SmartListFacet />
      <StateFacet />
      <TagFacet />
      <FacetGroup title={t('facetCode')} values={filters('lang', values.codeLanguages)} />
      <FacetGroup title={t('facetSites')} values={filters('site', values.sites)} />
      <FacetGroup
        title={t('facetText')}
        values={values.textLanguages.map(({ value, count }) => ({
          value,
          label: languageName(names, value),
          count,
          pressed: text === value,
          toggle: () => address.go({ text: text === value ? null : value }),
        }))}
      />
      <FacetGroup
        title={t('facetYear')}
        values={values.years.map(({ value, count }) => {
          const pressed = new RegExp(`(?:^|\\s)on:${value}(?:\\s|$)`, 'u').test(query);
          return {
            value,
            label: value,
            count,
            pressed,
            toggle: () => address.go({ query: withYear(query, pressed ? null : Number(value), now) }),
          };
        })}
      />
    </>
  );
}

function StateFacet() {
  const { t } = useTranslation();
  const { facets, address, dependencies } = useLibrary();
  const { query } = address.place.value;
  const now = dependencies.now();
  const value = (state: ClipState, label: string, count: number | null) => {
    const filter: PressedFilter = { name: 'is', value: state };
    return {
      value: state,
      label,
      count,
      pressed: hasFilter(query, filter, now),
      toggle: () => address.go({ query: toggleFilter(query, filter, now) }),
    };
  };
  const { unread, read, starred, moved, absent } = facets.value;
  // Few clips have one: these are there when they say something.
  const unsure = [value('moved', t('stateMoved'), moved), value('absent', t('stateAbsent'), absent)].filter(
    ({ count, pressed }) => count !== 0 || pressed,
  );
  return (
    <FacetGroup
      title={t('facetState')}
      values={[
        value('unread', t('stateUnread'), unread),
        value('read', t('stateRead'), read),
        value('starred', t('stateStarred'), starred),
        ...unsure,
        value('trash', t('showTrash'), null),
      ]}
    />
  );
}

function languageName(names: Intl.DisplayNames, language: string): string {
  try {
    return names.of(language) ?? language;
  } catch {
    // A page may state a language that is none.
    return language;
  }
}

function BlankFacets() {
  return (
    <div aria-hidden="true" class="facet-blank">
      <span class="blank long" />
      <span class="blank" />
      <span class="blank" />
    </div>
  );
}
