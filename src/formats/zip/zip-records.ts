import { flags, lengths, overflow16, overflow32, signatures, zip64Extra } from './zip-format.ts';

/** What the headers of one entry say. Sizes and offset in bytes. */
export interface EntryRecord {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
  /** Epoch ms, kept to two seconds. */
  readonly modifiedAt: number;
}

/** Sizes are known before an entry is written, so there is no data descriptor. An entry is smaller than 4 GiB. */
export function localHeader(entry: EntryRecord): Uint8Array<ArrayBuffer> {
  const view = record(lengths.local, signatures.local);
  view.setUint16(4, versionNeeded(false), true);
  commonFields(view, 6, entry);
  return joined(view, entry.name);
}

export function centralHeader(entry: EntryRecord): Uint8Array<ArrayBuffer> {
  const far = entry.offset >= overflow32;
  const extra = far ? zip64Offset(entry.offset) : new DataView(new ArrayBuffer(0));
  const view = record(lengths.central, signatures.central);
  view.setUint16(4, versionNeeded(far), true);
  view.setUint16(6, versionNeeded(far), true);
  commonFields(view, 8, entry);
  view.setUint16(30, extra.byteLength, true);
  view.setUint32(42, far ? overflow32 : entry.offset, true);
  return joined(view, entry.name, extra);
}

/** The archive's end; with the zip64 records before it where a number needs them. */
export function endRecords(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const view = record(lengths.end, signatures.end);
  const shownCount = Math.min(count, overflow16);
  view.setUint16(8, shownCount, true);
  view.setUint16(10, shownCount, true);
  view.setUint32(12, Math.min(size, overflow32), true);
  view.setUint32(16, Math.min(offset, overflow32), true);
  const needed = count >= overflow16 || size >= overflow32 || offset >= overflow32;
  return needed ? joined(zip64End(count, size, offset), zip64Locator(offset + size), view) : joined(view);
}

function zip64End(count: number, size: number, offset: number): DataView<ArrayBuffer> {
  const view = record(lengths.zip64End, signatures.zip64End);
  setUint64(view, 4, lengths.zip64End - 12);
  view.setUint16(12, versionNeeded(true), true);
  view.setUint16(14, versionNeeded(true), true);
  setUint64(view, 24, count);
  setUint64(view, 32, count);
  setUint64(view, 40, size);
  setUint64(view, 48, offset);
  return view;
}

function zip64Locator(endOffset: number): DataView<ArrayBuffer> {
  const view = record(lengths.zip64Locator, signatures.zip64Locator);
  setUint64(view, 8, endOffset);
  view.setUint32(16, 1, true);
  return view;
}

function zip64Offset(offset: number): DataView<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(12));
  view.setUint16(0, zip64Extra, true);
  view.setUint16(2, 8, true);
  setUint64(view, 4, offset);
  return view;
}

/** The fields from the flags to the name's length, which both headers have in this order. */
function commonFields(view: DataView, at: number, entry: EntryRecord): void {
  const [date, time] = dosTime(entry.modifiedAt);
  view.setUint16(at, flags.utf8, true);
  view.setUint16(at + 2, entry.method, true);
  view.setUint16(at + 4, time, true);
  view.setUint16(at + 6, date, true);
  view.setUint32(at + 8, entry.crc, true);
  view.setUint32(at + 12, entry.compressedSize, true);
  view.setUint32(at + 16, entry.size, true);
  view.setUint16(at + 20, entry.name.length, true);
}

/** MS-DOS date and time in UTC, so that an archive does not depend on where it was made. */
function dosTime(modifiedAt: number): [date: number, time: number] {
  const date = new Date(modifiedAt);
  const year = date.getUTCFullYear();
  if (!(year >= 1980)) return [(1 << 5) | 1, 0];
  if (year > 2107) return [(127 << 9) | (12 << 5) | 31, (23 << 11) | (59 << 5) | 29];
  return [
    ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
  ];
}

function versionNeeded(zip64: boolean): number {
  return zip64 ? 45 : 20;
}

function record(length: number, signature: number): DataView<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, signature, true);
  return view;
}

function setUint64(view: DataView, at: number, value: number): void {
  view.setBigUint64(at, BigInt(value), true);
}

function joined(...parts: readonly (DataView | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}
