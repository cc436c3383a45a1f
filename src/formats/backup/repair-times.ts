import type { Clip } from '../../core/clip/clip.ts';
import type { ClipVersion } from '../../core/clip/whole-clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { isTime } from '../../core/time.ts';
import type { BackupClip } from './backup-clip.ts';

export interface RepairedClip {
  readonly record: BackupClip;
  /** The times that no calendar has, as `field value`. */
  readonly repaired: readonly string[];
}

/**
 * A time that no calendar has would stop every list that the clip is in. The other time of the clip, or of the highlight,
 * takes its place, else the start of 1970, which nobody takes for true; never the present. What it says beside its time stays.
 */
export function repairTimes(record: BackupClip): RepairedClip {
  const repaired: string[] = [];
  const sane = (field: string, value: number | null | undefined): number | undefined => {
    if (value === null || value === undefined) return undefined;
    const said = `${field} ${value}`;
    if (isTime(value)) return value;
    repaired.push(said);
    return undefined;
  };
  const { clip, source } = record;
  const known = [clip.savedAt, clip.updatedAt].find(isTime) ?? 0;
  const { textAt, editedAt, sourceAt, reading, ...rest } = clip;
  const [chosen, edited, page, read] = [
    sane('textAt', textAt),
    sane('editedAt', editedAt),
    sane('sourceAt', sourceAt),
    sane('reading', reading?.at),
  ];
  const fixed: Clip = {
    ...rest,
    savedAt: sane('savedAt', clip.savedAt) ?? known,
    updatedAt: sane('updatedAt', clip.updatedAt) ?? known,
    readAt: clip.readAt === null ? null : (sane('readAt', clip.readAt) ?? known),
    trashedAt: clip.trashedAt === null ? null : (sane('trashedAt', clip.trashedAt) ?? known),
    ...(chosen === undefined ? {} : { textAt: chosen }),
    ...(edited === undefined ? {} : { editedAt: edited }),
    ...(reading === undefined || read === undefined ? {} : { reading }),
    ...(sourceAt === undefined ? {} : { sourceAt: page ?? null }),
  };
  const versions = record.versions.map((version): ClipVersion => {
    const { replaced, ...kept } = version;
    const at = sane('replaced', replaced?.at);
    return {
      ...kept,
      takenAt: sane('takenAt', version.takenAt) ?? 0,
      ...(replaced === undefined || at === undefined ? {} : { replaced: { ...replaced, at } }),
    };
  });
  const fixedSource = source === null ? null : { ...source, savedAt: sane('source', source.savedAt) ?? 0 };
  const highlights = record.highlights?.map((highlight): Highlight => {
    const { createdAt, changedAt } = highlight;
    const made = [createdAt, changedAt].find(isTime) ?? fixed.savedAt;
    return {
      ...highlight,
      createdAt: sane('highlight', createdAt) ?? made,
      changedAt: sane('highlight', changedAt) ?? made,
    };
  });
  const marked = highlights === undefined ? {} : { highlights };
  const whole = { ...record, clip: fixed, versions, source: fixedSource, ...marked };
  return { record: repaired.length === 0 ? record : whole, repaired };
}
