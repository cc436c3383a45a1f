import { useLayoutEffect, useRef } from 'preact/hooks';
import { type HighlightColor, highlightColors } from '../../../core/highlight/highlight.ts';
import { IconButton } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { colorNames } from '../../../ui/color-names.ts';
import type { Highlighting } from '../state/highlights.ts';

export interface HighlightBarProps {
  readonly highlighting: Highlighting;
  /** Where what is selected stands in the window. */
  readonly box: DOMRect;
  readonly onClose: () => void;
}

/** CSS pixels between the bar and what it is for; the reader's own bar above. */
const gap = 8;
const readerBar = 52;

/** What can be done with the selection, or with the highlight that was pressed: it can be used as soon as it is there. */
export function HighlightBar({ highlighting, box, onClose }: HighlightBarProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const bar = place.current;
    if (bar === null) return;
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const [above, below] = [box.top - bar.offsetHeight - gap, box.bottom + gap];
    const lowest = innerHeight - bar.offsetHeight - gap;
    // Touch screens show a menu of their own above the selection. Where neither place fits, it fills the window.
    const places = isTouch ? [below, above] : [above, below];
    const top = places.find((each) => each >= readerBar && each <= lowest) ?? lowest;
    const left = box.left + box.width / 2 - bar.offsetWidth / 2;
    bar.style.top = `${top + scrollY}px`;
    bar.style.left = `${Math.max(gap, Math.min(left, innerWidth - bar.offsetWidth - gap)) + scrollX}px`;
  }, [box]);
  const active = highlighting.active.value;
  const own = [...highlighting.present.value, ...highlighting.absent.value].find(({ id }) => id === active);
  const highlight = highlighting.selected.value === null ? own : undefined;
  const used = highlight?.color ?? highlighting.lastColor.value;
  const done = (run: () => void) => () => {
    run();
    onClose();
  };
  return (
    // The selection stays while its buttons are pressed.
    <div
      ref={place}
      class="highlight-bar"
      role="group"
      aria-label={t('highlightBar')}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Colors
        used={used}
        isHighlight={highlight !== undefined}
        onChoose={(color) => done(() => highlighting.mark(color))()}
      />
      <IconButton
        icon="note"
        keys="n"
        label={t('highlightNote')}
        onClick={done(() => highlighting.write('note'))}
      />
      <IconButton
        icon="tag"
        keys="t"
        label={t('highlightTag')}
        onClick={done(() => highlighting.write('tags'))}
      />
      <IconButton icon="copy" label={t('highlightCopy')} onClick={done(highlighting.copyWords)} />
      {highlight === undefined ? null : (
        <IconButton
          icon="trash"
          label={t('highlightRemove')}
          onClick={done(() => highlighting.remove(highlight.id))}
        />
      )}
    </div>
  );
}

interface ColorsProps {
  /** The one of the highlight, or the one used last. */
  readonly used: HighlightColor;
  readonly isHighlight: boolean;
  readonly onChoose: (color: HighlightColor) => void;
}

function Colors({ used, isHighlight, onChoose }: ColorsProps) {
  const { t } = useTranslation();
  return highlightColors.map((color, index) => (
    <button
      key={color}
      type="button"
      class="highlight-color"
      data-color={color}
      aria-pressed={isHighlight && color === used}
      data-last={color === used}
      aria-label={t(colorNames[color])}
      title={`${t(colorNames[color])} (${index + 1})`}
      onClick={() => onChoose(color)}
    />
  ));
}
