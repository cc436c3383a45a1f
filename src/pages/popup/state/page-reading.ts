import { type ReadonlySignal, signal } from '@preact/signals';
import type { Extraction } from '../../../core/clip/extraction.ts';
import { Failure, failureCode } from '../../../core/failure.ts';
import type { ExtractionScope } from '../../../browser/extract-tab.ts';
import type { CurrentTab } from '../../../browser/current-tab.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Reading } from './page-view.ts';

export interface PageReading {
  /** undefined until the browser has answered. */
  readonly tab: ReadonlySignal<CurrentTab | null | undefined>;
  readonly reading: ReadonlySignal<Reading>;
  /** Reads the page, or reads it again: all of it, the part of it that was chosen, or what was read before. */
  readonly read: (scope?: ExtractionScope) => void;
  /**
   * Chooses another part of the page and reads it. What is clipped from this moment on is that part. Where it cannot be
   * chosen, what was read before is read again, and the failure of `choose` is thrown.
   */
  readonly readChosen: (scope: ExtractionScope, choose: (tabId: number) => Promise<void>) => Promise<void>;
  /** What the last reading gives, once it does. */
  readonly extraction: () => Promise<Extraction>;
  readonly findTab: () => Promise<CurrentTab>;
  /** What of the page is being read, or was read last. */
  readonly scope: () => ExtractionScope;
}

export function createPageReading({
  currentTab,
  extractTab,
  reportBug,
}: Pick<PopupDependencies, 'currentTab' | 'extractTab' | 'reportBug'>): PageReading {
  const tab = signal<CurrentTab | null | undefined>(undefined);
  const reading = signal<Reading>({ kind: 'reading' });
  let extraction: Promise<Extraction> | null = null;
  let scope: ExtractionScope = 'page';

  const findTab = async (): Promise<CurrentTab> => {
    const found = tab.peek() ?? (await currentTab());
    tab.value = found;
    if (found === null) throw new Failure('page/restricted', 'no tab');
    return found;
  };
  const follow = async (started: Promise<Extraction>) => {
    try {
      const { article } = await started;
      if (started !== extraction) return;
      reading.value = { kind: 'read', article };
    } catch (error) {
      if (started !== extraction) return;
      reading.value = { kind: 'failed', code: failureCode(error, reportBug) };
    }
  };
  const begin = (work: () => Promise<Extraction>): Promise<Extraction> => {
    reading.value = { kind: 'reading' };
    const started = work();
    extraction = started;
    void follow(started);
    return started;
  };
  const start = () => begin(async () => extractTab((await findTab()).id, scope));

  const readChosen: PageReading['readChosen'] = async (wanted, choose) => {
    const earlier = extraction;
    let isChosen = false;
    const started = begin(async () => {
      // The page knows one chosen part: nothing that reads an earlier one may come after.
      await earlier?.catch(() => undefined);
      const { id } = await findTab();
      await choose(id);
      isChosen = true;
      scope = wanted;
      return await extractTab(id, wanted);
    });
    try {
      await started;
    } catch (error) {
      // The card says what reading failed with.
      if (isChosen) return;
      if (extraction === started) void start();
      throw error;
    }
  };

  const read = (wanted = scope) => {
    scope = wanted;
    void start();
  };

  const lastExtraction = () => extraction ?? start();
  return { tab, reading, read, readChosen, extraction: lastExtraction, findTab, scope: () => scope };
}
