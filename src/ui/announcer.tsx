import { type ReadonlySignal, signal } from '@preact/signals';

export interface Announcer {
  readonly text: ReadonlySignal<string>;
  /** Says it to those who listen rather than look. */
  readonly say: (text: string) => void;
}

/** What screen readers are told, for a page's one live region. */
export function createAnnouncer(): Announcer {
  const text = signal('');
  return {
    text,
    say(next) {
      // A region that gets the text it already has stays silent: the no-break space makes it another one.
      text.value = text.value === next ? `${next}\u00a0` : next;
    },
  };
}

/** The live region. A page has one, from its first paint on. */
export function LiveRegion({ announcer }: { readonly announcer: Announcer }) {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {announcer.text}
    </div>
  );
}
