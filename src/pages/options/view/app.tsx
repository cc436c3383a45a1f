import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ThemeChoice } from '../../../ui/theme.ts';
import { Toast } from '../../../ui/toast.tsx';
import type { Toasts } from '../../../ui/toasts.ts';
import { useTranslation } from '../../../ui/translation.ts';
import { usePart } from '../../../ui/use-part.ts';
import { FrameHeader } from '../../frame/frame-header.tsx';
import type { ListLookChoice } from '../../frame/list-look.ts';
import type { SettingsGroup } from '../../frame/settings-groups.ts';
import type { FileJobs } from '../state/file-jobs.ts';
import type { FolderChoice } from '../state/folder-choice.ts';
import type { ImageChoice } from '../state/image-choice.ts';
import type { LibraryWork } from '../state/library-work.ts';
import type { MarkdownChoice } from '../state/markdown-choice.ts';
import type { Options } from '../state/options.ts';
import type { ProblemReporting } from '../state/problem-report.ts';
import type { ReminderChoice } from '../state/reminder-choice.ts';
import type { Transfers } from '../state/transfer.ts';
import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { CheckSection } from './check-section.tsx';
import { FolderSection } from './folder-section.tsx';
import { ImagesSection } from './images-section.tsx';
import { ExportSection, ReextractSection } from './library-work-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { SideList } from './side-list.tsx';
import { SitesSection } from './sites-section.tsx';
import type { SyncChoice } from '../state/sync-choice.ts';
import { StorageSection } from './storage-section.tsx';
import { SyncSection } from './sync-section.tsx';
import { TransferSection } from './transfer-section.tsx';

export interface AppProps {
  readonly options: Options;
  readonly transfers: Transfers;
  readonly fileJobs: FileJobs;
  readonly reminder: ReminderChoice;
  readonly folder: FolderChoice;
  readonly images: ImageChoice;
  readonly work: LibraryWork;
  readonly markdown: MarkdownChoice;
  readonly sync: SyncChoice;
  readonly theme: ThemeChoice;
  readonly look: ListLookChoice;
  readonly runningJobs: ReadonlySignal<number>;
  readonly version: string;
  readonly reporting: ProblemReporting;
  readonly toasts: Toasts;
}

export function App(props: AppProps) {
  const { t } = useTranslation();
  const {
    options,
    images,
    work,
    markdown,
    folder,
    sync,
    theme,
    look,
    version,
    reporting,
    toasts,
    runningJobs,
  } = props;
  return (
    <>
      <FrameHeader current="settings" jobs={runningJobs} />
      <div class="settings">
        <SideList />
        <main class="panels options">
          <h1>{t('optionsTitle')}</h1>
          <Group id="appearance">
            <AppearanceSection theme={theme} look={look} />
          </Group>
          <Group id="clipping">
            <ImagesSection images={images} />
            <ReextractSection work={work} />
          </Group>
          <Group id="shortcuts">
            <ShortcutsSection options={options} />
          </Group>
          <Group id="transfer">
            <TransferSection {...props} links={work.links} />
            <ExportSection work={work} />
            <LazyMarkdown markdown={markdown} />
          </Group>
          <Group id="sync">
            <SyncSection sync={sync} backup={props.transfers} />
          </Group>
          <Group id="folder">
            <FolderSection folder={folder} />
          </Group>
          <Group id="storage">
            <StorageSection options={options} />
            <CheckSection options={options} />
          </Group>
          <Group id="sites">
            <SitesSection options={options} />
          </Group>
          <Group id="about">
            <AboutSection version={version} reporting={reporting} />
          </Group>
        </main>
      </div>
      <Toast toasts={toasts} />
    </>
  );
}

/** Its tables of names are not needed for the first paint. */
function LazyMarkdown({ markdown }: { readonly markdown: MarkdownChoice }) {
  const load = async () => (await import('./markdown-section.tsx')).MarkdownSection;
  const Section = usePart(true, load, markdown.reportBug).value;
  return Section === null ? null : <Section markdown={markdown} />;
}

/** What one line of the side list leads to. */
function Group({ id, children }: { readonly id: SettingsGroup; readonly children: ComponentChildren }) {
  return (
    <div id={id} class="settings-group">
      {children}
    </div>
  );
}
