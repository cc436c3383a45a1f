import * as v from 'valibot';
import type { ReadingPlace } from '../../core/clip/reading-place.ts';
import type { SmartList } from '../../core/library/smart-list.ts';
import { smartListSchema } from '../../core/library/smart-list-schema.ts';
import type { Json } from '../../core/sync/shared-clip.ts';
import { changedValues, stampValues, withoutOldDeletions } from '../../core/sync/shared-values.ts';
import { type StampedMap, canonicalText, mergeStampedMaps } from '../../core/sync/stamp.ts';
import { tagColors } from '../../core/tag/tag-colors.ts';
import { isTime } from '../../core/time.ts';
import { parseTag } from '../../core/tag/tag.ts';
import { readStamped, stampedBytes } from '../../formats/repository/library-files.ts';
import { listsPath, readingPath, settingsPath, tagsPath } from '../../formats/repository/repository-files.ts';
import type { Carrier } from './carrier.ts';
import type { Database, SharedValuesRow } from '../../database/database.ts';
import { syncState } from '../../database/sync/sync-queries.ts';
import type { ListChange, PlaceChange, ReceivedValues, TagChange } from '../../database/sync/sync-piece.ts';

export interface SharedValuesDependencies {
  readonly database: Database;
  readonly repository: Pick<Carrier, 'find' | 'read'>;
  readonly device: string;
  /** Epoch ms. */
  readonly now: () => number;
  readonly settings: SharedSettings;
}

/** What the user has set and takes along: how articles look. */
export interface SharedSettings {
  readonly read: () => Promise<Readonly<Record<string, unknown>>>;
  /** Any value is taken for hostile. */
  readonly write: (settings: Readonly<Record<string, unknown>>) => Promise<void>;
}

export interface ValuesToSync {
  /** For the worker, before anything else; null where all is here. */
  readonly received: ReceivedValues | null;
  /** For the next commit. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** What is common once they are sent. */
  readonly base: readonly SharedValuesRow[];
}

/** Where the values of each kind lie in the repository. */
const paths = { tags: tagsPath, settings: settingsPath, lists: listsPath, reading: readingPath } as const;

const tagValue = v.object({ label: v.string(), color: v.nullable(v.picklist(tagColors)) });
const colors: ReadonlySet<string> = new Set(tagColors);

/**
 * Tags, smart lists, settings and reading places of both sides, merged. Settings that come are set at once; the rest is for the
 * worker to write. `withPlaces`: all clips of the repository are here, so that each place has its clip.
 */
export async function valuesToSync(
  dependencies: SharedValuesDependencies,
  head: string | null,
  { withPlaces }: { readonly withPlaces: boolean },
): Promise<ValuesToSync> {
  const { database, settings } = dependencies;
  const tags = await mergeOne(dependencies, head, 'tags', await localTags(database));
  const own = new Map(Object.entries(await settings.read()) as [string, Json][]);
  const set = await mergeOne(dependencies, head, 'settings', own);
  const kept = await database.smartLists.toArray();
  const lists = await mergeOne(dependencies, head, 'lists', new Map(kept.map(asValue)));
  const reading = withPlaces ? await mergeReading(dependencies, head) : null;
  if (set.changed.size > 0) await settings.write(Object.fromEntries(set.changed));
  const received = {
    tags: [...tags.changed].flatMap(([key, value]) => tagChange(key, value)),
    lists: [...lists.changed].flatMap(([id, value]) => listChange(id, value)),
    places: [...(reading?.changed ?? [])].flatMap(([clipId, value]) => placeChange(clipId, value)),
  };
  const all = [tags, set, lists, ...(reading === null ? [] : [reading])];
  const isHere =
    Object.values(received).every(({ length }) => length === 0) && all.every(({ isNew }) => !isNew);
  const base = all.map(({ name, theirs }) => ({ name, values: theirs }));
  return {
    received: isHere ? null : { ...received, base },
    files: new Map(all.flatMap(({ files }) => [...files])),
    base: all.map(({ name, merged }) => ({ name, values: merged })),
  };
}

function asValue({ id, name, query, rule, changedAt }: SmartList): [string, Json] {
  return [id, { name, query, rule: rule === null ? null : { ...rule }, changedAt }];
}

interface MergedValues {
  readonly name: SharedValuesRow['name'];
  readonly theirs: StampedMap<Json>;
  readonly merged: StampedMap<Json>;
  readonly changed: ReadonlyMap<string, Json>;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** The repository has other values than when they were last merged. */
  readonly isNew: boolean;
}

