import { hasDirectoryPicker } from '../../platform/directory-picker.ts';
import { reportBug } from '../../platform/report-bug.ts';

/** Once the page stands: the code for it is loaded after what the reader waits for. */
const later = 2_000;

/** Lets this page keep the reader's folder up to date, where the browser can. */
export function startFolder(): void {
  if (!hasDirectoryPicker()) return;
  setTimeout(() => {
    void import('./keep-folder.ts').then(({ keepFolder }) => keepFolder()).catch(reportBug);
  }, later);
}
