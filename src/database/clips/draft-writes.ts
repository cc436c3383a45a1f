import type { Draft } from '../../core/clip/draft.ts';
import type { Database } from '../database.ts';
import { write } from '../write.ts';

/** Keeps what was typed about a page; an empty draft is none. */
export async function saveDraft(database: Database, draft: Draft): Promise<void> {
  const empty = draft.tags.length === 0 && draft.tagText.trim() === '' && draft.note.trim() === '';
  await write(database, 'draft', async () => {
    if (empty) await database.drafts.delete(draft.urlKey);
    else await database.drafts.put(draft);
  });
}

/** Forgets the draft of a page. Throws `store/*`. */
export async function clearDraft(database: Database, urlKey: string): Promise<void> {
  await write(database, 'draft', () => database.drafts.delete(urlKey));
}
