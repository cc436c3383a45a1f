import * as v from 'valibot';
import { Failure } from '../../core/failure.ts';
import type { Json, SharedClip } from '../../core/sync/shared-clip.ts';
import { heldKeys } from '../../core/sync/shared-clip.ts';
import { type StampedMap, compareText, latestStamp } from '../../core/sync/stamp.ts';
import { canonicalJson } from '../backup/canonical-json.ts';
import { jsonOf } from './read-clip.ts';
import { markdownPath } from './repository-files.ts';

const format = 'clipshelf-library';
/** Rises when an older Clipshelf could not read the files without losing something. */
const repositoryVersion = 1;

/** What tells a library from any other repository, and names its devices. */
export interface Marker {
  readonly version: number;
  /** Names by device. */
  readonly devices: StampedMap<Json>;
}

const stampedJson = v.object({
  value: v.pipe(
    v.unknown(),
    v.transform((value) => value as Json),
  ),
  at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(latestStamp)),
  by: v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/)),
});

const pairs = v.pipe(
  v.array(v.tuple([v.pipe(v.string(), v.maxLength(500)), stampedJson])),
  v.maxLength(20_000),
);

const marker = v.object({ format: v.literal(format), version: v.number(), devices: pairs });

/** Larger ones are not parsed, in bytes. */
const largest = 16 * 2 ** 20;

/** Throws `import/newer-version`; null where the file is not the marker of a library. */
export function readMarker(bytes: Uint8Array): Marker | null {
  const value = bytes.byteLength > largest ? null : jsonOf(bytes);
  const head = v.safeParse(v.object({ format: v.literal(format), version: v.number() }), value);
  if (head.success && head.output.version > repositoryVersion)
    throw new Failure('import/newer-version', `repository version ${head.output.version}`);
  const parsed = v.safeParse(marker, value);
  return parsed.success ? { version: parsed.output.version, devices: new Map(parsed.output.devices) } : null;
}

/** The bytes of `clipshelf.json`. */
export function markerBytes(devices: StampedMap<Json>): Uint8Array<ArrayBuffer> {
  return jsonBytes({ format, version: repositoryVersion, devices: sorted(devices) });
}

/** `tags.json`, `settings.json`: values by name, each with its stamp. What does not parse is an empty one. */
export function readStamped(bytes: Uint8Array | null): StampedMap<Json> {
  const value = bytes === null || bytes.byteLength > largest ? [] : jsonOf(bytes);
  const parsed = v.safeParse(pairs, value);
  return new Map(parsed.success ? parsed.output : []);
}

/** The bytes of `tags.json` or `settings.json`: equal values give equal bytes. */
export function stampedBytes(values: StampedMap<Json>): Uint8Array<ArrayBuffer> {
  return jsonBytes(sorted(values));
}

function sorted(values: StampedMap<Json>) {
  return [...values].toSorted(([a], [b]) => compareText(a, b));
}

function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${canonicalJson(value, 1)}\n`);
}

/** The clip's line in its day's index: for grep, scripts and agents; nothing of ours reads it. */
export function indexLine(shared: SharedClip, url: string, labels: ReadonlyMap<string, string>): string {
  const { id, savedAt } = shared;
  const title = shared.said.title.value.text ?? '';
  const tags = heldKeys(shared.tags)
    .toSorted()
    .map((key) => labels.get(key) ?? key);
  return canonicalJson({ id, title, url, tags, path: markdownPath({ id, title, savedAt }) });
}

/** A day's index after these clips changed (null: gone). Lines that are none go. Empty where no clip is left. */
export function indexAfter(text: string, lines: ReadonlyMap<string, string | null>): string {
  const all = new Map<string, string>();
  for (const line of text.split('\n')) {
    const id = /"id":"([\w-]{1,64})"/.exec(line.slice(0, 200))?.[1];
    if (id !== undefined && line.startsWith('{') && line.endsWith('}')) all.set(id, line);
  }
  for (const [id, line] of lines) {
    if (line === null) all.delete(id);
    else all.set(id, line);
  }
  return [...all]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([, line]) => `${line}\n`)
    .join('');
}
