import { useEffect, useRef } from 'preact/hooks';
import { Button, IconButton } from '../../../ui/button.tsx';
import { lengthText } from '../../../ui/length-text.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { PageParts } from '../state/page-parts.ts';

/** The parts of the page to choose from, by their first words: the one that is chosen is read and shown on the page. */
export function PartsPanel({ parts }: { readonly parts: PageParts }) {
  const translation = useTranslation();
  const { t } = translation;
  const list = parts.list.value;
  const box = useRef<HTMLFieldSetElement>(null);
  const isOpen = list !== null;
  useEffect(() => {
    if (isOpen) box.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [isOpen]);
  if (list === null) return null;
  const chosen = parts.chosen.value;
  return (
    <fieldset
      ref={box}
      class="page-parts"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        parts.hide();
      }}
    >
      <legend>{t('partTitle')}</legend>
      <IconButton icon="close" label={t('dismiss')} onClick={parts.hide} />
      <div class="page-parts-list">
        <PartOption isChosen={chosen === null} onChoose={() => parts.choose(null)}>
          {t('partAutomatic')}
        </PartOption>
        {list.map(({ text, words }, place) => (
          // They stand in the order in which the page listed them.
          // oxlint-disable-next-line react/no-array-index-key -- a part is known by its number
          <PartOption key={place} isChosen={chosen === place} onChoose={() => parts.choose(place)}>
            <span class="page-part-text" dir="auto">
              {text}
            </span>
            <span class="page-part-words">{lengthText(translation, words, { language: null, text })}</span>
          </PartOption>
        ))}
      </div>
      <div class="page-parts-pick">
        <Button icon="mark" onClick={parts.pick}>
          {t('partPick')}
        </Button>
        <span>{t('partHint')}</span>
      </div>
    </fieldset>
  );
}

interface PartOptionProps {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: preact.ComponentChildren;
}

function PartOption({ isChosen, onChoose, children }: PartOptionProps) {
  return (
    <label class="page-part">
      <input type="radio" name="page-part" checked={isChosen} onChange={onChoose} />
      {children}
    </label>
  );
}
