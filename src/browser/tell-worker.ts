/** Of content scripts, which do without the polyfill; Firefox has it too. */
declare const chrome: { readonly runtime: { connect(info: { readonly name: string }): unknown } };

/** From a page of an allowed site: wakes the worker, which looks whether there is anything to show. */
export function sayOpened(): void {
  chrome.runtime.connect({ name: 'page-opened' });
}

/** Tells the worker how picking a part of the page ended. Which part it is stays in the page. */
export function sayPart(said: 'part-taken' | 'part-left'): void {
  chrome.runtime.connect({ name: said });
}
