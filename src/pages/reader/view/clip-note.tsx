import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTranslation } from '../../../ui/translation.ts';
import { dressLinks } from '../article/links.ts';

export interface ClipNoteProps {
  /** Markdown. */
  readonly note: string;
  readonly sanitize: (html: string) => DocumentFragment;
}

/** The user's own note: as it was typed until its Markdown is read, and where that fails. */
export function ClipNote({ note, sanitize }: ClipNoteProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    let gone = false;
    element?.replaceChildren(note);
    element?.classList.add('plain');
    const format = async () => {
      const { markdownToHtml } = await import('../../../formats/markdown/read/markdown-to-html.ts');
      const content = sanitize(markdownToHtml(note));
      // Nothing of the web is loaded by a note either.
      for (const image of content.querySelectorAll('img')) image.replaceWith(image.alt);
      dressLinks(content);
      if (gone) return;
      element?.classList.remove('plain');
      element?.replaceChildren(content);
    };
    format().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [note, sanitize]);
  return (
    <section class="reader-note" aria-label={t('editNote')}>
      <div ref={place} class="note-text" />
    </section>
  );
}
