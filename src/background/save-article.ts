import { parseArticle } from '../domain/clip/extraction.ts';
import { parseTags } from '../domain/tag/tag.ts';
import type { SaveArticleInput, SaveResult } from '../messages/contract.ts';
import { saveClip } from '../storage/clip-writes.ts';
import type { Shelf } from './shelf.ts';

/** Stores what was extracted. The article has been through a hostile page, so it is parsed here, whoever sends it. */
export async function saveArticle(shelf: Shelf, input: SaveArticleInput): Promise<SaveResult> {
  const article = parseArticle(input.article);
  return await saveClip(
    await shelf.database(),
    {
      article,
      tags: input.tags === null ? null : parseTags(input.tags),
      note: input.note,
      source: input.source === null || input.source === undefined ? null : bytesOf(input.source),
    },
    { newId: crypto.randomUUID(), now: Date.now() },
  );
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
}
