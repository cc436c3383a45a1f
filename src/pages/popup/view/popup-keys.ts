import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { cardActions } from '../state/card-actions.ts';
import type { Popup } from '../state/popup.ts';

interface Fields {
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly tagField: RefObject<HTMLInputElement | null>;
  readonly noteField: RefObject<HTMLTextAreaElement | null>;
}

/**
 * Typing anywhere searches: no letter is a command here. What has a key has one with Alt, told by its place on the
 * keyboard, since Alt makes other characters of letters on a Mac.
 */
export function usePopupKeys(popup: Popup, { searchField, tagField, noteField }: Fields): void {
  // With the first rendering, and not after its paint: a key in between would be lost, and what follows it be searched for.
  useLayoutEffect(() => {
    const withAlt: Record<string, () => void> = {
      KeyT: () => {
        popup.clipList.search.setQuery('');
        requestAnimationFrame(() => tagField.current?.focus());
      },
      KeyN: () => {
        popup.clipList.search.setQuery('');
        popup.note.show();
        noteField.current?.focus();
      },
      KeyS: () => popup.openPanel?.(),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey) {
        // From the note, where Enter begins a line: it clips, as it saves in dialogs.
        if (event.key !== 'Enter' || inDialog(event.target) || !isUnclipped(popup)) return;
        event.preventDefault();
        cardActions(popup).main?.run();
        return;
      }
      const act = event.altKey && !event.shiftKey ? withAlt[event.code] : undefined;
      if (act !== undefined) {
        event.preventDefault();
        act();
        return;
      }
      const search = searchField.current;
      if (event.altKey || search === null || isTyping(event.target)) return;
      if (event.key === 'Escape' && search.value !== '') {
        event.preventDefault();
        popup.clipList.search.setQuery('');
        search.focus();
      }
      // A space presses what has the focus.
      if (!/^\S$/u.test(event.key)) return;
      // The character itself goes into the field that has the focus now. `/` alone says "search".
      search.focus();
      search.setSelectionRange(search.value.length, search.value.length);
      if (event.key === '/') event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [popup, searchField, tagField, noteField]);
}

/** The main action clips, and does not open what is clipped. */
function isUnclipped({ page, posts }: Popup): boolean {
  return posts.offer.peek() !== 'page' || ['reading', 'ready'].includes(page.view.peek().kind);
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  );
}
