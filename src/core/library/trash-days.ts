import type { Clip, ClipId } from '../clip/clip.ts';
import { isTime } from '../time.ts';

/** Under this name it is kept how long clips have been in the trash. */
export const trashDaysName = 'trash-days';

/**
 * How many days each clip of the trash has really been there: counted one by one, at most one for each look, since a clock
 * that is wrong for a moment must not make a month of it.
 */
export interface TrashDays {
  /** When days were last counted, epoch ms; null before the first time. */
  readonly countedAt: number | null;
  /** By clip. `trashedAt` tells a second stay from the first. */
  readonly stays: ReadonlyMap<ClipId, { readonly trashedAt: number; readonly days: number }>;
}

const trashKeptDays = 30;
const day = 24 * 60 * 60 * 1000;

/** What was kept; nothing counted where that is something else. */
export function parseTrashDays(value: unknown): TrashDays {
  const { countedAt, stays } = Object(value) as { countedAt?: unknown; stays?: unknown };
  if (!isTime(countedAt) || !Array.isArray(stays)) return { countedAt: null, stays: new Map() };
  const read = stays.flatMap((stay: unknown) => {
    const [id, trashedAt, days] = Array.isArray(stay) ? (stay as unknown[]) : [];
    return typeof id === 'string' && isTime(trashedAt) && isTime(days)
      ? [[id, { trashedAt, days }] as const]
      : [];
  });
  return { countedAt, stays: new Map(read) };
}

/** As it is kept: plain data. */
export function keptTrashDays({ countedAt, stays }: TrashDays): object {
  return { countedAt, stays: [...stays].map(([id, { trashedAt, days }]) => [id, trashedAt, days]) };
}

/** Whether it is time to look at the trash again. */
export function isTrashDay({ countedAt }: Pick<TrashDays, 'countedAt'>, now: number): boolean {
  return countedAt === null || now < countedAt || now - countedAt >= day;
}

/**
 * The count after another look at the trash, and which clips have been there for 30 days, by the count and by the clock.
 * The same object where it is too early to count: at most once in a day. A clock that went back is only taken note of.
 */
export function countTrashDay(
  before: TrashDays,
  trash: readonly Pick<Clip, 'id' | 'trashedAt'>[],
  now: number,
): { readonly days: TrashDays; readonly due: readonly ClipId[] } {
  if (!isTrashDay(before, now)) return { days: before, due: [] };
  const since = before.countedAt === null ? null : now - before.countedAt;
  const passed = since !== null && since >= day ? 1 : 0;
  const stays = new Map(
    trash.flatMap(({ id, trashedAt }) => {
      if (trashedAt === null) return [];
      const known = before.stays.get(id);
      const days = known?.trashedAt === trashedAt ? known.days + passed : 0;
      return [[id, { trashedAt, days }] as const];
    }),
  );
  const due = [...stays].filter(
    ([, { trashedAt, days }]) => days >= trashKeptDays && now - trashedAt >= trashKeptDays * day,
  );
  return { days: { countedAt: now, stays }, due: due.map(([id]) => id) };
}
