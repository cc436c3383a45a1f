import type { MessageKey } from '../../../browser/translate.ts';
import type { ListRule } from '../../../core/library/smart-list.ts';

/** A smart list to begin with. Its rule, where it has one, does nothing by itself. */
export interface ListExample {
  readonly name: MessageKey;
  readonly query: string;
  readonly rule: ListRule | null;
}

export const listExamples: readonly ListExample[] = [
  { name: 'exampleReadingList', query: 'is:unread sort:oldest', rule: null },
  { name: 'exampleLongReads', query: 'is:unread time:>15m', rule: null },
  { name: 'exampleThisWeek', query: 'after:7d', rule: null },
  { name: 'exampleUntagged', query: 'tag:none', rule: null },
  { name: 'exampleIncomplete', query: 'is:incomplete', rule: null },
  {
    name: 'exampleCheatSheets',
    query: 'has:code words:<500',
    rule: { addTags: ['cheat sheet'], star: false, markRead: false, runsOnNewClips: false },
  },
];
