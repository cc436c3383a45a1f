/** Name of the setting that says whether the user has chosen a folder: where not, nothing else is loaded or opened. */
export const folderSetting = 'folder';

export interface FolderSetting {
  readonly isChosen: boolean;
}

export function hasChosenFolder(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'isChosen' in value && value.isChosen === true;
}
