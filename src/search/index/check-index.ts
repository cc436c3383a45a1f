import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { searchDocument } from '../text/document.ts';
import { eachField, labelTerms, textTerms, type FieldTerms } from '../text/document-terms.ts';
import { DamagedIndex } from './codec/entries.ts';
import { result } from './request.ts';
import { blockStore } from './segment-blocks.ts';
import { readState, type DocRow, type FreshRow, type IndexState } from './state.ts';
import { searchStoreNames } from './stores.ts';
import { TermReader } from './term-reader.ts';
import { wordOfReversed } from './reversed-words.ts';

export interface IndexReport {
  /** The index is complete and holds exactly what the library does. */
  readonly sound: boolean;
  readonly clips: number;
  /** Clips whose entries differ from what their text and labels give, and entries of no clip. */
  readonly wrong: readonly ClipId[];
  readonly problems: readonly string[];
}

type Entries = Map<string, string[]>;

function note(entries: Entries, term: string, value: number): void {
  const list = entries.get(term);
  if (list === undefined) entries.set(term, [String(value)]);
  else list.push(String(value));
}

/** All live entries, by slot: `term` -> fields. */
export async function liveEntries(reader: TermReader): Promise<Map<number, Entries>> {
  const bySlot = new Map<number, Entries>();
  await reader.range('', null, (term, _count, read) => {
    if (wordOfReversed(term) !== null) return;
    read((slot, field) => {
      let entries = bySlot.get(slot);
      if (entries === undefined) {
        entries = new Map();
        bySlot.set(slot, entries);
      }
      note(entries, term, field);
    });
  });
  return bySlot;
}

function differs(found: Entries, expected: readonly FieldTerms[]): boolean {
  const wanted: Entries = new Map();
  for (const terms of expected) {
    for (const [term, fields] of terms) eachField(fields, (value) => note(wanted, term, value));
  }
  if (wanted.size !== found.size) return true;
  for (const [term, fields] of wanted) {
    if (fields.sort().join() !== found.get(term)?.sort().join()) return true;
  }
  return false;
}

async function compare(transaction: IDBTransaction, reader: TermReader): Promise<readonly ClipId[]> {
  const bySlot = await liveEntries(reader);
  const docs = await result<DocRow[]>(transaction.objectStore('searchDocs').getAll());
  const clips = new Map(
    (await result<Clip[]>(transaction.objectStore('clips').getAll())).map((clip) => [clip.id, clip]),
  );
  const wrong = new Set<ClipId>();
  for (const { slot, id, recency } of docs) {
    const clip = clips.get(id);
    clips.delete(id);
    const body = await result<ClipBody | undefined>(transaction.objectStore('bodies').get(id));
    const found = bySlot.get(slot) ?? new Map<string, string[]>();
    bySlot.delete(slot);
    if (clip === undefined || -recency !== clip.savedAt) {
      wrong.add(id);
      continue;
    }
    const document = searchDocument(clip, { blocks: body?.blocks ?? [] });
    if (differs(found, [textTerms(document), labelTerms(document)])) wrong.add(id);
  }
  for (const slot of bySlot.keys()) wrong.add(`slot ${slot}`);
  return [...wrong, ...clips.keys()];
}

/** Blocks of segments that there are not, and that nothing will delete. */
async function leftBlocks(transaction: IDBTransaction, state: IndexState): Promise<readonly string[]> {
  const keys = await result(blockStore(transaction).getAllKeys());
  const known = new Set<unknown>([
    ...state.segments.map(({ id }) => id),
    ...state.garbage,
    ...(state.merge === null ? [] : [state.merge.output]),
  ]);
  const stored = new Set(keys.map((key): unknown => (Array.isArray(key) ? key[0] : key)));
  return [...stored]
    .filter((segment) => !known.has(segment))
    .map((segment) => `blocks of the segment ${String(segment)}, which there is not`);
}

/** Proves that the index holds exactly what the library does. Reads everything: not for the hot path. */
export async function checkIndex(database: IDBDatabase): Promise<IndexReport> {
  const transaction = database.transaction(['clips', 'bodies', ...searchStoreNames], 'readonly');
  const clips = await result(transaction.objectStore('clips').count());
  const state = await readState(transaction);
  if (state === null) return { sound: clips === 0, clips, wrong: [], problems: ['no index'] };
  const fresh = await result<FreshRow[]>(transaction.objectStore('searchFresh').getAll());
  const problems: string[] = state.rebuiltTo === null ? [] : ['being rebuilt'];
  try {
    const wrong = await compare(transaction, new TermReader(transaction, state, fresh));
    problems.push(...(await leftBlocks(transaction, state)));
    return { sound: wrong.length === 0 && problems.length === 0, clips, wrong, problems };
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    return { sound: false, clips, wrong: [], problems: [...problems, error.message] };
  }
}
