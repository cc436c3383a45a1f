import { useTranslation } from '../../../ui/translation.ts';
import { NoteText, type NoteTextProps } from './note-text.tsx';

/** The user's own note on the clip. */
export function ClipNote(props: NoteTextProps) {
  const { t } = useTranslation();
  return (
    <section class="reader-note" aria-label={t('editNote')}>
      <NoteText {...props} />
    </section>
  );
}
