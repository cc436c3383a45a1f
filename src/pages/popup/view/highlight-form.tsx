import './highlight-form.css';
import { useState } from 'preact/hooks';
import { type HighlightColor, highlightColors } from '../../../core/highlight/highlight.ts';
import { Button } from '../../../ui/button.tsx';
import { colorNames } from '../../../ui/color-names.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { noteDraft } from '../../../ui/note-draft.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { Popup } from '../state/popup.ts';

/** The color and the note of a highlight before it is made. The note outlives the popup until then. */
export function HighlightForm({ popup }: { readonly popup: Popup }) {
  const { t } = useTranslation();
  const { highlights, page } = popup;
  const [draft] = useState(() => noteDraft(localStorage, 'page', page.tab.peek()?.url ?? '', ''));
  const [color, setColor] = useState<HighlightColor>('yellow');
  const [note, setNote] = useState(draft.restored ?? '');
  const close = () => (highlights.isAsked.value = false);
  const make = () => {
    highlights.highlight({ color, note: note.trim() }, draft.drop);
    close();
  };
  return (
    <Dialog title={t('commandHighlight')} kind="highlight-form" onClose={close} onSubmit={make}>
      <div class="highlight-colors" role="radiogroup" aria-label={t('highlightColors')}>
        {highlightColors.map((each) => (
          <label key={each} title={t(colorNames[each])}>
            <input
              type="radio"
              name="color"
              class="visually-hidden"
              aria-label={t(colorNames[each])}
              checked={color === each}
              onChange={() => setColor(each)}
            />
            <span class="highlight-color" data-color={each} />
          </label>
        ))}
      </div>
      <label class="field">
        {t('highlightNoteLabel')}
        <textarea
          class="text-field"
          rows={4}
          dir="auto"
          value={note}
          onInput={({ currentTarget: { value } }) => {
            draft.keep(value, '');
            setNote(value);
          }}
        />
      </label>
      <div class="dialog-actions">
        <Button kind="primary" icon="mark" onClick={make}>
          {t('menuHighlight')}
        </Button>
      </div>
    </Dialog>
  );
}
