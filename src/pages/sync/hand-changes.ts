import { articleOf } from '../../formats/repository/article-part.ts';
import type { ClipRecordFile } from '../../formats/repository/clip-record.ts';
import { withHandArticle } from '../../formats/repository/hand-article.ts';
import { withHandEdits } from '../../formats/repository/hand-edits.ts';
import { isProblem, readSharedText } from '../../formats/repository/read-clip.ts';
import { type SharedWithTexts, sha256Of } from '../../formats/repository/share-clip.ts';
import { clipPaths } from '../../formats/repository/write-clip.ts';
import type { Carrier } from './carrier.ts';
import { titleOfFile } from './title-of-file.ts';

/** A clip's Markdown as it is in the repository; `at` is when it was committed (epoch ms). */
interface MarkdownFile {
  readonly path: string;
  readonly markdown: string;
  readonly at: number;
}

/** What a clip's record says. `article` is null where it is not known how the Markdown's article was written: then it counts as ours. */
export interface KnownRecord {
  readonly shared: ClipRecordFile['shared'];
  readonly article: string | null;
}

/** A record with what its Markdown says by another hand: fields, the file's name, the article. */
export async function withHandChanges(
  repository: Carrier,
  head: string,
  { shared, article }: KnownRecord,
  { path, markdown, at }: MarkdownFile,
): Promise<SharedWithTexts> {
  const edited = withHandEdits(shared, markdown, at);
  // What the front matter says goes before the file's name, which is still the old title's where only that was edited.
  const isNamedAnew = path !== clipPaths(shared).markdown && edited.said.title === shared.said.title;
  const named = isNamedAnew ? titleOfFile(edited, path, at) : edited;
  const unwritten: SharedWithTexts = { shared: named, texts: new Map() };
  if (article === null || (await sha256Of(new TextEncoder().encode(articleOf(markdown)))) === article)
    return unwritten;
  const { hash } = named.text.value;
  const textPath = clipPaths(named).texts.get(hash) ?? '';
  const blob = await repository.find(head, textPath);
  const own = blob === null ? null : await readSharedText(textPath, await repository.read(blob), hash);
  return own === null || isProblem(own) ? unwritten : await withHandArticle(named, own, markdown, at);
}
