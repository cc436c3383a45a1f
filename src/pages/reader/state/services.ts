import { requestAccess, requestParserPage } from '../../../browser/host-permission.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { selectedRange } from '../article/selected-range.ts';
import { createCopies } from './copies.ts';

/** What the reader needs of the world beyond showing a clip; the larger parts are loaded when they are asked for. */
export const services = {
  loadWorkModules: () => import('./work-modules.ts'),
  loadExports: () => import('../../export/export-clips.ts'),
  requestAccess,
  requestParserPage,
  saveFile,
  selected: () => selectedRange(document.querySelector('.article'), getSelection()),
  copies: createCopies(async () => await (await import('../../../database/database.ts')).openDatabase()),
  /** Hands an address to the program that is registered for it. */
  openAddress: (address: string) => location.assign(address),
};
