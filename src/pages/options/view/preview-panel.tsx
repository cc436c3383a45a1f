import { shortDay } from '../../../ui/date-text.ts';
import type { DayOrder, RestoreMode } from '../../../core/job/file-work.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { FilePreview, PreviewRow, Transfer, Transfers } from '../state/transfer.ts';

const modes: readonly (readonly [RestoreMode, MessageKey])[] = [
  ['merge', 'previewMerge'],
  ['replace', 'previewReplace'],
];

/** What a file would bring, before anything is done with it. */
export function PreviewPanel({
  transfers,
  shown: { file, preview },
}: {
  readonly transfers: Transfers;
  readonly shown: Transfer & { readonly kind: 'preview' };
}) {
  const { t, language } = useTranslation();
  const { kind, total, added, newer, there, problems, remarks, format, rows, dates } = preview;
  const facts: readonly (readonly [MessageKey, number])[] = [
    ['previewEntries', total],
    ['previewNew', added],
    ...(kind === 'restore' ? ([['previewNewer', newer]] as const) : []),
    ['previewThere', there],
    ['previewUnreadable', problems.length],
  ];
  return (
    <div class="preview" role="region" aria-label={file.name}>
      <h3 dir="auto">{file.name}</h3>
      {kind === 'import' ? <p>{t('previewFormat', format)}</p> : null}
      <dl>
        {facts.map(([label, count]) => (
          <FactRow key={label} label={t(label)} count={new Intl.NumberFormat(language).format(count)} />
        ))}
      </dl>
      {dates === null ? null : <OrderChoice transfers={transfers} dates={dates} />}
      <RowList rows={rows} />
      <ProblemList problems={[...problems, ...remarks]} />
      {kind === 'import' ? null : <ModeChoice transfers={transfers} />}
      <div class="row start">
        <Button kind="primary" onClick={transfers.startFile}>
          {t(kind === 'import' ? 'previewImport' : 'previewRestore')}
        </Button>
        <Button onClick={transfers.cancel}>{t('optionsCancel')}</Button>
      </div>
    </div>
  );
}

function FactRow({ label, count }: { readonly label: string; readonly count: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{count}</dd>
    </>
  );
}

const orders: readonly (readonly [DayOrder, MessageKey])[] = [
  ['day-first', 'previewDayFirst'],
  ['month-first', 'previewMonthFirst'],
];

/** Asked once for the file. */
function OrderChoice({
  transfers,
  dates: { example, order },
}: {
  readonly transfers: Transfers;
  readonly dates: NonNullable<FilePreview['dates']>;
}) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('previewDates', example)}</legend>
      {orders.map(([each, label]) => (
        <label key={each}>
          <input
            type="radio"
            name="order"
            checked={order === each}
            onChange={() => transfers.setOrder(each)}
          />
          {t(label)}
        </label>
      ))}
    </fieldset>
  );
}

/** The first clips as they will be. */
function RowList({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const { t, language } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <ol class="preview-rows" aria-label={t('previewRows')}>
      {rows.map(({ url, title, tags, savedAt, read, starred, hasText }) => {
        const facts = [
          savedAt === null ? t('previewToday') : shortDay(savedAt, language),
          ...(hasText ? [t('previewWithText')] : []),
          ...(read ? [t('previewRead')] : []),
          ...(starred ? [t('previewStarred')] : []),
          ...tags,
        ];
        return (
          <li key={`${url} ${title}`} dir="auto" title={url}>
            {title} <small>{facts.join(' · ')}</small>
          </li>
        );
      })}
    </ol>
  );
}

function ModeChoice({ transfers }: { readonly transfers: Transfers }) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend class="visually-hidden">{t('previewMode')}</legend>
      {modes.map(([mode, label]) => (
        <label key={mode}>
          <input
            type="radio"
            name="mode"
            checked={transfers.mode.value === mode}
            onChange={() => transfers.setMode(mode)}
          />
          {t(label)}
        </label>
      ))}
    </fieldset>
  );
}
