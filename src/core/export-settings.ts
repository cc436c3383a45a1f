/** Under which name the form of Markdown is kept: in `localStorage` for pages, in the extension's storage for the worker. */
export const markdownFormKey = 'markdown-form';
