import { useCallback } from 'preact/hooks';
import { useTranslation } from '../../../ui/translation.ts';
import { WindowedList } from '../../../ui/windowed-list.tsx';
import { useLibrary } from '../state/library.ts';
import { LibraryRow } from './library-row.tsx';

export function ClipList() {
  const { t } = useTranslation();
  const { results, selection, focusTurn, dependencies } = useLibrary();
  const clips = results.clips.value;
  const isTall = results.hasWords.value || dependencies.look.current.value.rows === 'excerpts';
  const row = useCallback(
    (index: number) => {
      const clip = clips[index];
      return clip === undefined
        ? { key: String(index), content: null }
        : { key: clip.id, content: <LibraryRow clip={clip} index={index} /> };
    },
    [clips],
  );
  return (
    <WindowedList
      label={t('viewClips')}
      kind={isTall ? 'clips with-excerpts' : 'clips'}
      count={clips.length}
      active={selection.active.value}
      focusTurn={focusTurn.value}
      row={row}
    />
  );
}
