import type { ClipId } from '../../core/clip/clip.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { problem } from '../../formats/import/imported-clip.ts';
import { parseMarkdownFile } from '../../formats/markdown/read/front-matter.ts';
import { decodeText } from '../../formats/text/decode-text.ts';

/** A Markdown file of the repository, whoever wrote it. */
interface ReadMarkdown {
  readonly text: string;
  /** The clip that its front matter names. */
  readonly named: ClipId | null;
  /** What of it cannot be read: then it says nothing. */
  readonly problem: ImportProblem | null;
}

/** Larger Markdown is not read, in bytes: as an article's HTML. */
const largestMarkdown = 16 * 2 ** 20;

/** Editors of Windows write UTF-16, old ones GB 18030. A problem alone where nothing can be said of the file. */
export function readMarkdown(path: string, bytes: Uint8Array): ReadMarkdown | ImportProblem {
  const entry = { entry: path };
  if (bytes.byteLength > largestMarkdown) return problem('too-large', '', entry);
  const { text, damagedAt } = decodeText(bytes);
  const { front, broken } = parseMarkdownFile(text);
  const id = front.get('clip');
  const named = typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : null;
  if (broken !== null)
    return { text, named, problem: problem('front-matter', broken.text, { ...entry, line: broken.line }) };
  if (damagedAt !== null)
    return { text, named, problem: problem('encoding', '', { ...entry, line: damagedAt }) };
  return { text, named, problem: null };
}
