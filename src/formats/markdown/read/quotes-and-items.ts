import type MarkdownIt from 'markdown-it';
import { calloutType, isDefaultTitle } from '../../../extract/blocks/callout-types.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];
type State = Parameters<Parameters<MarkdownIt['core']['ruler']['push']>[1]>[0];

/**
 * Quotes that begin with `[!note] Title` are callouts, items that begin with `[x]` or `[ ]` are tasks. Works on the
 * blocks before their text is read, so that what stays is read as Markdown.
 */
export function quotesAndItems(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'quotes-and-items', (state) => {
    const blocks = state.tokens;
    const written: Token[] = [];
    const callouts: boolean[] = [];
    for (let index = 0; index < blocks.length; index += 1) {
      const token = blocks[index];
      if (token === undefined) break;
      written.push(token);
      if (token.type === 'blockquote_open') {
        const callout = calloutAt(blocks, index);
        callouts.push(callout !== null);
        if (callout === null) continue;
        token.tag = 'aside';
        token.attrSet('data-callout', callout.type);
        if (callout.title !== null) written.push(...titleTokens(state, callout.title, token.level + 1));
        if (callout.isEmpty) index += 3;
      } else if (token.type === 'blockquote_close') {
        if (callouts.pop() === true) token.tag = 'aside';
      } else if (token.type === 'list_item_open') markTask(blocks, index);
    }
    state.tokens = written;
  });
}

function markTask(tokens: readonly Token[], index: number): void {
  const text = firstText(tokens, index);
  const box = text === null ? null : /^\[([ xX])\][ \t]+/.exec(text.content);
  if (text === null || box === null) return;
  text.content = text.content.slice(box[0].length);
  tokens[index]?.attrSet('data-task', box[1] === ' ' ? 'open' : 'done');
}

interface Callout {
  readonly type: string;
  /** Null where it says no more than the type. */
  readonly title: string | null;
  /** Nothing follows the head in its paragraph. */
  readonly isEmpty: boolean;
}

/** Takes the head off the first paragraph of a quote that is a callout. */
function calloutAt(tokens: readonly Token[], index: number): Callout | null {
  const text = firstText(tokens, index);
  const [head, word = '', title = ''] = /^\[!([\w-]+)\][+-]?([^\n]*)(?:\n|$)/.exec(text?.content ?? '') ?? [];
  const type = calloutType(word);
  if (text === null || head === undefined || type === null) return null;
  text.content = text.content.slice(head.length);
  return { type, title: isDefaultTitle(title, type) ? null : title, isEmpty: text.content === '' };
}

function titleTokens(state: State, title: string, level: number): Token[] {
  const open = new state.Token('paragraph_open', 'p', 1);
  const text = new state.Token('inline', '', 0);
  const close = new state.Token('paragraph_close', 'p', -1);
  for (const token of [open, text, close]) {
    token.block = true;
    token.level = level;
  }
  open.attrSet('data-callout-title', '');
  text.content = title;
  text.children = [];
  return [open, text, close];
}

/** The text of the paragraph that a container begins with. */
function firstText(tokens: readonly Token[], index: number): Token | null {
  if (tokens[index + 1]?.type !== 'paragraph_open') return null;
  const text = tokens[index + 2];
  return text?.type === 'inline' ? text : null;
}
