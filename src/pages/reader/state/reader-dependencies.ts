import { type AttemptDependencies, sayFailure } from '../../../ui/attempt.ts';
import type { Toasts } from '../../../ui/toasts.ts';
import type { Translation } from '../../../ui/translation.ts';
import type { Copied } from '../../../ui/clipboard.ts';
import type { NoteForObsidian } from '../../export/hand-to-obsidian.ts';
import type { SelectedRange } from '../article/selected-range.ts';
import type { Reader, ReaderDependencies, ShownClip } from './reader.ts';

export type ReaderDialog =
  'outline' | 'typography' | 'edit' | 'help' | 'more' | 'versions' | 'highlights' | 'left-out';

/** What makes the texts; loaded when it is first asked for. */
export interface CopyModules {
  readonly markdownOf: (shown: ShownClip, passage: SelectedRange | null) => Promise<string>;
  readonly richOf: (shown: ShownClip, passage: SelectedRange | null) => Promise<Copied>;
  readonly noteOf: (shown: ShownClip) => Promise<NoteForObsidian>;
}

/** All that the reader's actions need of the world. */
export interface ReaderContextDependencies extends Pick<ReaderDependencies, 'send' | 'reportBug'> {
  readonly reader: Reader;
  readonly toasts: Toasts;
  readonly translation: Translation;
  /** Into the clipboard. Rejects where the browser refuses. */
  readonly copy: (text: string, html?: string) => Promise<void>;
  readonly openAddress: (address: string) => void;
  /** Asks for access to the sites of these addresses, at once. */
  readonly requestAccess: (urls: readonly string[]) => Promise<boolean>;
  /** What of the article is selected. */
  readonly selected: () => SelectedRange | null;
  readonly copies: CopyModules;
}

/** Runs work on the clip that is shown, and says what fails. */
export type Attempt = (work: (shown: ShownClip) => Promise<void>) => void;

export function attemptOnShown({
  reader,
  ...dependencies
}: AttemptDependencies & Pick<ReaderContextDependencies, 'reader'>): Attempt {
  const fail = sayFailure(dependencies);
  return (work) => {
    const view = reader.view.peek();
    if (view.kind !== 'shown') return;
    work(view.shown).catch(fail);
  };
}
