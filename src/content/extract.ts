import { extractPage } from '../article/extract-page.ts';
import { Failure, type FailureCode } from '../domain/failure.ts';
import type { Article } from '../domain/clip/article.ts';

export type Extraction =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string };

/** Runs in the page; its value is what `scripting.executeScript` returns. Whatever happens, it is plain data. */
function extract(): Extraction {
  try {
    const scope = Reflect.get(globalThis, 'clipshelfScope') === 'selection' ? 'selection' : 'page';
    return { ok: true, article: extractPage(document, { scope }) };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, code: error.code, detail: error.detail };
    return { ok: false, code: 'page/unreadable', detail: describe(error) };
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'not an error';
}

export default extract();
