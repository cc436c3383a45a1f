import { useLayoutEffect, useRef } from 'preact/hooks';

/** In characters: what is longer, from a file or another device, is shown as it was typed. */
const mostFormatted = 300_000;

/** What the user wrote, Markdown: as it was typed until that is read, and where that fails. */
export function NoteText({ note }: { readonly note: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    let gone = false;
    element?.replaceChildren(note);
    element?.classList.add('plain');
    const format = async () => {
      if (note.length > mostFormatted) return;
      const { formattedNote } = await import('./formatted-note.ts');
      if (gone) return;
      const content = formattedNote(note);
      element?.classList.remove('plain');
      element?.replaceChildren(content);
    };
    format().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [note]);
  return <div ref={place} class="note-text" dir="auto" />;
}
