import { parseImageSettings } from '../../../core/image/image-settings.ts';
import type { RestoreMode } from '../../../core/job/file-work.ts';
import { parseBackupReminder } from '../../../core/library/backup-reminder.ts';
import { parseTheme, themeKey } from '../../../ui/theme.ts';
import { listLookKey, parseListLook, readListLook } from '../../frame/list-look.ts';
import { parseTypography, typographyKey } from '../../reader/state/typography.ts';

/** Where settings are kept: those that the worker reads too, and those that must be there before the first paint. */
export interface SettingStores {
  readonly read: (name: string) => Promise<unknown>;
  readonly write: (name: string, value: object) => Promise<void>;
  readonly local: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * What the user has set, for a backup: `images`, `reminder`, `theme`, `list`, `typography`. Not what is of this machine's moment: when the
 * last backup was, the last search, the places in articles.
 */
export async function keptSettings({ read, local }: SettingStores): Promise<Record<string, unknown>> {
  const [images, reminder] = await Promise.all([read('images'), read('backup')]);
  const theme = local.getItem(themeKey);
  const list = local.getItem(listLookKey);
  const typography = local.getItem(typographyKey);
  return {
    ...(images === undefined ? {} : { images: parseImageSettings(images) }),
    ...(reminder === undefined ? {} : { reminder: { every: parseBackupReminder(reminder).every } }),
    ...(theme === null ? {} : { theme: parseTheme(theme) }),
    ...(list === null ? {} : { list: readListLook(list) }),
    ...(typography === null ? {} : { typography: parseTypography(typography) }),
  };
}

/** Merging, what the user has set here stays; replacing, all become the backup's. Any value is taken for hostile. */
export async function restoreSettings(
  { read, write, local }: SettingStores,
  settings: Readonly<Record<string, unknown>>,
  mode: RestoreMode,
): Promise<void> {
  const { images, reminder, theme, list, typography } = settings;
  const isFree = (there: unknown) => mode === 'replace' || there === undefined || there === null;
  if (images !== undefined && isFree(await read('images'))) await write('images', parseImageSettings(images));
  const reminderHere = await read('backup');
  if (reminder !== undefined && isFree(reminderHere)) {
    const { every } = parseBackupReminder(reminder);
    await write('backup', { ...parseBackupReminder(reminderHere), every });
  }
  if (theme !== undefined && isFree(local.getItem(themeKey))) local.setItem(themeKey, parseTheme(theme));
  if (list !== undefined && isFree(local.getItem(listLookKey)))
    local.setItem(listLookKey, JSON.stringify(parseListLook(list)));
  if (typography !== undefined && isFree(local.getItem(typographyKey)))
    local.setItem(typographyKey, JSON.stringify(parseTypography(JSON.stringify(typography))));
}
