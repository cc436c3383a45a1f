import { fullDate, relativeDate } from '../../../ui/date-text.ts';
import { failureText } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { PageView } from '../state/page-view.ts';
import { type Popup, doneTexts } from '../state/popup.ts';

/** Below this share of the page's text the reader is warned; articles that came through well lie above it. */
const lowCoverage = 0.6;

export interface PageNoticeProps {
  readonly popup: Popup;
  readonly view: PageView;
}

/** What there is to say of this page beside its title: that it is clipped, or why it is not. */
export function PageNotice({ popup, view }: PageNoticeProps) {
  const { t, language } = useTranslation();
  const keptTags = popup.tags.entry.value.tags.length === 0 ? undefined : t('keptTags');
  switch (view.kind) {
    case 'reading':
      return null;
    case 'ready': {
      const { coverage } = view.article.integrity;
      if (coverage >= lowCoverage) return null;
      const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(coverage);
      return <Notice tone="warning" text={t('pageLowCoverage', percent)} />;
    }
    case 'working':
      return view.slow ? <Notice tone="info" text={t('pageStillSaving')} /> : null;
    case 'clipped':
      return <ClippedLine now={popup.now()} view={view} />;
    case 'trashed':
      return <Notice tone="info" text={t('pageInTrash')} />;
    case 'unreadable':
      return <Notice tone="info" text={t(failureText(view.code).message)} more={keptTags} />;
    case 'failed': {
      const more = view.clip === null ? keptTags : t('keptClip');
      return <Notice tone="error" text={t(failureText(view.code).message)} more={more} />;
    }
  }
}

interface ClippedLineProps {
  readonly now: number;
  readonly view: PageView & { readonly kind: 'clipped' };
}

/** "Saved" for what this popup did, and when for what was done before. */
function ClippedLine({ now, view: { clip, done } }: ClippedLineProps) {
  const { t, language } = useTranslation();
  const key = clip?.words === 0 ? 'pageLinkClipped' : 'pageClipped';
  const before = clip === null ? '' : t(key, relativeDate(clip.savedAt, now, language));
  return (
    <p class="page-state" title={clip === null ? undefined : fullDate(clip.savedAt, language)}>
      <Icon name="check" />
      {done === null ? before : t(doneTexts[done])}
    </p>
  );
}
