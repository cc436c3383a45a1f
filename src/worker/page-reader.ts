import type { ParserPage } from '../browser/parser-page.ts';
import { unpackMessage } from '../disk/large-message.ts';
import { type PageReader, createPageReader } from '../rpc/parser-page/page-reading.ts';

/** Reads pages by the parser page, whose long answers come through the file system. */
export function createReader(page: ParserPage): PageReader {
  return createPageReader(page, unpackMessage);
}
