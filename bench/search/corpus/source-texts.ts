import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOfMarkdown, type SourceText } from './markdown-blocks.ts';
import { ownTexts } from './own-texts.ts';

function titleOf(folder: string, text: Pick<SourceText, 'blocks'>): string {
  const meta = join(folder, 'meta.json');
  if (existsSync(meta)) {
    const { title } = JSON.parse(readFileSync(meta, 'utf8')) as { title?: unknown };
    if (typeof title === 'string' && title !== '') return title;
  }
  return text.blocks.find((block) => block.kind === 'heading')?.text ?? 'Untitled';
}

/** All `truth.md` below a folder (with `meta.json` beside for the title), or texts of our own if there is no folder. */
export function sourceTexts(folder: string | null, own = 600): readonly SourceText[] {
  if (folder === null) return ownTexts(own);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('truth.md'))
    .sort()
    .map((path) => {
      const blocks = blocksOfMarkdown(readFileSync(join(folder, path), 'utf8'));
      return { title: titleOf(join(folder, path, '..'), { blocks }), blocks };
    })
    .filter((text) => text.blocks.length > 0);
}
