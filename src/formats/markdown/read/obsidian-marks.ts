import type MarkdownIt from 'markdown-it';
import { endOfMark } from './end-of-mark.ts';

type InlineRule = Parameters<MarkdownIt['inline']['ruler']['push']>[1];

/** What Obsidian, Logseq, SiYuan and Typora add to Markdown: `==marked==`, `%%comment%%`, `^block-id`, links and pictures in `[[…]]`. */
export function obsidianMarks(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'wiki-link', wikiLink);
  md.inline.ruler.before('emphasis', 'marked', marked);
  md.inline.ruler.before('emphasis', 'comment', comment);
  md.inline.ruler.before('link', 'block-id', blockId);
  md.core.ruler.before('block', 'comments', (state) => {
    state.src = withoutCommentBlocks(state.src);
  });
}

/** Longest comment that is taken out, in UTF-16 units. */
const maxComment = 20_000;

/** Comments of several lines, which begin and end with `%%` on a line of its own. Code is left alone. */
function withoutCommentBlocks(text: string): string {
  if (!/^%%[ \t]*$/m.test(text)) return text;
  const kept: string[] = [];
  let fence = '';
  let comment: string[] | null = null;
  for (const line of text.split('\n')) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (comment === null && mark !== '' && (fence === '' || mark.startsWith(fence)))
      fence = fence === '' ? mark : '';
    if (fence === '' && /^%%[ \t]*$/.test(line)) comment = comment === null ? [line] : null;
    else if (comment === null) kept.push(line);
    else comment.push(line);
  }
  // One that never ends is text.
  return [...kept, ...(comment ?? [])].join('\n').slice(0, text.length);
}

/** `[[Note]]`, `[[Note|shown]]`: what it shows, since the note is not here. `![[picture.png|300]]` is a picture. */
const wikiLink: InlineRule = (state, silent) => {
  const rest = state.src.slice(state.pos, state.pos + 400);
  const [whole, embed, target = '', shown] = /^(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/.exec(rest) ?? [];
  if (whole === undefined) return false;
  if (!silent && embed === '')
    state.push('text', '', 0).content = shown === undefined || shown === '' ? target : shown;
  if (!silent && embed === '!' && isPicture(target)) {
    const image = state.push('image', 'img', 0);
    image.attrs = [
      ['src', target.trim()],
      ['alt', ''],
      // It names a file of the vault, never one of the site.
      ['data-beside', ''],
    ];
    image.children = [];
    // The number after the bar is a width.
    image.content = shown === undefined || /^\d+(?:x\d+)?$/.test(shown) ? '' : shown;
    if (image.content !== '') {
      const alt = new state.Token('text', '', 0);
      alt.content = image.content;
      image.children = [alt];
    }
  }
  state.pos += whole.length;
  return true;
};

function isPicture(target: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i.test((target.split('#', 1)[0] ?? '').trim());
}

/** In UTF-16 units. */
const longestMark = 20_000;
/** Up to where a text is known to have no end of a mark, so that a text of many beginnings is not read again for each. */
const endless = new WeakMap<object, number>();

const marked: InlineRule = (state, silent) => {
  if (!state.src.startsWith('==', state.pos) || /[\s=]/.test(state.src[state.pos + 2] ?? ' ')) return false;
  if (state.pos < (endless.get(state) ?? 0)) return false;
  const limit = Math.min(state.posMax, state.pos + longestMark);
  const end = endOfMark(state.src, state.pos + 2, limit);
  if (end === null) {
    endless.set(state, limit);
    return false;
  }
  const outer = state.posMax;
  if (!silent) {
    // The author's own marks are HTML: these are highlights of whoever wrote the note.
    state.push('mark_open', 'mark', 1).attrSet('data-highlight', '');
    state.pos += 2;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('mark_close', 'mark', -1);
    state.posMax = outer;
  }
  state.pos = end + 2;
  return true;
};

const comment: InlineRule = (state, _silent) => {
  if (!state.src.startsWith('%%', state.pos)) return false;
  const end = state.src.indexOf('%%', state.pos + 2);
  if (end === -1 || end - state.pos > maxComment) return false;
  state.pos = end + 2;
  return true;
};

/** At the end of a block; only the name by which other notes link to it. */
const blockId: InlineRule = (state, _silent) => {
  if (
    state.src.length - state.pos > 100 ||
    state.src[state.pos] !== '^' ||
    !/\s/.test(state.src[state.pos - 1] ?? '\n')
  )
    return false;
  const rest = state.src.slice(state.pos, state.pos + 80);
  const [name] = /^\^[A-Za-z\d-]{1,60}(?=\s*$)/.exec(rest) ?? [];
  if (name === undefined || state.pos + name.length < state.src.trimEnd().length) return false;
  state.pos = state.src.length;
  return true;
};
