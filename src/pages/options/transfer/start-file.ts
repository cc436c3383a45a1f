import type { RestoreMode } from '../../../core/job/file-work.ts';
import type { send } from '../../../rpc/commands/client.ts';
import { stageFile } from '../../../disk/staged-files.ts';
import type { FilePreview } from '../state/transfer.ts';

/**
 * Copies the file to where the background can go on with it, and starts its job. `asked` is the permission to open the
 * page that reads it; the job waits where it was refused.
 */
export async function startFile(
  file: File,
  { kind, total, settings, dates }: FilePreview,
  mode: RestoreMode,
  {
    command,
    asked,
    restoreSettings,
    signal,
  }: {
    readonly command: typeof send;
    readonly asked: Promise<boolean>;
    readonly restoreSettings: (settings: FilePreview['settings'], mode: RestoreMode) => Promise<void>;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const copy = crypto.randomUUID();
  await stageFile(copy, file, signal);
  await asked;
  // Before the job: who dies in between starts anew, and a setting that is set twice is the same.
  await restoreSettings(settings, mode);
  await command('startFileJob', { kind, subject: file.name, copy, total, mode, order: dates?.order ?? null });
}
