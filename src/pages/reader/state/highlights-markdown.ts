import type { TextBlock } from '../../../core/clip/article.ts';
import type { Clip } from '../../../core/clip/clip.ts';
import { anchorOf } from '../../../core/highlight/anchor.ts';
import type { Highlight } from '../../../core/highlight/highlight.ts';

/** Highlights of a clip as Markdown to be pasted: each passage as a quotation, its note below. */
export function highlightsMarkdown(
  { title, url }: Pick<Clip, 'title' | 'url'>,
  blocks: readonly TextBlock[],
  highlights: readonly Highlight[],
): string {
  const parts = highlights.map((highlight) => {
    const { place, anchor, note } = highlight;
    const now = place === null || anchor.picture !== undefined ? null : anchorOf(blocks, place);
    const passage = quotation(now?.quote ?? anchor.quote, place !== null && isCode(blocks, place));
    return note.trim() === '' ? passage : `${passage}\n\n${note.trim()}`;
  });
  return `# ${title.replaceAll(/\s+/g, ' ')}\n\n<${url}>\n\n${parts.join('\n\n')}\n`;
}

function isCode(blocks: readonly TextBlock[], { from, to }: NonNullable<Highlight['place']>): boolean {
  return from.block === to.block && blocks[from.block]?.kind === 'code';
}

function quotation(text: string, code: boolean): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const lines = code
    ? [fence, ...text.split('\n'), fence]
    : text
        .split('\n')
        .flatMap((line) => [line, ''])
        .slice(0, -1);
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}
