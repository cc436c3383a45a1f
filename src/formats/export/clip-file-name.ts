import type { Clip } from '../../core/clip/clip.ts';
import { fileName } from './file-name.ts';
import type { FileNameForm } from './markdown-form.ts';

/** Longest slug, in UTF-16 units. */
const maxSlug = 80;

/** The name of a clip's file, without the extension, in the form that the user has chosen; days are local. */
export function clipFileName(
  { id, title, savedAt }: Pick<Clip, 'id' | 'title' | 'savedAt'>,
  form: FileNameForm,
): string {
  switch (form) {
    case 'title':
      return fileName(title);
    case 'day-title':
      return fileName(`${localDay(savedAt)} ${title}`);
    case 'title-id':
      return `${fileName(title)} ${id.slice(0, 8)}`;
    case 'slug':
      return fileName([localDay(savedAt), slug(title)].filter((part) => part !== '').join('-'));
  }
}

/** `2026-11-29`, as the user's calendar has it. */
function localDay(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Words in lower case, joined by dashes: letters and numbers of all scripts. */
function slug(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, maxSlug)
    .replaceAll(/^-|-$/g, '');
}
