import { Toast } from '../../../ui/toast.tsx';
import type { Toasts } from '../../../ui/toasts.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { FileJobs } from '../state/file-jobs.ts';
import type { ImageChoice } from '../state/image-choice.ts';
import type { Options } from '../state/options.ts';
import type { ReminderChoice } from '../state/reminder-choice.ts';
import type { Transfers } from '../state/transfer.ts';
import type { FolderChoice } from '../state/folder-choice.ts';
import { CheckSection } from './check-section.tsx';
import { FolderSection } from './folder-section.tsx';
import { ImagesSection } from './images-section.tsx';
import type { LibraryWork } from '../state/library-work.ts';
import { LibraryWorkSection } from './library-work-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { SitesSection } from './sites-section.tsx';
import { StorageSection } from './storage-section.tsx';
import { TransferSection } from './transfer-section.tsx';

export interface AppProps {
  readonly options: Options;
  readonly transfers: Transfers;
  readonly fileJobs: FileJobs;
  readonly reminder: ReminderChoice;
  readonly folder: FolderChoice;
  readonly images: ImageChoice;
  readonly work: LibraryWork;
  readonly toasts: Toasts;
}

export function App({ options, transfers, fileJobs, reminder, folder, images, work, toasts }: AppProps) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('optionsTitle')}</h1>
      <StorageSection options={options} />
      <ImagesSection images={images} />
      <TransferSection transfers={transfers} reminder={reminder} fileJobs={fileJobs} />
      <FolderSection folder={folder} />
      <LibraryWorkSection work={work} />
      <CheckSection options={options} />
      <ShortcutsSection options={options} />
      <SitesSection options={options} />
      <Toast toasts={toasts} />
    </>
  );
}
