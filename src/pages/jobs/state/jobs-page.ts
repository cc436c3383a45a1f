import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import { addressesIn, linesWithoutAddress } from '../../../core/clip/addresses-in-text.ts';
import { type JobOptions, type JobView, plainOptions } from '../../../core/job/job.ts';
import { jobActions } from '../../job-actions/job-actions.ts';
import { startJob } from '../../job-actions/start-job.ts';
import { newestViews } from '../../../database/jobs/job-views.ts';
import { createAttempt, sayFailure } from '../../../ui/attempt.ts';
import type { Toasts } from '../../../ui/toasts.ts';
import type { JobActions } from '../../../ui/job-actions.ts';
import type { JobsDependencies } from './dependencies.ts';
import type { TabChoice } from './tab-choice.ts';
import { type TabList, createTabList } from './tab-list.ts';

export interface JobsPage {
  readonly jobs: ReadonlySignal<readonly JobView[]>;
  /** How many of them are under way. */
  readonly running: ReadonlySignal<number>;
  readonly text: ReadonlySignal<string>;
  /** How many pages the text names. */
  readonly named: ReadonlySignal<number>;
  /** Lines of it that name none. */
  readonly unnamed: ReadonlySignal<readonly string[]>;
  /** Whether there are more jobs than are shown. */
  readonly hasOlder: ReadonlySignal<boolean>;
  readonly showOlder: () => void;
  readonly options: ReadonlySignal<JobOptions>;
  readonly tabList: TabList;
  readonly toasts: Toasts;
  readonly actions: JobActions;
  readonly setText: (text: string) => void;
  readonly setOptions: (options: Partial<JobOptions>) => void;
  readonly clipText: () => void;
  readonly showTabs: () => void;
  readonly clipTabs: () => void;
  readonly start: () => void;
}

/** Jobs shown at first, and more with each press. */
const shownAtOnce = 20;

export function createJobsPage(dependencies: JobsDependencies, choice: TabChoice): JobsPage {
  const { openDatabase, live, requestTabs, translation, toasts } = dependencies;
  const found = signal<readonly JobView[]>([]);
  const limit = signal(shownAtOnce);
  const jobs = computed(() => found.value.slice(0, limit.value));
  const text = signal('');
  const options = signal<JobOptions>(plainOptions);
  const addresses = computed(() => addressesIn(text.value));
  const tabList = createTabList(dependencies, choice);

  const attempt = createAttempt(dependencies);
  const clip = (subject: string, pages: readonly { url: string; title: string; tabId?: number }[]) =>
    startJob(dependencies, { subject, tags: [], pages, options: options.peek() });

  return {
    jobs,
    running: computed(() => jobs.value.filter(({ job }) => job.state === 'running').length),
    text,
    named: computed(() => addresses.value.length),
    unnamed: computed(() => linesWithoutAddress(text.value)),
    hasOlder: computed(() => found.value.length > limit.value),
    showOlder: () => {
      limit.value += shownAtOnce;
    },
    options,
    tabList,
    toasts,
    actions: jobActions(dependencies, attempt),
    setText: (value) => {
      text.value = value;
    },
    setOptions: (changes) => {
      options.value = { ...options.peek(), ...changes };
    },
    clipText: () =>
      attempt(async () => {
        if ((await clip(translation.t('jobFromList'), addresses.peek())) !== null) text.value = '';
      }),
    showTabs: () =>
      attempt(async () => {
        if (await requestTabs()) await tabList.load();
      }),
    clipTabs: () => {
      const chosen = tabList.picks.chosen.peek();
      const pages = chosen.map(({ url, title, tab }) => ({ url, title, tabId: tab.id }));
      attempt(() => clip(translation.t('jobFromTabs'), pages));
    },
    start: () =>
      attempt(async () => {
        const database = await openDatabase();
        const show = (views: readonly JobView[]) => {
          found.value = views;
        };
        let stop = () => {};
        effect(() => {
          // One more than is shown, to know whether there are older ones.
          const most = limit.value + 1;
          stop();
          stop = live(() => newestViews(database, most), show, sayFailure(dependencies));
        });
      }),
  };
}
