import type { RestoreMode } from '../../../core/job/file-work.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Transfer, Transfers } from '../state/transfer.ts';

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
  const { kind, total, added, newer, there, problems } = preview;
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
      <dl>
        {facts.map(([label, count]) => (
          <FactRow key={label} label={t(label)} count={new Intl.NumberFormat(language).format(count)} />
        ))}
      </dl>
      <ProblemList problems={problems} />
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
