import { clipFileName } from '../../../formats/export/clip-file-name.ts';
import type { MarkdownClip } from '../../../formats/export/clip-markdown.ts';
import type { MarkdownForm } from '../../../formats/export/markdown-form.ts';
import type { Database } from '../../../database/database.ts';
import { labelledClips } from '../../../database/transfer/export-queries.ts';
import type { MarkdownSample } from '../state/markdown-choice.ts';

/** How much of the file is shown, in UTF-16 units. */
const shownLength = 1_600;
/** Longer articles are not written for a look at their first lines. In UTF-16 units. */
const longest = 400_000;

/** The newest article of the library in this form, or one that is made up. Needs a document. */
export async function markdownSample(database: Database, form: MarkdownForm): Promise<MarkdownSample> {
  const { clipMarkdown } = await import('../../../formats/export/clip-markdown.ts');
  const { id, clip } = (await newest(database)) ?? madeUp;
  const text = clipMarkdown(clip, new Map(), { form });
  const cut = text.length > shownLength ? `${text.slice(0, shownLength).trimEnd()}\n…` : text;
  return { name: `${clipFileName({ ...clip.clip, id }, form.fileName)}.md`, text: cut };
}

async function newest(
  database: Database,
): Promise<{ readonly id: string; readonly clip: MarkdownClip } | null> {
  const clips = await database.clips.orderBy('savedAt').reverse().limit(20).toArray();
  const found = clips.find(({ trashedAt, words }) => trashedAt === null && words > 0);
  if (found === undefined) return null;
  for await (const clip of labelledClips(database, [found.id]))
    if ((clip.body?.html.length ?? 0) < longest) return { id: found.id, clip };
  return null;
}

const madeUp: { readonly id: string; readonly clip: MarkdownClip } = {
  id: '1a2b3c4d',
  clip: {
    clip: {
      title: 'How Go schedules goroutines',
      url: 'https://blog.example/go-scheduler',
      siteName: 'Example Blog',
      author: 'Lin',
      publishedAt: '2026-03-05',
      savedAt: Date.UTC(2026, 10, 28, 9, 30),
      updatedAt: Date.UTC(2026, 10, 28, 9, 30),
      language: 'en',
      note: 'For the talk',
      readAt: null,
      starred: true,
    },
    body: {
      html: '<h2>Work stealing</h2><p>Each processor has a queue of its own.</p><pre><code class="language-go">go run()</code></pre>',
      blocks: [],
      description: null,
    },
    tags: ['go', 'C#', 'reading list'],
  },
};
