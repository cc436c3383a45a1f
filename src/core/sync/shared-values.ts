import type { Json } from './shared-clip.ts';
import { type DeviceId, type StampedMap, canonicalText, nextStamp } from './stamp.ts';

/**
 * What the library shares beside its clips, by name: tags with their colours, settings. `base` is their last shared state: what is
 * as it was keeps its stamp, what is gone becomes null, the rest was changed here at `now` (epoch ms).
 */
export function stampValues(
  values: ReadonlyMap<string, Json>,
  base: StampedMap<Json>,
  {
    device,
    now,
    timeOf = () => now,
  }: {
    readonly device: DeviceId;
    readonly now: number;
    /** When a value was given, where it says so itself. */
    readonly timeOf?: (value: Json) => number;
  },
): StampedMap<Json> {
  const stamped = new Map(base);
  for (const name of new Set([...base.keys(), ...values.keys()])) {
    const [value, was] = [values.get(name) ?? null, base.get(name) ?? null];
    if (was !== null && canonicalText(was.value) === canonicalText(value)) continue;
    stamped.set(name, { value, ...nextStamp(value === null ? now : timeOf(value), was, device) });
  }
  return stamped;
}

/** What a merge changed of them: the new value by name, null for what is gone. */
export function changedValues(before: StampedMap<Json>, after: StampedMap<Json>): ReadonlyMap<string, Json> {
  return new Map(
    [...after].flatMap(([name, { value }]) =>
      canonicalText(before.get(name)?.value ?? null) === canonicalText(value) ? [] : [[name, value] as const],
    ),
  );
}

/** Without what was deleted before that time (epoch ms): where little is lost should a device that was away bring it back. */
export function withoutOldDeletions(values: StampedMap<Json>, before: number): StampedMap<Json> {
  return new Map([...values].filter(([, { value, at }]) => value !== null || at >= before));
}
