import { bodyFromArticle, clipContent } from '../../src/core/clip/clip-from-article.ts';
import { urlKey } from '../../src/core/clip/url-key.ts';
import type { Clip } from '../../src/core/clip/clip.ts';
import type { BackupClip } from '../../src/formats/backup/backup-clip.ts';
import { makeArticle } from './article.ts';
import { noon, utf8 } from './zip.ts';

/** A clip with everything that the library can have of one. */
export function makeBackupClip(id: string, changes: Partial<Clip> = {}): BackupClip {
  const article = makeArticle({ url: `https://blog.example.com/${id}` });
  const body = bodyFromArticle(id, article);
  return {
    clip: {
      ...clipContent(article),
      id,
      urlKey: urlKey(article.url),
      tags: ['grpc', 'dev/网络'],
      note: 'why\nnot',
      savedAt: noon,
      updatedAt: noon + 5_000,
      readAt: null,
      starred: true,
      trashedAt: null,
      ...changes,
    },
    body,
    versions: [
      {
        content: { ...clipContent(article), title: 'Before' },
        body: { ...body, html: '<p>before</p>' },
        takenAt: noon,
      },
    ],
    source: { gzip: utf8('\u001F\u008Bpage'), extractorVersion: '1', savedAt: noon },
    assets: [{ url: 'https://img.example/a.png', type: 'image/png', bytes: utf8('png') }],
  };
}
