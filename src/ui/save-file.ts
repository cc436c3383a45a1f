/** Hands a file to the browser to save, as a click on a download link does: no permission, no request. */
export function saveFile(fileName: string, content: Blob): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(content);
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads it after the click, at a time it does not tell.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