interface Merging {
  /** Earlier deletions are not told any more (epoch ms). */
  readonly forgetsBefore?: number;
  readonly timeOf?: (value: Json) => number;
}

async function mergeOne(
  { database, repository, device, now }: SharedValuesDependencies,
  head: string | null,
  name: SharedValuesRow['name'],
  values: ReadonlyMap<string, Json>,
  { forgetsBefore = 0, timeOf }: Merging = {},
): Promise<MergedValues> {
  const path = paths[name];
  const row = await database.sharedValues.get(name);
  const base = withoutOldDeletions(row?.values ?? new Map(), forgetsBefore);
  // Of the commit that is here as a whole, what was last merged is what the repository has: no file is read.
  const isKnown = row !== undefined && (await syncState(database)).commit === head;
  const theirs = isKnown ? base : withoutOldDeletions(await valuesAt(repository, head, path), forgetsBefore);
  // What two libraries have before they meet is of no time: what the repository has stands.
  const stamping = { device, now: row === undefined ? 0 : now() };
  const ours = stampValues(values, base, timeOf === undefined ? stamping : { ...stamping, timeOf });
  const merged = mergeStampedMaps(base, ours, theirs);
  return {
    name,
    theirs,
    merged,
    changed: changedValues(ours, merged),
    files: new Map(isSame(merged, theirs) ? [] : [[path, stampedBytes(merged)]]),
    isNew: row === undefined || !isSame(base, theirs),
  };
}

async function valuesAt(
  repository: SharedValuesDependencies['repository'],
  head: string | null,
  path: string,
): Promise<StampedMap<Json>> {
  const blob = head === null ? null : await repository.find(head, path);
  return readStamped(blob === null ? null : await repository.read(blob));
}

/** So long (ms) devices are told that an article is not being read any more. */
const endsAreTold = 60 * 24 * 60 * 60_000;

/** Where the user is in articles: by clip. A clip that is not here has the place that is known of it. */
async function mergeReading(
  dependencies: SharedValuesDependencies,
  head: string | null,
): Promise<MergedValues> {
  const { database, now } = dependencies;
  const begun = await database.clips.orderBy('reading.at').toArray();
  const places = new Map<string, Json>(
    begun.flatMap(({ id, reading }) => (reading === undefined ? [] : [[id, { ...reading }]])),
  );
  const known = (await database.sharedValues.get('reading'))?.values ?? new Map<string, { value: Json }>();
  const others = [...known.keys()].filter((id) => !places.has(id));
  const here = new Set(await database.clips.where('id').anyOf(others).primaryKeys());
  for (const id of others) if (!here.has(id)) places.set(id, known.get(id)?.value ?? null);
  return await mergeOne(dependencies, head, 'reading', places, {
    forgetsBefore: now() - endsAreTold,
    timeOf: (value) => placeOf(value)?.at ?? 0,
  });
}

function isSame(a: StampedMap<Json>, b: StampedMap<Json>): boolean {
  const text = (values: StampedMap<Json>) => canonicalText(Object.fromEntries(values));
  return text(a) === text(b);
}

async function localTags(database: Database): Promise<ReadonlyMap<string, Json>> {
  const rows = await database.tags.toArray();
  return new Map(
    rows.map(({ key, label, color }) => [key, { label, color: colors.has(color ?? '') ? color : null }]),
  );
}

function listChange(id: string, value: Json): ListChange[] {
  if (value === null) return [{ id, list: null }];
  const parsed = v.safeParse(smartListSchema, { ...(Object(value) as object), id });
  return parsed.success ? [{ id, list: parsed.output }] : [];
}

function tagChange(key: string, value: Json): TagChange[] {
  if (value === null) return [{ key, tag: null }];
  const parsed = v.safeParse(tagValue, value);
  return parsed.success && parseTag(parsed.output.label)?.key === key ? [{ key, tag: parsed.output }] : [];
}

const placeValue = v.object({
  block: v.pipe(v.number(), v.integer(), v.minValue(0)),
  share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  at: v.pipe(
    v.number(),
    v.check((time) => isTime(time)),
  ),
});

function placeOf(value: Json): ReadingPlace | null {
  const parsed = v.safeParse(placeValue, value);
  return parsed.success ? parsed.output : null;
}

function placeChange(clipId: string, value: Json): PlaceChange[] {
  const place = placeOf(value);
  return value === null || place !== null ? [{ clipId, place }] : [];
}
