import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Dialog } from '../../../ui/dialog.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Action } from '../state/action.ts';
import { useLibrary } from '../state/library.ts';
import { type Choice, choicesFor } from '../state/palette-choices.ts';
import { KeyCaps } from './help-dialog.tsx';

/** Everything by name: actions, tags to filter by, clips to open. */
export function PaletteDialog({
  actions,
  onClose,
}: {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const library = useLibrary();
  const id = useId();
  const text = useSignal('');
  const active = useSignal(0);
  const list = useRef<HTMLUListElement>(null);
  const choices = choicesFor(library, actions, text.value);
  useEffect(() => list.current?.children.item(active.value)?.scrollIntoView({ block: 'nearest' }));
  const run = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    onClose();
    // After the dialog has given the focus back, since an action may want it.
    setTimeout(choice.run);
  };
  const move = (step: number) => {
    active.value = (active.value + step + choices.length) % Math.max(1, choices.length);
  };
  return (
    <Dialog title={t('paletteTitle')} kind="palette-dialog" onClose={onClose}>
      <PaletteField
        id={id}
        text={text.value}
        active={choices.length === 0 ? -1 : active.value}
        onInput={(next) => {
          text.value = next;
          active.value = 0;
        }}
        onMove={move}
        onRun={() => run(choices[active.value])}
      />
      <ul ref={list} id={`${id}-list`} class="palette-list" role="listbox" aria-label={t('paletteTitle')}>
        {choices.map((choice, index) => (
          <li
            key={choice.id}
            id={`${id}-${index}`}
            role="option"
            class="palette-choice"
            aria-selected={index === active.value}
            onClick={() => run(choice)}
          >
            <span dir="auto">{choice.label}</span>
            <KeyCaps keys={choice.keys.slice(0, 1)} />
          </li>
        ))}
      </ul>
      {choices.length === 0 ? <p class="palette-empty">{t('paletteEmpty')}</p> : null}
    </Dialog>
  );
}

interface PaletteFieldProps {
  readonly id: string;
  readonly text: string;
  /** Index of the choice that the arrow keys stand on, -1 where there is none. */
  readonly active: number;
  readonly onInput: (text: string) => void;
  readonly onMove: (step: number) => void;
  readonly onRun: () => void;
}

function PaletteField({ id, text, active, onInput, onMove, onRun }: PaletteFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      class="text-field palette-field"
      type="text"
      role="combobox"
      aria-expanded="true"
      aria-controls={`${id}-list`}
      aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
      aria-label={t('palettePlaceholder')}
      placeholder={t('palettePlaceholder')}
      autocomplete="off"
      value={text}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.isComposing || event.keyCode === 229) return;
        if (event.key === 'ArrowDown') onMove(1);
        else if (event.key === 'ArrowUp') onMove(-1);
        else if (event.key === 'Enter') onRun();
        else return;
        event.preventDefault();
      }}
    />
  );
}
