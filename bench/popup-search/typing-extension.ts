import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputFolder } from '../../build/bundles.ts';

const page = 'pages/popup/index.html';

/**
 * A copy of the built extension whose popup types by itself: `character`, as soon as there is a field that takes it. A script
 * from outside would come when the popup has long been there.
 */
export async function makeTypingExtension(character: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clipshelf-typing-'));
  await cp(outputFolder('chrome'), folder, { recursive: true });
  const html = await readFile(join(folder, page), 'utf8');
  await writeFile(join(folder, page), html.replace('<head>', '<head><script src="/typing.js"></script>'));
  await writeFile(join(folder, 'typing.js'), scriptOf(character));
  return folder;
}

/** ms from the popup's navigation, which the press begins: to the field, and from there to the first row of the answer. */
export interface Felt {
  readonly field: number;
  readonly answer: number;
}

const scriptOf = (character: string) => `
let typed = null;
const observer = new MutationObserver(() => {
  const field = document.querySelector('.search-field input');
  if (typed === null && field !== null) {
    typed = performance.now();
    field.value = ${JSON.stringify(character)};
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  const row = document.querySelector('[data-mode=search] .clips-scroll[aria-busy=false] .clip-row');
  if (typed === null || row === null) return;
  observer.disconnect();
  globalThis.felt = { field: typed, answer: performance.now() - typed };
});
observer.observe(document, { subtree: true, childList: true, attributes: true });
`;
