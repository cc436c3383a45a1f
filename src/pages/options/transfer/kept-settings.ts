import { markdownFormKey } from '../../../core/export-settings.ts';
import { parseImageSettings } from '../../../core/image/image-settings.ts';
import type { RestoreMode } from '../../../core/job/file-work.ts';
import { parseBackupReminder } from '../../../core/library/backup-reminder.ts';
import { parseMarkdownForm, readMarkdownForm } from '../../../formats/export/markdown-form.ts';
import { parseTheme, themeKey } from '../../../ui/theme.ts';
import { listLookKey, parseListLook, readListLook } from '../../frame/list-look.ts';
import { parseTypography, typographyKey } from '../../reader/state/typography.ts';

/** Where settings are kept: those that the worker reads too, and those that must be there before the first paint. */
export interface SettingStores {
  readonly read: (name: string) => Promise<unknown>;
  readonly write: (name: string, value: object) => Promise<void>;
  readonly local: Pick<Storage, 'getItem' | 'setItem'>;
}

/** Settings by name. Whatever comes from elsewhere is taken for hostile. */
type Settings = Readonly<Record<string, unknown>>;

/**
 * What the user has set, for a backup: `images`, `reminder` and those of `keptLook`. Not what is of this machine's moment: when the
 * last backup was, the last search, the places in articles.
 */
export async function keptSettings({ read, local }: SettingStores): Promise<Settings> {
  const [images, reminder] = await Promise.all([read('images'), read('backup')]);
  return {
    ...(images === undefined ? {} : { images: parseImageSettings(images) }),
    ...(reminder === undefined ? {} : { reminder: { every: parseBackupReminder(reminder).every } }),
    ...keptLook(local),
  };
}

/** How pages look, as far as the user has set it: `theme`, `list`, `typography`, `markdown`. */
export function keptLook(local: Pick<Storage, 'getItem'>): Settings {
  const theme = local.getItem(themeKey);
  const list = local.getItem(listLookKey);
  const typography = local.getItem(typographyKey);
  const markdown = local.getItem(markdownFormKey);
  return {
    ...(markdown === null ? {} : { markdown: readMarkdownForm(markdown) }),
    ...(theme === null ? {} : { theme: parseTheme(theme) }),
    ...(list === null ? {} : { list: readListLook(list) }),
    ...(typography === null ? {} : { typography: parseTypography(typography) }),
  };
}

/** Merging, what the user has set here stays; replacing, all become the backup's. */
export async function restoreSettings(
  { read, write, local }: SettingStores,
  settings: Settings,
  mode: RestoreMode,
): Promise<void> {
  const { images, reminder } = settings;
  if (images !== undefined && isFree(mode, await read('images')))
    await write('images', parseImageSettings(images));
  const reminderHere = await read('backup');
  if (reminder !== undefined && isFree(mode, reminderHere)) {
    const { every } = parseBackupReminder(reminder);
    await write('backup', { ...parseBackupReminder(reminderHere), every });
  }
  restoreLook(local, settings, mode);
}

/** The part of `restoreSettings` that `keptLook` gives. */
export function restoreLook(local: SettingStores['local'], settings: Settings, mode: RestoreMode): void {
  const { theme, list, typography, markdown } = settings;
  if (markdown !== undefined && isFree(mode, local.getItem(markdownFormKey)))
    local.setItem(markdownFormKey, JSON.stringify(parseMarkdownForm(markdown)));
  if (theme !== undefined && isFree(mode, local.getItem(themeKey)))
    local.setItem(themeKey, parseTheme(theme));
  if (list !== undefined && isFree(mode, local.getItem(listLookKey)))
    local.setItem(listLookKey, JSON.stringify(parseListLook(list)));
  if (typography !== undefined && isFree(mode, local.getItem(typographyKey)))
    local.setItem(typographyKey, JSON.stringify(parseTypography(JSON.stringify(typography))));
}

function isFree(mode: RestoreMode, there: unknown): boolean {
  return mode === 'replace' || there === undefined || there === null;
}
