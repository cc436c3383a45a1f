/**
 * Keys as text: `j`, `Shift+J`, `Mod+K` (Ctrl, or Cmd on a Mac), `Enter`, and sequences with a space: `g t`.
 * Letters without Shift are lower case.
 */
export type Keys = string;

const sequencePatience = 1200;

function keysOf(event: KeyboardEvent): Keys {
  const { key } = event;
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  const letter = /^\p{L}$/u.test(key);
  const shift = event.shiftKey && (letter || key.length > 1) ? 'Shift+' : '';
  const name = letter && (mod !== '' || shift !== '') ? key.toUpperCase() : key;
  return `${mod}${alt}${shift}${name === ' ' ? 'Space' : name}`;
}

/** Runs what is bound to the keys; returns the function that ends it. `find` gets single keys and two-key sequences. */
export function listenForKeys(find: (keys: Keys) => (() => void) | undefined): () => void {
  let before = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of an input method; 229 where the browser does not say isComposing of the key that ends it.
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const keys = keysOf(event);
    if (isTyping(event.target) && !/^Mod\+\p{L}$|^Escape$/u.test(keys)) return;
    if (isTyping(event.target) && keys === 'Mod+A') return;
    const sequence = before === '' ? undefined : find(`${before} ${keys}`);
    const run = sequence ?? find(keys);
    clearTimeout(timer);
    // The last key of a sequence begins no other.
    before = sequence === undefined && /^\p{L}$/u.test(keys) ? keys : '';
    timer = setTimeout(() => (before = ''), sequencePatience);
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('keydown', onKeyDown);
  };
}

/** Whether letters belong to what has the focus. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** The keys as they stand on this keyboard, one text for each cap. */
export function keyCaps(keys: Keys, isMac: boolean): string[] {
  const caps: Record<string, string> = {
    Mod: isMac ? '⌘' : 'Ctrl',
    Shift: isMac ? '⇧' : 'Shift',
    Alt: isMac ? '⌥' : 'Alt',
    ArrowDown: '↓',
    ArrowUp: '↑',
    Escape: 'Esc',
    Delete: 'Del',
  };
  return keys.split(/[ +](?=.)/u).map((key) => caps[key] ?? key.toUpperCase());
}
