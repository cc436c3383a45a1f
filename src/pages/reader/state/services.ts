import { requestAccess, requestParserPage } from '../../../platform/host-permission.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { selectedPassage } from '../article/selected-passage.ts';
import { toMarkdown } from './to-markdown.ts';

/** What the reader needs of the world beyond showing a clip; the larger parts are loaded when they are asked for. */
export const services = {
  loadWorkRoom: () => import('./work-room.ts'),
  loadExports: () => import('../../shelf/export-clips.ts'),
  requestAccess,
  requestParserPage,
  saveFile,
  selected: () => selectedPassage(document.querySelector('.article'), getSelection()),
  toMarkdown,
};
