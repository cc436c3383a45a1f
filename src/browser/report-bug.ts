/** Errors that nobody expected, to the extension's console: nothing leaves the machine. */
export function reportBug(error: unknown): void {
  // oxlint-disable-next-line no-console -- the one place where a defect is made visible
  console.error('Clipshelf:', error);
}
