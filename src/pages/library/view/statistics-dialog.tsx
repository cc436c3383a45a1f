import type { FacetValue } from '../../../search/lists/facets.ts';
import { type MonthCount, statisticsOf } from '../../../search/lists/statistics.ts';
import { type PressedFilter, hasFilter, toggleFilter } from '../../../search/query/edit-query.ts';
import { foldedTag } from '../../../search/query/label-names.ts';
import { monthText } from '../../../ui/date-text.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

/** Values of each kind that are named. */
const mostValues = 6;

/** What the clips of the list amount to: read and left, month by month, and what they are mostly about. */
export function StatisticsDialog({ onClose }: { readonly onClose: () => void }) {
  const translation = useTranslation();
  const { t, language } = translation;
  const { results, facets, tags, address, dependencies } = useLibrary();
  const now = dependencies.now();
  const { query } = address.place.value;
  const numbers = statisticsOf(results.clips.value, now);
  const count = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const share = numbers.clips === 0 ? '' : ` (${percent.format(numbers.read / numbers.clips)})`;
  const narrow = (filter: PressedFilter) => {
    onClose();
    if (!hasFilter(query, filter, now))
      address.go({ view: 'clips', query: toggleFilter(query, filter, now) });
  };
  const { codeLanguages, sites } = facets.value;
  return (
    <Dialog title={t('statisticsTitle')} kind="statistics-dialog" onClose={onClose}>
      {query.trim() === '' ? null : (
        <p class="statistics-query">
          <code dir="auto">{query}</code>
        </p>
      )}
      <dl class="statistics-numbers">
        <Figure name={t('viewClips')} value={count.format(numbers.clips)} />
        <Figure name={t('stateRead')} value={`${count.format(numbers.read)}${share}`} />
        <Figure name={t('statisticsTimeRead')} value={durationText(translation, numbers.minutesRead)} />
        <Figure name={t('statisticsTimeLeft')} value={durationText(translation, numbers.minutesLeft)} />
        <Figure name={t('stateStarred')} value={count.format(numbers.starred)} />
        <Figure name={t('highlightsTitle')} value={count.format(numbers.highlights)} />
      </dl>
      <Months months={numbers.months} />
      <div class="statistics-values">
        <Values
          title={t('facetTags')}
          values={facets.value.tags}
          label={tags.label}
          onChoose={(value) => narrow({ name: 'tag', value: foldedTag(value) })}
        />
        <Values
          title={t('facetCode')}
          values={codeLanguages}
          onChoose={(value) => narrow({ name: 'lang', value })}
        />
        <Values
          title={t('facetSites')}
          values={sites}
          onChoose={(value) => narrow({ name: 'site', value })}
        />
      </div>
    </Dialog>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Minutes, or from an hour on hours. */
function durationText(translation: Translation, minutes: number): string {
  if (minutes < 60) return countText(translation, 'minutes', minutes);
  const hours = new Intl.NumberFormat(translation.language, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'short',
    maximumFractionDigits: minutes < 600 ? 1 : 0,
  });
  return hours.format(minutes / 60);
}

/** Bars as long as their numbers; the numbers stand beside them. */
function Months({ months }: { readonly months: readonly MonthCount[] }) {
  const { t, language } = useTranslation();
  const most = Math.max(1, ...months.flatMap(({ saved, read }) => [saved, read]));
  const count = new Intl.NumberFormat(language);
  const bar = (kind: 'saved' | 'read', value: number) => (
    <td>
      {value === 0 ? null : (
        <span class="statistics-bar" data-kind={kind} style={{ inlineSize: `${(value / most) * 60}%` }} />
      )}
      <span>{count.format(value)}</span>
    </td>
  );
  return (
    <table class="statistics-months">
      <thead>
        <tr>
          <th scope="col">{t('statisticsMonths')}</th>
          <th scope="col">{t('statisticsSaved')}</th>
          <th scope="col">{t('stateRead')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ start, saved, read }) => (
          <tr key={start}>
            <th scope="row">{monthText(start, language)}</th>
            {bar('saved', saved)}
            {bar('read', read)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ValuesProps {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly label?: (value: string) => string;
  readonly onChoose: (value: string) => void;
}

/** The most frequent ones; a press narrows the list to one. */
function Values({ title, values, label = (value) => value, onChoose }: ValuesProps) {
  const { language } = useTranslation();
  const count = new Intl.NumberFormat(language);
  if (values.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {values.slice(0, mostValues).map((each) => (
          <li key={each.value}>
            <button type="button" class="statistics-value" onClick={() => onChoose(each.value)}>
              <span dir="auto">{label(each.value)}</span>
              <span>{count.format(each.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
