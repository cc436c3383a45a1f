import { LiveRegion } from '../../../ui/announcer.tsx';
import { actionLabels, failureText } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Toast } from '../../../ui/toast.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { FrameHeader } from '../../frame/frame-header.tsx';
import type { ReaderView } from '../state/reader.ts';
import type { ReaderPageProps } from './page-props.ts';
import { Shown } from './shown-clip.tsx';

export function ReaderPage(props: ReaderPageProps) {
  const { t } = useTranslation();
  const view = props.reader.view.value;
  return (
    <>
      <FrameHeader current={null} jobs={props.reader.runningJobs} />
      <main class="reader">
        {view.kind === 'loading' ? <Loading /> : null}
        {view.kind === 'failed' ? <Missing view={view} onRetry={props.reader.start} /> : null}
        {view.kind === 'shown' ? <Shown {...props} view={view} /> : null}
        {props.reader.failed.value === null ? null : (
          <Notice tone="error" text={t(failureText(props.reader.failed.value).message)} />
        )}
      </main>
      <Toast toasts={props.toasts} />
      <LiveRegion announcer={props.announcer} />
    </>
  );
}

function Missing({
  view,
  onRetry,
}: {
  readonly view: ReaderView & { readonly kind: 'failed' };
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation();
  const { message, action } = failureText(view.code);
  const retry = { label: t(actionLabels.retry), run: onRetry };
  return (
    <>
      <h1 class="visually-hidden">Clipshelf</h1>
      <Notice tone="error" text={t(message)} action={action === 'retry' ? retry : undefined} />
      <a class="button reader-back" href="../library/index.html">
        <Icon name="library" />
        {t('openLibrary')}
      </a>
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <div class="reader-waiting">
      <h1 class="visually-hidden">{t('readerLoading')}</h1>
      <span class="blank long" />
      <span class="blank" />
    </div>
  );
}
