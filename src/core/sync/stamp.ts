/** A device's own id: eight hexadecimal digits, made when sync is set up. `hand` stands for edits in the files themselves. */
export type DeviceId = string;

export const byHand: DeviceId = 'hand';

/** When a value was given, and where. */
export interface Stamp {
  /** Epoch ms by that device's clock, but always later than the value that it replaced: see nextStamp. */
  readonly at: number;
  readonly by: DeviceId;
}

export interface Stamped<Value> extends Stamp {
  readonly value: Value;
}

/** Stamps beyond are refused when they are read, and none is made: they would leave the calendar. */
export const latestStamp = 8.6e15;

/**
 * The stamp of a value that takes the place of one with the stamp `before`. It is later in any case, so that a clock which
 * was wrong for a day does not make its values win for ever.
 */
export function nextStamp(now: number, before: Stamp | null, by: DeviceId): Stamp {
  return { at: Math.min(latestStamp, before === null ? now : Math.max(now, before.at + 1)), by };
}

/** Order of two stamped values, the same on all devices: by time, then device, then value. */
function compareStamped<Value>(a: Stamped<Value>, b: Stamped<Value>): number {
  return a.at - b.at || compareText(a.by, b.by) || compareText(textOf(a.value), textOf(b.value));
}

export function later<Value>(a: Stamped<Value>, b: Stamped<Value>): Stamped<Value> {
  return compareStamped(a, b) >= 0 ? a : b;
}

export function isSameStamped<Value>(a: Stamped<Value>, b: Stamped<Value>): boolean {
  return compareStamped(a, b) === 0;
}

/**
 * One of two values that both may come from `base` (null where there was none): a side that did not change it yields to the
 * other; of two that did, `choose` decides.
 */
export function mergeStamped<Value>(
  base: Stamped<Value> | null | undefined,
  ours: Stamped<Value>,
  theirs: Stamped<Value>,
  choose: (a: Stamped<Value>, b: Stamped<Value>) => Stamped<Value> = later,
): Stamped<Value> {
  if (base !== null && base !== undefined) {
    if (isSameStamped(ours, base)) return theirs;
    if (isSameStamped(theirs, base)) return ours;
  }
  return choose(ours, theirs);
}

/** Values by key. A key that one side lacks is the other's: what was taken away has a stamp that says so. */
export type StampedMap<Value> = ReadonlyMap<string, Stamped<Value>>;

/** The values of both, key by key: mergeStamped. */
export function mergeStampedMaps<Value>(
  base: StampedMap<Value> | undefined,
  ours: StampedMap<Value>,
  theirs: StampedMap<Value>,
): StampedMap<Value> {
  const merged = new Map(ours);
  for (const [key, their] of theirs) {
    const our = ours.get(key);
    merged.set(key, our === undefined ? their : mergeStamped(base?.get(key), our, their));
  }
  return merged;
}

/** The order of two texts by their UTF-16 units: the same in every language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A text of the value in which the order of an object's fields does not count. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : canonicalText(value);
}

/** JSON in which the order of an object's fields does not count: equal values give equal texts. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => compareText(a, b)))
      : part,
  );
}
