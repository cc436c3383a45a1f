import type { MessageKey } from '../../browser/translate.ts';
import type { ExportFormat } from './export-clips.ts';

/** What clips can be written as, and what that is called. */
export const exportFormats: readonly (readonly [ExportFormat, MessageKey])[] = [
  ['markdown', 'exportMarkdown'],
  ['html', 'exportHtml'],
  ['json', 'exportJson'],
  ['epub', 'exportEpub'],
  ['annotations', 'exportAnnotations'],
];
