import { fromBase64 } from '../domain/base64.ts';
import { parseArticle } from '../domain/clip/extraction.ts';
import { parseTags } from '../domain/tag/tag.ts';
import type { Handlers } from '../messages/server.ts';
import { importArticles } from '../storage/import-writes.ts';
import { describeTags, restoreClips, restoreLabels } from '../storage/restore-writes.ts';
import type { Shelf } from './shelf.ts';

type ExchangeCommand = 'restoreBackup' | 'importArticles';

/** What comes in from files: read and made safe by the page that sends it, stored here. */
export function exchangeCommands(shelf: Shelf): Pick<Handlers, ExchangeCommand> {
  return {
    restoreBackup: async ({ clips, tags, drafts }) => {
      const database = await shelf.database();
      const now = Date.now();
      await restoreLabels(database, { tags, drafts });
      await describeTags(database, [...new Set(clips.flatMap(({ clip }) => clip.tags))], now);
      const whole = clips.map((each) => ({
        ...each,
        source: each.source === null ? null : { ...each.source, gzip: fromBase64(each.source.gzip) },
      }));
      const outcomes = await restoreClips(database, whole, now);
      const count = (kind: (typeof outcomes)[number]) => outcomes.filter((each) => each === kind).length;
      return { added: count('added'), updated: count('updated'), kept: count('kept') };
    },
    importArticles: async ({ articles }) => {
      const outcomes = await importArticles(
        await shelf.database(),
        articles.map((each) => ({
          ...each,
          article: parseArticle(each.article),
          tags: parseTags(each.tags),
        })),
        { newIds: articles.map(() => crypto.randomUUID()), now: Date.now() },
      );
      const added = outcomes.filter((each) => each === 'added').length;
      return { added, merged: outcomes.length - added };
    },
  };
}
