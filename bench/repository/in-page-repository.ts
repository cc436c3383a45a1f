import { toBase64 } from '../../src/core/base64.ts';
import type { WholeClip } from '../../src/core/clip/whole-clip.ts';
import { mergeLibraries } from '../../src/core/sync/merge-libraries.ts';
import type { SharedClip } from '../../src/core/sync/shared-clip.ts';
import { indexLine } from '../../src/formats/repository/library-files.ts';
import { isProblem, readClipRecord, readSharedText } from '../../src/formats/repository/read-clip.ts';
import { indexPath } from '../../src/formats/repository/repository-files.ts';
import { shareClip, wholeOfShared } from '../../src/formats/repository/share-clip.ts';
import type { RepositoryFile } from '../../src/formats/repository/repository-files.ts';
import { clipPaths, writeClip, writeRecord } from '../../src/formats/repository/write-clip.ts';
import { type FileSealer, fileSealer } from '../../src/git/encryption/file-sealer.ts';
import { fileKeys } from '../../src/git/encryption/library-key.ts';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';

export interface RepositoryStep {
  readonly count: number;
  readonly from: number;
  readonly to: number;
  /** What is done to the clips of this step before they are written. */
  readonly edit: 'none' | 'star' | 'tag' | 'note' | 'title';
  /** Their files as those of an encrypted repository. */
  readonly encrypted: boolean;
}

export interface StepMeasure {
  /** Milliseconds for all clips of the step. */
  readonly share: number;
  readonly write: number;
  readonly read: number;
  /** Two libraries of these clips, of which one changed every tenth. */
  readonly merge: number;
  readonly heap: number;
  /** Contents in base64. */
  readonly files: readonly (readonly [path: string, content: string])[];
  readonly lines: readonly (readonly [path: string, line: string])[];
}

const now = Date.UTC(2026, 10, 28);

function edited(whole: WholeClip, edit: RepositoryStep['edit']): WholeClip {
  const { clip } = whole;
  if (edit === 'star') return { ...whole, clip: { ...clip, starred: !clip.starred } };
  if (edit === 'tag') return { ...whole, clip: { ...clip, tags: [...clip.tags, 'new-tag'] } };
  if (edit === 'note') return { ...whole, clip: { ...clip, note: 'To be read again.' } };
  if (edit === 'title') return { ...whole, clip: { ...clip, title: 'Another title', edited: ['title'] } };
  return whole;
}

function words({ body }: WholeClip): string {
  return (body?.blocks ?? []).map(({ text }) => text).join('\n');
}

/** The same key in each step. */
async function benchSealer(): Promise<FileSealer> {
  const usages: KeyUsage[] = ['deriveBits', 'deriveKey'];
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(1), 'HKDF', false, usages);
  return fileSealer(await fileKeys(key));
}

/** As they lie in the repository. */
async function sealedFiles(
  sealer: FileSealer | null,
  files: readonly RepositoryFile[],
): Promise<readonly RepositoryFile[]> {
  if (sealer === null) return files;
  const sealed = await Promise.all(files.map(({ path, bytes }) => sealer.seal(path, bytes)));
  return sealed.map(({ name, bytes }) => ({ path: name, bytes }));
}

async function openedFiles(
  sealer: FileSealer | null,
  files: readonly RepositoryFile[],
): Promise<readonly RepositoryFile[]> {
  if (sealer === null) return files;
  return (await Promise.all(files.map(({ path, bytes }) => sealer.open(path, bytes)))).flatMap(
    (file) => file ?? [],
  );
}

/** Writes some clips of a made library as files, reads them back, and merges them. */
export default async ({ count, from, to, edit, encrypted }: RepositoryStep): Promise<StepMeasure> => {
  const { clips, bodies } = makeLibrary(count, now, { blocks: 36 });
  const wholes = clips.slice(from, to).map((clip, index): WholeClip => {
    const id = `${String(from + index).padStart(8, '0')}-5b1a-4a57-9d5e-6a1f3c2b7e10`;
    const body = bodies[from + index] ?? null;
    const own = body === null ? null : { ...body, clipId: id };
    return edited({ clip: { ...clip, id }, body: own, versions: [], source: null }, edit);
  });
  const context = { device: 'aaaa0001', changedAt: () => now };
  const labels = new Map<string, string>();
  const files: (readonly [string, string])[] = [];
  const lines: (readonly [string, string])[] = [];
  const sealer = encrypted ? await benchSealer() : null;
  let [share, write, read] = [0, 0, 0];
  const library = new Map<string, SharedClip>();
  for (const whole of wholes) {
    const start = performance.now();
    const { shared, texts } = await shareClip({ whole, images: new Map() }, null, context);
    const shareEnd = performance.now();
    const { hash } = shared.text.value;
    const path = clipPaths(shared).texts.get(hash) ?? '';
    const own = encrypted ? [await writeRecord(shared)] : await writeClip(shared, whole, labels);
    const written = await sealedFiles(sealer, [...own, { path, bytes: texts.get(hash) ?? new Uint8Array() }]);
    const writeEnd = performance.now();
    const [bytes, record] = (await openedFiles(sealer, written)).toReversed();
    if (bytes === undefined || record === undefined) throw new Error(`not opened: ${path}`);
    const back = readClipRecord(record.path, record.bytes);
    if (isProblem(back)) throw new Error(back.reason);
    const text = await readSharedText(path, bytes.bytes, hash);
    if (isProblem(text)) throw new Error(text.reason);
    const again = wholeOfShared(back.shared, new Map([[hash, text]]));
    if (words(again) !== words(whole)) throw new Error(`another text: ${path}`);
    share += shareEnd - start;
    write += writeEnd - shareEnd;
    read += performance.now() - writeEnd;
    library.set(shared.id, shared);
    for (const file of written) files.push([file.path, toBase64(file.bytes)]);
    if (!encrypted) lines.push([indexPath(shared.savedAt), indexLine(shared, whole.clip.url, labels)]);
  }
  const changed = [...library].map(([id, clip], index) => {
    const starred = { value: !clip.starred.value, at: now + 1, by: 'bbbb0002' };
    return [id, index % 10 === 0 ? { ...clip, starred } : clip] as const;
  });
  const start = performance.now();
  const merged = mergeLibraries(library, library, new Map(changed));
  const merge = performance.now() - start;
  if (merged.length !== library.size) throw new Error('the merge lost a clip');
  const { memory } = performance as { memory?: { usedJSHeapSize: number } };
  return { share, write, read, merge, heap: memory?.usedJSHeapSize ?? 0, files, lines };
};
