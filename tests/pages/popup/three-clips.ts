import type { Database } from '../../../src/database/database.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { workerOver } from '../../factories/worker.ts';

/** Three clips, the last one newest, each with a word of its own. */
export async function threeClips(): Promise<Database> {
  const database = await makeDatabase();
  const send = workerOver(database);
  for (const [name, word] of [
    ['one', '调度器'],
    ['two', 'backpressure'],
    ['three', 'ingress'],
  ]) {
    const blocks = [
      { kind: 'prose', text: `About ${word} and networks` },
      { kind: 'code', text: `kubectl get ${word}`, language: 'bash' },
    ] as const;
    const url = `https://${name}.example/`;
    await send('saveArticle', {
      article: makeArticle({ url, title: `Clip ${name}`, blocks: [...blocks] }),
      tags: [`Tag/${name}`],
    });
    // Two clips of one millisecond have no order.
    await new Promise((done) => setTimeout(done, 2));
  }
  return database;
}
