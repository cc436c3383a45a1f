import { join } from 'node:path';
import { serveGit } from '../../tests/harness/git-server.ts';
import { setUpSync } from '../../tests/harness/sync.ts';
import { type Tour, takePicture } from './stage.ts';

/** Sets sync up with an empty repository of a Git server on this machine, and shows what the repository has afterwards. */
export async function sync(tour: Tour): Promise<void> {
  const { app, folder, language } = tour;
  if (language !== 'en') {
    console.log('  (Sync is set up in the English tour alone.)');
    return;
  }
  const server = await serveGit();
  try {
    server.create('library');
    const page = await app.openPage('options');
    await setUpSync(app, page, server, 'library', 'Tour');
    await takePicture(tour, page, join(folder, 'sync.png'));
    await page.close();
    const files = server.git('library', 'ls-tree', '-rz', '--name-only', 'main').split('\0').filter(Boolean);
    const articles = files.filter((file) => file.startsWith('clips/') && file.endsWith('.md'));
    console.log(
      `  synced    ${server.address('library')}: ${files.length} files, ${articles.length} of them articles`,
    );
    console.log(`            ${articles[0] ?? ''}`);
  } finally {
    await server.close();
  }
}
