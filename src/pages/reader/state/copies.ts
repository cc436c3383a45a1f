import type { Database } from '../../../database/database.ts';
import { cutRange } from '../article/selected-range.ts';
import type { CopyModules } from './reader-dependencies.ts';
import type { ShownClip } from './reader.ts';

const makers = async () => {
  const [{ markdownCopy }, { noteForObsidian }, { chosenForm }] = await Promise.all([
    import('../../../formats/export/markdown-copy.ts'),
    import('../../export/copy-clips.ts'),
    import('../../export/chosen-form.ts'),
  ]);
  return { markdownCopy, noteForObsidian, form: chosenForm() };
};
const write = () => import('../../../formats/markdown/write/article-to-markdown.ts');
const rich = () => import('../../../formats/export/clip-rich-text.ts');

/** The article or the passage of it, as texts for the clipboard. What makes them is loaded when it is first asked for. */
export function createCopies(open: () => Promise<Database>): CopyModules {
  return {
    async markdownOf(shown, passage) {
      if (passage !== null)
        return (await write()).partToMarkdown(shown.body.html, (article) => cutRange(article, passage));
      const { markdownCopy, form } = await makers();
      return markdownCopy(await withHighlights(open, shown), form);
    },
    async richOf({ clip, body }, passage) {
      const { clipRichText, richHtml } = await rich();
      if (passage === null) return clipRichText(clip, body);
      const { sanitizeArticle } = await import('../../../extract/sanitize.ts');
      return {
        html: richHtml(cutRange(sanitizeArticle(body.html), passage)),
        text: (await write()).partToMarkdown(body.html, (article) => cutRange(article, passage)),
      };
    },
    async noteOf(shown) {
      const { noteForObsidian, form } = await makers();
      return noteForObsidian(await withHighlights(open, shown), shown.clip.id, form);
    },
  };
}

/** With what is highlighted in it. */
async function withHighlights(open: () => Promise<Database>, shown: ShownClip) {
  const [database, { labelledHighlights }] = await Promise.all([
    open(),
    import('../../../database/transfer/export-queries.ts'),
  ]);
  try {
    return { ...shown, highlights: await labelledHighlights(database, shown.clip.id) };
  } finally {
    database.close();
  }
}
