import { recognizePage } from '../extract/index-page/recognize-page.ts';
import type { RecognizedPage } from '../core/clip/index-page.ts';

/** Runs in the page as the popup opens; its value is what `scripting.executeScript` returns: null where that fails. */
function recognize(): RecognizedPage | null {
  try {
    return recognizePage(document);
  } catch {
    // A page that breaks the reading of its lists can still be clipped as it is.
    return null;
  }
}

export default recognize();
