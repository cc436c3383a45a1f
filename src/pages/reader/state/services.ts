import { requestAccess, requestParserPage } from '../../../browser/host-permission.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { selectedRange } from '../article/selected-range.ts';
import { toMarkdown } from './to-markdown.ts';

/** What the reader needs of the world beyond showing a clip; the larger parts are loaded when they are asked for. */
export const services = {
  loadWorkModules: () => import('./work-modules.ts'),
  loadExports: () => import('../../export/export-clips.ts'),
  requestAccess,
  requestParserPage,
  saveFile,
  selected: () => selectedRange(document.querySelector('.article'), getSelection()),
  toMarkdown,
};
