import { useTranslation } from '../../../ui/translation.ts';
import { NoteText } from '../../note/note-text.tsx';

/** The user's own note on the clip. */
export function ClipNote({ note }: { readonly note: string }) {
  const { t } = useTranslation();
  return (
    <section class="reader-note" aria-label={t('editNote')}>
      <NoteText note={note} />
    </section>
  );
}
