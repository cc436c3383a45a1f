import { Failure } from '../../core/failure.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { problem } from '../import/imported-clip.ts';
import { type ClipRecordFile, parseClipRecord } from './clip-record.ts';
import { type SharedText, parseSharedText } from './shared-text.ts';
import { recordPath } from './repository-files.ts';
import { sha256Of } from './share-clip.ts';

/** Larger files are not parsed, in bytes. */
const largestRecord = 8 * 2 ** 20;
const largestText = 64 * 2 ** 20;

/** A clip's record, or what is wrong with it: it must be that of the clip and the day that its path names. */
export function readClipRecord(path: string, bytes: Uint8Array): ClipRecordFile | ImportProblem {
  const place = { entry: path };
  if (bytes.byteLength > largestRecord) return problem('too-large', '', place);
  const value = jsonOf(bytes);
  if (value instanceof Failure) return problem('damaged', value.detail, place);
  const record = parsed(() => parseClipRecord(value));
  if (typeof record === 'string') return problem('wrong-shape', record, place);
  return recordPath(record.shared) === path ? record : problem('misplaced', record.shared.id, place);
}

/** A text's file under its hash, or what is wrong with it: other bytes than those that the clip names are not its text. */
export async function readSharedText(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  hash: string,
): Promise<SharedText | ImportProblem> {
  const place = { entry: path };
  if (bytes.byteLength > largestText) return problem('too-large', '', place);
  if ((await sha256Of(bytes)) !== hash) return problem('damaged', '', place);
  const value = jsonOf(bytes);
  if (value instanceof Failure) return problem('damaged', value.detail, place);
  const text = parsed(() => parseSharedText(value));
  return text === null || typeof text === 'string' ? problem('wrong-shape', text ?? '', place) : text;
}

/** Whether a file could not be read. */
export function isProblem(value: object): value is ImportProblem {
  return 'kind' in value && value.kind === 'problem';
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
