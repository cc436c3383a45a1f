// File System Access (https://wicg.github.io/file-system-access/): Chromium's alone, so that TypeScript's DOM has no
// types for it.

interface PickerWindow {
  showDirectoryPicker(options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

interface AskableHandle {
  queryPermission(wanted: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(wanted: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

function hasPicker(scope: object): scope is PickerWindow {
  return 'showDirectoryPicker' in scope;
}

function isAskable(handle: object): handle is AskableHandle {
  return 'queryPermission' in handle && 'requestPermission' in handle;
}

/** Whether the browser can let the user choose a directory (Chrome and Edge can, Firefox cannot). */
export function hasDirectoryPicker(): boolean {
  return hasPicker(globalThis);
}

/** Only within the user's gesture; null where the user chose none. */
export async function pickDirectory(): Promise<FileSystemDirectoryHandle | null> {
  const scope: object = globalThis;
  if (!hasPicker(scope)) return null;
  try {
    return await scope.showDirectoryPicker({ id: 'clipshelf', mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Without asking the user. */
export async function mayWrite(handle: FileSystemDirectoryHandle): Promise<boolean> {
  return isAskable(handle) && (await handle.queryPermission({ mode: 'readwrite' })) === 'granted';
}

/** Only within the user's gesture. */
export async function askToWrite(handle: FileSystemDirectoryHandle): Promise<boolean> {
  return isAskable(handle) && (await handle.requestPermission({ mode: 'readwrite' })) === 'granted';
}
