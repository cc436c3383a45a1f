import { textOf } from './read-values.ts';

/** Whether a flag is set, as tools and people write it. */
export function isYes(value: unknown): boolean {
  return ['true', 'yes', 'y', '1', 'x', '✓', '✔', '是', '已读', 'checked'].includes(
    textOf(value).trim().toLowerCase(),
  );
}

/** Whether it may be a flag at all, and no date. */
export function isFlag(value: unknown): boolean {
  return textOf(value).trim().length < 6;
}

/** `trash` was deleted there, `feed` was never saved by the user. */
export type State = 'read' | 'starred' | 'trash' | 'feed';

const states: readonly (readonly [RegExp, State])[] = [
  [/^(?:archived?|read|done|finished|completed?|2|已读|读完|完成|已归档|归档)$/i, 'read'],
  [/^(?:starred|shortlist|favou?rites?|星标)$/i, 'starred'],
  [/^(?:deleted|trash(?:ed)?|removed)$/i, 'trash'],
  [/^(?:feed|suggested)$/i, 'feed'],
];

/** What a word for the state of an entry means; null for those that say nothing (`unread`, `later`). */
export function stateOf(text: string): State | null {
  return states.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? null;
}
