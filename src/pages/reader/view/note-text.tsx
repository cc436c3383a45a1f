import { useLayoutEffect, useRef } from 'preact/hooks';
import { dressLinks } from '../article/links.ts';

/** In characters: what is longer, from a file or another device, is shown as it was typed. */
const mostFormatted = 300_000;

export interface NoteTextProps {
  /** Markdown. */
  readonly note: string;
  readonly sanitize: (html: string) => DocumentFragment;
}

/** What the user wrote: as it was typed until its Markdown is read, and where that fails. */
export function NoteText({ note, sanitize }: NoteTextProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    let gone = false;
    element?.replaceChildren(note);
    element?.classList.add('plain');
    const format = async () => {
      if (note.length > mostFormatted) return;
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
  return <div ref={place} class="note-text" dir="auto" />;
}
