import { markdownFormKey } from '../../core/export-settings.ts';
import { type MarkdownForm, readMarkdownForm } from '../../formats/export/markdown-form.ts';

/** How the user wants Markdown, as it is kept in this browser. */
export function chosenForm(): MarkdownForm {
  return readMarkdownForm(localStorage.getItem(markdownFormKey));
}
