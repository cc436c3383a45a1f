import { bodyFromArticle, clipContent } from '../../core/clip/clip-from-article.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { byHand, nextStamp } from '../../core/sync/stamp.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { parseTag } from '../../core/tag/tag.ts';
import { importNote } from '../import/notes/note.ts';
import { importedArticle } from '../import/imported-article.ts';
import { type ImportedClip, problem } from '../import/imported-clip.ts';
import { articleOf } from './article-part.ts';
import { type SharedWithTexts, sha256Of, shareClip } from './share-clip.ts';
import { type SharedText, sharedTextOf, textBytes } from './shared-text.ts';
import { clipPaths } from './write-clip.ts';

const unsaid: Omit<ImportedClip, 'url' | 'title' | 'content'> = {
  tags: [],
  note: '',
  highlights: [],
  savedAt: null,
  read: false,
  readAt: null,
  starred: false,
  publishedAt: null,
  author: null,
  language: null,
  siteName: null,
  description: null,
};

/**
 * The clip with the article that somebody wrote in its Markdown file; what it had becomes a version. `at` is the time of that
 * change (epoch ms). Needs a document.
 */
export async function withHandArticle(
  shared: SharedClip,
  text: SharedText,
  markdown: string,
  at: number,
): Promise<SharedWithTexts> {
  const { url } = text;
  const content = { kind: 'markdown', text: withAddresses(shared, articleOf(markdown)) } as const;
  const article = importedArticle({ ...unsaid, url, title: shared.said.title.value.text ?? url, content });
  const { siteName, language } = text;
  const row = { ...clipContent(article), siteName, language };
  const body = {
    ...bodyFromArticle(shared.id, article),
    description: text.description,
    pageTags: text.pageTags,
  };
  const written = sharedTextOf(row, body, at);
  const bytes = textBytes(written);
  const hash = await sha256Of(bytes);
  const stamp = nextStamp(at, shared.text, byHand);
  const earlier = shared.versions.get(shared.text.value.hash);
  const { said } = shared.text.value;
  const kept = { said, replaced: { by: 'backup', at } } as const;
  return {
    shared: {
      ...shared,
      text: { value: { hash, isEmpty: article.html === '', chosenAt: null, said }, ...stamp },
      versions: new Map([
        ...shared.versions,
        [shared.text.value.hash, { value: kept, ...nextStamp(at, earlier ?? null, byHand) }],
      ]),
    },
    texts: new Map([[hash, bytes]]),
  };
}

/** Pictures in the file are named by their paths in the repository. */
function withAddresses(shared: SharedClip, markdown: string): string {
  let text = markdown;
  for (const [url, path] of clipPaths(shared).assets) text = text.replaceAll(`../../${path}`, () => url);
  return text;
}

/**
 * The clip that a Markdown file which somebody put there becomes: every note that our importer reads and that names its page.
 * Its id follows from its content, so that all devices give it the same. Needs a document.
 */
export async function clipOfNote(
  path: string,
  markdown: string,
  at: number,
): Promise<SharedWithTexts | ImportProblem> {
  const [entry] = importNote(markdown, path);
  if (entry === undefined) return problem('no-url', '', { entry: path });
  if (entry.kind === 'problem') return entry;
  const { clip: note } = entry;
  const article = importedArticle(note);
  const digest = await sha256Of(new TextEncoder().encode(`${article.url}\n${markdown}`));
  const id = digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const savedAt = note.savedAt ?? at;
  const whole: WholeClip = {
    clip: {
      ...clipContent(article),
      id,
      urlKey: urlKey(article.url, article.canonicalUrl),
      tags: note.tags.flatMap((label) => parseTag(label)?.key ?? []),
      note: note.note,
      savedAt,
      updatedAt: savedAt,
      readAt: note.readAt ?? (note.read ? at : null),
      starred: note.starred,
      trashedAt: null,
    },
    body: bodyFromArticle(id, article),
    versions: [],
    source: null,
  };
  return await shareClip({ whole, images: new Map() }, null, {
    device: byHand,
    changedAt: () => at,
  });
}
