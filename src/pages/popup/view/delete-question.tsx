import { useEffect, useRef } from 'preact/hooks';
import type { Clip } from '../../../core/clip/clip.ts';
import { Button } from '../../../ui/button.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';

export interface DeleteQuestionProps {
  readonly clip: Clip;
  /** With `true` it is deleted. */
  readonly onAnswer: (isMeant: boolean) => void;
}

/** Asked in the row, before a clip of the trash is gone for good. The safe answer has the focus. */
export function DeleteQuestion({ clip, onAnswer }: DeleteQuestionProps) {
  const translation = useTranslation();
  const { t } = translation;
  const not = useRef<HTMLButtonElement>(null);
  useEffect(() => not.current?.focus(), []);
  return (
    <div class="delete-question" role="group" aria-label={clip.title}>
      <Button buttonRef={not} onClick={() => onAnswer(false)}>
        {t('deleteNot')}
      </Button>
      <Button onClick={() => onAnswer(true)}>
        {t('deleteMany', countText(translation, 'clipCount', 1))}
      </Button>
    </div>
  );
}
