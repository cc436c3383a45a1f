import { IconButton } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { emptyList } from '../state/smart-lists.ts';
import { FacetButton } from './facet-group.tsx';

/** Queries that are kept, each with how many clips it finds; and the way to a new one, with the query of the moment. */
export function SmartListFacet() {
  const { t } = useTranslation();
  const { address, smartLists, showDialog } = useLibrary();
  const { lists, counts, edit } = smartLists;
  const query = address.place.value.query.trim();
  return (
    <section class="facet smart-lists">
      <div class="smart-lists-heading">
        <h2>{t('smartLists')}</h2>
        <IconButton
          icon="add"
          label={t('smartListNew')}
          onClick={() => {
            edit({ ...emptyList, query });
            showDialog('smart-list');
          }}
        />
      </div>
      <ul>
        {lists.value.map((list) => {
          const pressed = list.query.trim() === query;
          return (
            <li key={list.id} class="facet-row">
              <FacetButton
                choice={{
                  value: list.id,
                  label: list.name,
                  count: counts.value.get(list.id) ?? null,
                  pressed,
                  toggle: () => address.go({ view: 'clips', query: pressed ? '' : list.query }),
                }}
              />
              <IconButton
                icon="edit"
                label={t('smartListEdit', list.name)}
                onClick={() => {
                  edit(list);
                  showDialog('smart-list');
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
