/** Milliseconds after which a frame is no longer waited for: a window behind others may get none. */
const patience = 250;

/** Resolves once what is drawn by now has been painted; at once where the page is not shown, since no frames come then. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') {
      resolve();
      return;
    }
    setTimeout(resolve, patience);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
