import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { FetchOptions } from '../../../ui/fetch-options.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { JobsPage } from '../state/jobs-page.ts';

/** A list of addresses, typed, pasted or dropped. */
export function ListPanel({ page }: { readonly page: JobsPage }) {
  const translation = useTranslation();
  const { t } = translation;
  const [dropping, setDropping] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    const { dataTransfer } = event;
    const dropped = dataTransfer?.getData('text/uri-list') || dataTransfer?.getData('text/plain') || '';
    page.setText([page.text.peek(), dropped].filter((text) => text !== '').join('\n'));
  };
  return (
    <section aria-labelledby="list-panel">
      <h2 id="list-panel">{t('jobsFromList')}</h2>
      <textarea
        class="text-field"
        value={page.text.value}
        aria-label={t('jobsListLabel')}
        placeholder={t('jobsListLabel')}
        spellcheck={false}
        data-dropping={dropping}
        onInput={(event) => page.setText(event.currentTarget.value)}
        onDragOver={(event) => {
          event.preventDefault();
          setDropping(true);
        }}
        onDragLeave={() => setDropping(false)}
        onDrop={drop}
      />
      <FetchOptions choices={page.options.value} onChange={page.setOptions} />
      <UnnamedLines lines={page.unnamed.value} />
      {page.named.value === 0 ? null : (
        <div class="row">
          <Button kind="primary" icon="add" onClick={page.clipText}>
            {countText(translation, 'clipPages', page.named.value)}
          </Button>
        </div>
      )}
    </section>
  );
}

const shownLines = 5;

/** What of the list is no address, so that nothing of it is left out unseen. */
function UnnamedLines({ lines }: { readonly lines: readonly string[] }) {
  const translation = useTranslation();
  if (lines.length === 0) return null;
  return (
    <div role="status">
      <p>{countText(translation, 'jobsUnnamed', lines.length)}</p>
      <ul>
        {lines.slice(0, shownLines).map((line, index) => (
          <li key={`${String(index)} ${line}`} dir="auto">
            {line.slice(0, 200)}
          </li>
        ))}
        {lines.length > shownLines ? <li>…</li> : null}
      </ul>
    </div>
  );
}
