import { Failure } from '../../core/failure.ts';
import type { FileProblem } from '../../core/sync/sync-report.ts';
import { type ClipRecordFile, parseClipRecord } from './clip-record.ts';
import { type SharedText, parseSharedText } from './shared-text.ts';
import { sha256Of } from './share-clip.ts';

/** Larger files are not parsed, in bytes. */
const largestRecord = 8 * 2 ** 20;
const largestText = 64 * 2 ** 20;

/** A clip's record, or what is wrong with it. */
export function readClipRecord(path: string, bytes: Uint8Array): ClipRecordFile | FileProblem {
  if (bytes.byteLength > largestRecord) return { path, detail: 'too large' };
  const value = jsonOf(bytes);
  if (value instanceof Failure) return { path, detail: value.detail };
  const record = parsed(() => parseClipRecord(value));
  return typeof record === 'string' ? { path, detail: record } : record;
}

/** A text's file under its hash, or what is wrong with it: other bytes than those that the clip names are not its text. */
export async function readSharedText(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  hash: string,
): Promise<SharedText | FileProblem> {
  if (bytes.byteLength > largestText) return { path, detail: 'too large' };
  if ((await sha256Of(bytes)) !== hash) return { path, detail: 'changed by hand, or damaged' };
  const value = jsonOf(bytes);
  if (value instanceof Failure) return { path, detail: value.detail };
  const text = parsed(() => parseSharedText(value));
  return text === null || typeof text === 'string' ? { path, detail: text ?? 'not a text' } : text;
}

/** Whether a file could not be read. */
export function isProblem(value: object): value is FileProblem {
  return 'detail' in value && 'path' in value;
}

export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError)
      return new Failure('import/unreadable', error.message.slice(0, 200));
    throw error;
  }
}

/** Nesting without end is a RangeError. */
function parsed<Value>(parse: () => Value): Value | string {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return 'nested too deep';
    throw error;
  }
}
