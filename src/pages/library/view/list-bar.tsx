import { clipSorts, isClipSort } from '../../../core/library/sort-clips.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { Toolbar } from '../../../ui/toolbar.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { mostHits } from '../state/results.ts';
import { SelectionBar } from './selection-bar.tsx';

/** Above the list: how many there are and in what order; or, where some are ticked, what can be done with them. */
export function ListBar() {
  const { selection, showDialog } = useLibrary();
  const { t } = useTranslation();
  if (selection.ids.value.size > 0) return <SelectionBar />;
  return (
    <div class="list-bar">
      <span class="filters-button">
        <Button kind="quiet" icon="filter" onClick={() => showDialog('filters')}>
          {t('filtersTitle')}
        </Button>
      </span>
      <ListCount />
      <OfJob />
      <EmptyTrash />
      <SortChoice />
    </div>
  );
}

/** Where the trash is listed, and has something. */
function EmptyTrash() {
  const { t } = useTranslation();
  const { address, rows, showDialog } = useLibrary();
  const isTrash = /(?:^|\s)is:trash(?:\s|$)/u.test(address.place.value.query);
  const full = isTrash && [...rows.byId.value.values()].some((clip) => clip.trashedAt !== null);
  return full ? (
    <Button kind="quiet" icon="trash" onClick={() => showDialog('empty-trash')}>
      {t('emptyTrashAction')}
    </Button>
  ) : null;
}

function ListCount() {
  const translation = useTranslation();
  const { results, rows } = useLibrary();
  const { t, language } = translation;
  const count = results.clips.value.length;
  const total = results.answer.value?.total ?? 0;
  const format = new Intl.NumberFormat(language);
  if (results.busy.value && count === 0) return <span class="list-count">{t('searchWorking')}</span>;
  if (!results.hasWords.value && rows.stage.value !== 'whole') return <span class="list-count">…</span>;
  if (results.hasWords.value && total > mostHits && count <= mostHits)
    return (
      <span class="list-count" title={t('listFirstExplained', format.format(mostHits))}>
        {t('listFirst', format.format(count), format.format(total))}
      </span>
    );
  return <span class="list-count">{countText(translation, 'clipCount', count)}</span>;
}

/** What the list is held to beside its query. */
function OfJob() {
  const { t } = useTranslation();
  const { results, address } = useLibrary();
  const job = results.jobClips.value;
  if (job === null) return null;
  return (
    <span class="chip">
      <span class="chip-label">{t('ofJob', job.subject)}</span>
      <button
        type="button"
        class="chip-remove"
        aria-label={t('ofJobEnd')}
        onClick={() => address.go({ job: null })}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}

const sortLabels: Record<(typeof clipSorts)[number] | 'relevance', MessageKey> = {
  relevance: 'sortRelevance',
  newest: 'sortNewest',
  oldest: 'sortOldest',
  published: 'sortPublished',
  longest: 'sortLongest',
  shortest: 'sortShortest',
  title: 'sortTitle',
};

function SortChoice() {
  const { t } = useTranslation();
  const { results, address, selectAll, showDialog } = useLibrary();
  const sorts = results.hasWords.value ? (['relevance', ...clipSorts] as const) : clipSorts;
  return (
    <Toolbar class="list-tools" label={t('listTools')}>
      <label class="select">
        <span class="visually-hidden">{t('sortLabel')}</span>
        <select
          value={results.sort.value}
          onChange={(event) => {
            const { value } = event.currentTarget;
            address.go({ sort: isClipSort(value) ? value : null });
          }}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort} selected={sort === results.sort.value}>
              {t(sortLabels[sort])}
            </option>
          ))}
        </select>
      </label>
      <LookMenu />
      <IconButton icon="chart" label={t('statisticsTitle')} onClick={() => showDialog('statistics')} />
      <IconButton icon="tick" label={t('actionSelectAll')} onClick={selectAll} />
    </Toolbar>
  );
}

function LookMenu() {
  const { t } = useTranslation();
  const { look } = useLibrary().dependencies;
  const { rows, pictures } = look.current.value;
  const isCompact = rows === 'compact';
  return (
    <MenuButton
      label={t('listLook')}
      icon="rows"
      items={[
        {
          name: 'rows',
          icon: 'rows',
          label: t(isCompact ? 'lookExcerpts' : 'lookCompact'),
          run: () => look.change({ rows: isCompact ? 'excerpts' : 'compact' }),
        },
        {
          name: 'pictures',
          icon: 'image',
          label: t(pictures ? 'lookNoPictures' : 'lookPictures'),
          run: () => look.change({ pictures: !pictures }),
        },
      ]}
    />
  );
}
