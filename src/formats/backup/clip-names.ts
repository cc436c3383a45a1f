import type { Clip } from '../../core/clip/clip.ts';
import { fileName } from '../export/file-name.ts';

/** The name of a clip's Markdown file, without the extension: its title, and enough of its id to tell it from others. */
export function clipName({ id, title }: Pick<Clip, 'id' | 'title'>): string {
  return `${fileName(title)} ${id.slice(0, 8)}`;
}

/** The path of a clip's picture from the Markdown file's folder, without the extension; `index` from 0. */
export function assetName(clipId: string, index: number): string {
  return `assets/${clipId}/${index + 1}`;
}

const extensions: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/svg+xml': '.svg',
};

/** Of a picture's media type. */
export function extensionOf(type: string): string {
  return extensions[type] ?? '.img';
}
