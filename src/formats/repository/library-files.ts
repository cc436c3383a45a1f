import * as v from 'valibot';
import { Failure } from '../../core/failure.ts';
import { type LibraryLock, mostIterations, usualIterations } from '../../core/sync/library-lock.ts';
import type { Json, SharedClip } from '../../core/sync/shared-clip.ts';
import { heldKeys } from '../../core/sync/shared-clip.ts';
import { type StampedMap, compareText, latestStamp } from '../../core/sync/stamp.ts';
import { canonicalJson } from '../backup/canonical-json.ts';
import { jsonOf } from './read-clip.ts';
import { markdownPath } from './repository-files.ts';

const format = 'clipshelf-library';
/** Rises when an older Clipshelf could not read the files without losing something. */
const repositoryVersion = 1;
/** That of repositories whose files are encrypted. */
const encryptedVersion = 2;

/** What tells a library from any other repository. */
export interface Marker {
  /** Names by device; none where they are encrypted as all is. */
  readonly devices: StampedMap<Json>;
  /** null where all may be read. */
  readonly lock: LibraryLock | null;
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

const readableMarker = v.object({ version: v.literal(repositoryVersion), devices: pairs });

const derivation = 'PBKDF2-SHA-256';
const cipher = 'AES-256-GCM';
const base64 = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^(?:[A-Za-z\d+/]{4})+(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/),
    v.minLength(least),
    v.maxLength(most),
  );

const encryptedMarker = v.object({
  version: v.literal(encryptedVersion),
  encryption: v.object({
    cipher: v.literal(cipher),
    derivation: v.literal(derivation),
    iterations: v.pipe(v.number(), v.integer(), v.minValue(usualIterations), v.maxValue(mostIterations)),
    salt: base64(24, 88),
    check: base64(24, 44),
  }),
});

/** Larger ones are not parsed, in bytes. */
const largest = 16 * 2 ** 20;

/** Throws `import/newer-version`; null where the file is not the marker of a library. */
export function readMarker(bytes: Uint8Array): Marker | null {
  const value = bytes.byteLength > largest ? null : jsonOf(bytes);
  const head = v.safeParse(v.object({ format: v.literal(format), version: v.number() }), value);
  if (!head.success) return null;
  if (head.output.version > encryptedVersion)
    throw new Failure('import/newer-version', `repository version ${head.output.version}`);
  const encrypted = v.safeParse(encryptedMarker, value);
  if (encrypted.success) {
    const { iterations, salt, check } = encrypted.output.encryption;
    return { devices: new Map(), lock: { iterations, salt, check } };
  }
  const readable = v.safeParse(readableMarker, value);
  return readable.success ? { devices: new Map(readable.output.devices), lock: null } : null;
}

/** The bytes of `clipshelf.json`. */
export function markerBytes(devices: StampedMap<Json>): Uint8Array<ArrayBuffer> {
  return jsonBytes({ format, version: repositoryVersion, devices: sorted(devices) });
}

/** The bytes of `clipshelf.json` where all else is encrypted. */
export function encryptedMarkerBytes({ iterations, salt, check }: LibraryLock): Uint8Array<ArrayBuffer> {
  const encryption = { cipher, derivation, iterations, salt, check };
  return jsonBytes({ format, version: encryptedVersion, encryption });
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

/** The clips that a day's index names. */
export function idsInIndex(text: string): readonly string[] {
  return [...linesOfIndex(text).keys()];
}

function linesOfIndex(text: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const line of text.split('\n')) {
    const id = /"id":"([\w-]{1,64})"/.exec(line.slice(0, 200))?.[1];
    if (id !== undefined && line.startsWith('{') && line.endsWith('}')) all.set(id, line);
  }
  return all;
}

/** A day's index after these clips changed (null: gone). Lines that are none go. Empty where no clip is left. */
export function indexAfter(text: string, lines: ReadonlyMap<string, string | null>): string {
  const all = linesOfIndex(text);
  for (const [id, line] of lines) {
    if (line === null) all.delete(id);
    else all.set(id, line);
  }
  return [...all]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([, line]) => `${line}\n`)
    .join('');
}
