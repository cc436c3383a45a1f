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
    for (let index = 0; index < state.tokens.length; index += 1) {
      const token = state.tokens[index];
      if (token?.type === 'blockquote_open') markCallout(state, index);
      else if (token?.type === 'list_item_open') markTask(state.tokens, index);
    }
  });
}

function markTask(tokens: readonly Token[], index: number): void {
  const text = firstText(tokens, index);
  const box = text === null ? null : /^\[([ xX])\][ \t]+/.exec(text.content);
  if (text === null || box === null) return;
  text.content = text.content.slice(box[0].length);
  tokens[index]?.attrSet('data-task', box[1] === ' ' ? 'open' : 'done');
}

function markCallout(state: State, index: number): void {
  const { tokens } = state;
  const open = tokens[index];
  const text = firstText(tokens, index);
  if (open === undefined || text === null) return;
  const [head, word = '', title = ''] = /^\[!([\w-]+)\][+-]?([^\n]*)(?:\n|$)/.exec(text.content) ?? [];
  const type = calloutType(word);
  if (head === undefined || type === null) return;
  const close = tokens.find(
    (token, place) => place > index && token.type === 'blockquote_close' && token.level === open.level,
  );
  open.tag = 'aside';
  open.attrSet('data-callout', type);
  if (close !== undefined) close.tag = 'aside';
  text.content = text.content.slice(head.length);
  if (text.content === '') tokens.splice(index + 1, 3);
  if (!isDefaultTitle(title, type)) tokens.splice(index + 1, 0, ...titleTokens(state, title, open.level + 1));
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
