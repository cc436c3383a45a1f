import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { type ProblemFacts, problemReport } from '../../../core/report/problem-report.ts';
import type { RecordedFailure } from '../../../core/report/recorded-failure.ts';
import { bodyOf, clipCounts, recentClips } from '../../../database/clips/clip-queries.ts';
import type { Database } from '../../../database/database.ts';
import type { Attempt } from '../../../ui/attempt.ts';

export interface ProblemReportDependencies {
  readonly openDatabase: () => Promise<Database>;
  /** Bytes that the browser counts for us; null where it does not say. */
  readonly estimate: () => Promise<number | null>;
  readonly recentFailures: () => Promise<readonly RecordedFailure[]>;
  readonly version: string;
  readonly browser: string;
  readonly language: string;
  readonly copy: (text: string) => Promise<void>;
  readonly attempt: Attempt;
}

export interface ProblemReporting {
  /** The text for the user to read and change; null while it is not asked for or not ready. */
  readonly text: ReadonlySignal<string | null>;
  readonly isOpen: ReadonlySignal<boolean>;
  readonly withAddress: ReadonlySignal<boolean>;
  /** Whether there is a clip whose address could be added. */
  readonly hasAddress: ReadonlySignal<boolean>;
  readonly isCopied: ReadonlySignal<boolean>;
  readonly open: () => void;
  readonly close: () => void;
  readonly change: (text: string) => void;
  /** Makes the text anew, with or without the address of the last clip. */
  readonly includeAddress: (include: boolean) => void;
  readonly copy: () => void;
}

/** "Report a problem": a text that the user reads before anything is done with it. Nothing is sent. */
export function createProblemReporting(dependencies: ProblemReportDependencies): ProblemReporting {
  const facts = signal<ProblemFacts | null>(null);
  const text = signal<string | null>(null);
  const isOpen = signal(false);
  const withAddress = signal(false);
  const isCopied = signal(false);
  const { attempt } = dependencies;
  const write = () => {
    text.value = facts.value === null ? null : problemReport(facts.value, withAddress.value);
    isCopied.value = false;
  };
  return {
    text,
    isOpen,
    withAddress,
    hasAddress: computed(() => (facts.value?.lastClip ?? null) !== null),
    isCopied,
    open: () => {
      isOpen.value = true;
      withAddress.value = false;
      text.value = null;
      attempt(async () => {
        facts.value = await gather(dependencies);
        write();
      });
    },
    close: () => {
      isOpen.value = false;
    },
    change: (changed) => {
      text.value = changed;
      isCopied.value = false;
    },
    includeAddress: (include) => {
      withAddress.value = include;
      write();
    },
    copy: () =>
      attempt(async () => {
        await dependencies.copy(text.value ?? '');
        isCopied.value = true;
      }),
  };
}

/** Where the library does not open, the report is made without it: that is when it is needed most. */
async function gather(dependencies: ProblemReportDependencies): Promise<ProblemFacts> {
  const { version, browser, language, estimate, recentFailures } = dependencies;
  const [used, failures, library] = await Promise.all([
    estimate(),
    recentFailures(),
    ofLibrary(dependencies).catch((error: unknown) => ({
      clips: 0,
      trashed: 0,
      problems: [`the library does not open: ${String(error)}`],
      lastClip: null,
    })),
  ]);
  return { version, browser, language, used, failures, ...library };
}

async function ofLibrary({ openDatabase }: ProblemReportDependencies) {
  const [database, { checkLibrary }] = await Promise.all([
    openDatabase(),
    import('../../../database/check-library.ts'),
  ]);
  const [{ clips, trashed }, { problems }, [last]] = await Promise.all([
    clipCounts(database),
    checkLibrary(database),
    recentClips(database, { limit: 1 }),
  ]);
  const body = last === undefined ? null : await bodyOf(database, last.id);
  const lastClip = last === undefined || body === null ? null : { url: last.url, integrity: body.integrity };
  return { clips, trashed, problems, lastClip };
}
