import type { ReadonlySignal } from '@preact/signals';
import type { Announcer } from '../../../ui/announcer.tsx';
import type { ThemeChoice } from '../../../ui/theme.ts';
import type { Toasts } from '../../../ui/toasts.ts';
import type { ReaderActions } from '../state/actions.ts';
import type { Neighbours } from '../state/no-neighbours.ts';
import type { ReaderContextDependencies } from '../state/reader-dependencies.ts';
import type { Reader, ReaderView } from '../state/reader.ts';
import type { ReadingKeeper } from '../state/reading-keeper.ts';
import type { TypographyChoice } from '../state/typography.ts';
import type { ClipWork } from '../state/work.ts';

/** What the reader's page is made of. */
export interface ReaderPageProps {
  readonly reader: Reader;
  readonly actions: ReaderActions;
  readonly work: ClipWork;
  readonly theme: ThemeChoice;
  readonly typography: TypographyChoice;
  readonly reading: ReadingKeeper;
  readonly neighbours: ReadonlySignal<Neighbours>;
  readonly toasts: Toasts;
  readonly block: number | null;
  readonly copy: (text: string) => Promise<void>;
  readonly announcer: Announcer;
  readonly now: () => number;
  /** What the parts that are loaded later are made with. */
  readonly world: Pick<
    ReaderContextDependencies,
    'reader' | 'send' | 'reportBug' | 'toasts' | 'translation' | 'copy'
  >;
}

/** The page while it shows a clip. */
export type ShownProps = ReaderPageProps & { readonly view: ReaderView & { readonly kind: 'shown' } };
