import { useEffect } from 'preact/hooks';
import { type Announcer, LiveRegion } from '../../../ui/announcer.tsx';
import { actionLabels, failureText } from '../../../ui/failure-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Reader, ReaderView, ShownClip } from '../state/reader.ts';
import { ArticleView } from './article-view.tsx';
import { ClipHeader } from './clip-header.tsx';

export interface ReaderPageProps {
  readonly reader: Reader;
  readonly block: number | null;
  readonly copy: (text: string) => Promise<void>;
  readonly announcer: Announcer;
  readonly now: () => number;
}

export function ReaderPage(props: ReaderPageProps) {
  const { t } = useTranslation();
  const view = props.reader.view.value;
  return (
    <>
      {view.kind === 'loading' ? <Loading /> : null}
      {view.kind === 'failed' ? <Missing view={view} onRetry={props.reader.start} /> : null}
      {view.kind === 'shown' ? <Shown {...props} view={view} /> : null}
      {props.reader.failed.value === null ? null : (
        <Notice tone="error" text={t(failureText(props.reader.failed.value).message)} />
      )}
      <LiveRegion announcer={props.announcer} />
    </>
  );
}

function Shown({
  reader,
  block,
  copy,
  announcer,
  now,
  view: { shown, sanitize },
}: ReaderPageProps & { readonly view: ReaderView & { readonly kind: 'shown' } }) {
  const { clip, body } = shown;
  useEffect(() => {
    document.title = clip.title;
  }, [clip.title]);
  return (
    <article>
      <ClipHeader shown={shown} now={now()} />
      <StateNotice shown={shown} onRestore={reader.restore} />
      {body.html === '' ? null : (
        <ArticleView
          html={body.html}
          sanitize={sanitize}
          language={clip.language}
          block={block}
          copy={copy}
          announce={announcer.say}
        />
      )}
    </article>
  );
}

function StateNotice({ shown, onRestore }: { readonly shown: ShownClip; readonly onRestore: () => void }) {
  const { t } = useTranslation();
  if (shown.clip.trashedAt !== null) {
    const restore = { label: t('clipRestore'), run: onRestore };
    return <Notice tone="info" text={t('readerInTrash')} action={restore} />;
  }
  return shown.body.html === '' ? <Notice tone="info" text={t('readerLinkOnly')} /> : null;
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
