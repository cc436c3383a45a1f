import { fileName } from '../../formats/export/file-name.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { byHand, nextStamp } from '../../core/sync/stamp.ts';

/**
 * The clip with the title that somebody gave its file, where that is another than ours and the front matter says nothing new.
 * `at` is the time of that change (epoch ms).
 */
export function titleOfFile(shared: SharedClip, path: string, at: number): SharedClip {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const ending = ` ${shared.id.slice(0, 8)}`;
  // A Mac may write letters and their accents apart; what is no UTF-8 is no title.
  const title = (name.endsWith(ending) ? name.slice(0, -ending.length) : name).trim().normalize('NFC');
  const { said } = shared;
  const own = said.title.value.text ?? '';
  if (title === '' || title.includes('\uFFFD') || title === fileName(own) || title === own) return shared;
  const value = { text: title, byHand: true };
  return { ...shared, said: { ...said, title: { value, ...nextStamp(at, said.title, byHand) } } };
}
