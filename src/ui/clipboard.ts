/** What is put into the clipboard: text, and where there is one its form with headings, links and code. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/** Into the clipboard, within the user's gesture. Rejects where the browser refuses, which it does without saying more. */
export async function copyToClipboard(text: string, html?: string): Promise<void> {
  if (html === undefined) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const blob = (content: string, type: string) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
  ]);
}
