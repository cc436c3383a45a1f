import type { MessageKey } from '../../../browser/translate.ts';
import type { Keys } from '../../../ui/keys.ts';

/** Something the page can do: what the keyboard, the palette and the help have in common. */
export interface Action {
  readonly id: string;
  readonly label: MessageKey;
  readonly group: 'list' | 'clips' | 'page';
  readonly keys: readonly Keys[];
  readonly isPossible: () => boolean;
  readonly run: () => void;
}
