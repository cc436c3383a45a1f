import type { ComponentChildren } from 'preact';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../browser/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { countText, useTranslation } from '../../ui/translation.ts';
import { SkipLink } from './skip-link.tsx';
import { SyncSign } from './sync-sign.tsx';
import { type View, views } from '../library-route/library-route.ts';

/** The places that the header leads to. */
export type FramePlace = View | 'jobs' | 'settings';

const labels: Readonly<Record<View | 'jobs', MessageKey>> = {
  clips: 'viewClips',
  highlights: 'highlightsTitle',
  snippets: 'viewSnippets',
  tags: 'viewTags',
  jobs: 'viewJobs',
};
const jobsAddress = '../jobs/index.html';
const settingsAddress = '../options/index.html';

export interface FrameHeaderProps {
  /** null on a page that is none of them: the reader. */
  readonly current: FramePlace | null;
  /** How many jobs are under way. */
  readonly jobs: ReadonlySignal<number>;
  /** The library's own views: where each stands, and how to go there without leaving the page. */
  readonly library?: { readonly addressOf: (view: View) => string; readonly go: (view: View) => void };
  /** The search box; a plain one where there is none. */
  readonly search?: ComponentChildren;
  /** Where the page's content begins; its `main` where nothing is said. */
  readonly onSkip?: (() => void) | undefined;
  /** Buttons of the page, before the settings. */
  readonly children?: ComponentChildren;
}

/** On top of every page: the mark, the views, the search, the jobs that are under way, the settings. */
export function FrameHeader({ current, jobs, library, search, onSkip, children }: FrameHeaderProps) {
  const { t } = useTranslation();
  const nav = useRef<HTMLElement>(null);
  // In a narrow window with long words the list of views scrolls: where one is must not be outside of it.
  useEffect(() => {
    const here = nav.current?.querySelector('[aria-current]');
    here?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const addressOf = (view: View) =>
    library?.addressOf(view) ?? `../library/index.html${view === 'clips' ? '' : `?view=${view}`}`;
  return (
    <header class="frame-header">
      <SkipLink onSkip={onSkip} />
      <div class="frame-row">
        {/* Clips is the next link, so that this one is no stop of its own. */}
        <a class="brand" href={addressOf('clips')} aria-label="Clipshelf" tabIndex={-1}>
          <img src="/icons/48.png" width={24} height={24} alt="" />
          <span>Clipshelf</span>
        </a>
        <nav ref={nav} class="frame-nav" aria-label={t('libraryNav')}>
          {views.map((view) => (
            <a
              key={view}
              href={addressOf(view)}
              {...currentLink(current === view)}
              onClick={(event) => {
                if (library === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                library.go(view);
              }}
            >
              {t(labels[view])}
            </a>
          ))}
          <a href={jobsAddress} {...currentLink(current === 'jobs')}>
            {t(labels.jobs)}
            <RunningJobs count={jobs} />
          </a>
        </nav>
        <div class="frame-search">{search ?? <PlainSearch />}</div>
        <Toolbar class="frame-tools" label={t('pageTools')}>
          {children}
          <SyncSign />
          <a
            class="icon-button"
            href={settingsAddress}
            aria-label={t('settings')}
            aria-current={current === 'settings' ? 'page' : undefined}
            title={t('settings')}
          >
            <Icon name="gear" />
          </a>
        </Toolbar>
      </div>
    </header>
  );
}

/** Where one is: marked, and no tab stop, since it leads nowhere. */
function currentLink(isCurrent: boolean) {
  return isCurrent ? ({ 'aria-current': 'page', tabIndex: -1 } as const) : {};
}

function RunningJobs({ count: { value: count } }: { readonly count: ReadonlySignal<number> }) {
  const translation = useTranslation();
  if (count === 0) return null;
  const text = countText(translation, 'jobsRunning', count);
  return (
    <span class="frame-count" role="img" aria-label={text} title={text}>
      {count}
    </span>
  );
}

/** Leads to the library with what is searched for. */
function PlainSearch() {
  const { t } = useTranslation();
  return (
    <form class="search-field" role="search" action="../library/index.html">
      <Icon name="search" />
      <input
        class="text-field"
        type="search"
        name="q"
        aria-label={t('searchLabel')}
        placeholder={t('searchPlaceholder')}
        autocomplete="off"
        spellcheck={false}
        maxLength={1000}
      />
    </form>
  );
}
