import { joinNotes } from '../core/clip/join-notes.ts';

/** Where what was typed outlives the page. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A note that is being typed: from the first key until it is written to the library it is kept beside it. */
export interface NoteDraft {
  /** The note to go on with where something was typed and never written; null where nothing was. */
  readonly restored: string | null;
  /** `written`: the note that the library has meanwhile. */
  readonly keep: (typed: string, written: string) => void;
  readonly drop: () => void;
}

/** The draft of a note: of a clip's own, of a highlight's, or of one that is to be made on a page, by its address. `written`: the note that the library has. */
export function noteDraft(
  storage: DraftStorage,
  kind: 'clip' | 'highlight' | 'page',
  id: string,
  written: string,
): NoteDraft {
  const key = `${kind}-note-draft:${id}`;
  return {
    restored: restored(storage.getItem(key), written),
    keep(typed, base) {
      try {
        if (typed === base) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify({ typed, base }));
      } catch {
        // No room: what is typed is on the screen, and is written from there.
      }
    },
    drop: () => storage.removeItem(key),
  };
}

/** A note that was written elsewhere meanwhile is not lost: both are joined. */
function restored(stored: string | null, written: string): string | null {
  const { typed, base } = parsed(stored);
  if (typed === null || typed === written) return null;
  return written === base || typed.startsWith(written) ? typed : joinNotes(written, typed);
}

function parsed(stored: string | null): { readonly typed: string | null; readonly base: string | null } {
  try {
    const { typed, base } = Object(JSON.parse(stored ?? 'null')) as { typed?: unknown; base?: unknown };
    return {
      typed: typeof typed === 'string' ? typed : null,
      base: typeof base === 'string' ? base : null,
    };
  } catch {
    return { typed: null, base: null };
  }
}
