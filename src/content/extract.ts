import { extractPageInTurns } from '../extract/extract-page.ts';
import { readLivePage } from '../extract/copy/read-live-page.ts';
import { markPart } from '../extract/choose/picked-part.ts';
import { pageSource } from '../extract/page-source.ts';
import type { Article } from '../core/clip/article.ts';
import { Failure, type FailureCode } from '../core/failure.ts';

export type Extraction =
  | { readonly ok: true; readonly article: Article; readonly source: string | null }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string };

/** Runs in the page; its value is what `scripting.executeScript` returns. Whatever happens, it is plain data. */
async function extract(): Promise<Extraction> {
  try {
    // The browser's viewer is a page that scripts may enter, with nothing of the file in it.
    if (document.contentType === 'application/pdf') throw new Failure('page/pdf', document.contentType);
    const asked: unknown = Reflect.get(globalThis, 'clipshelfScope');
    const scope = asked === 'selection' ? 'selection' : 'page';
    const live = readLivePage(document);
    markPart(live, document, asked === 'part' ? pickedPart() : null);
    const [source, article] = await Promise.all([
      pageSource(live),
      extractPageInTurns(document, { scope, live, part: asked === 'part' }),
    ]);
    return { ok: true, article, source };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, code: error.code, detail: error.detail };
    return { ok: false, code: 'page/unreadable', detail: describe(error) };
  }
}

/** What part.js left in the extension's own world, which the page does not see. */
function pickedPart(): Element {
  const part: unknown = Reflect.get(globalThis, 'clipshelfPart');
  if (part instanceof Element) return part;
  throw new Failure('page/no-article', 'no part was picked');
}

/** In Firefox, errors of the page's own world are no instances of this one's `Error`. */
function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return 'not an error';
  const name = 'name' in error ? String(error.name) : 'Error';
  return `${name}: ${String(error.message)}`.slice(0, 500);
}

export default extract();
