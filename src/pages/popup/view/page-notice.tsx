import { isComplete } from '../../../core/clip/completeness.ts';
import { Button } from '../../../ui/button.tsx';
import { missingTexts } from '../../../ui/missing-texts.ts';
import { fullDate, relativeDate } from '../../../ui/date-text.ts';
import { failureText } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';
import type { PageChange } from '../state/compare-page.ts';
import type { PageView } from '../state/page-view.ts';
import type { Popup } from '../state/popup.ts';
import { doneTexts } from '../state/saving.ts';

export interface PageNoticeProps {
  readonly popup: Popup;
  readonly view: PageView;
}

/** What there is to say of this page beside its title: that it is clipped, or why it is not. */
export function PageNotice({ popup, view }: PageNoticeProps) {
  const translation = useTranslation();
  const { t, language } = translation;
  const keptTags = popup.tags.entry.value.tags.length === 0 ? undefined : t('keptTags');
  switch (view.kind) {
    case 'reading':
      return null;
    case 'ready': {
      const { integrity } = view.article;
      if (isComplete(integrity)) return <LikelyNotice popup={popup} />;
      const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(integrity.coverage);
      const missing = missingTexts(translation, integrity).join(' ');
      return (
        <>
          <LikelyNotice popup={popup} />
          <Notice
            tone="warning"
            text={t('pageLowCoverage', percent)}
            more={missing === '' ? undefined : missing}
            action={
              popup.parts.list.value === null ? { label: t('partChoose'), run: popup.parts.show } : undefined
            }
          />
        </>
      );
    }
    case 'working':
      return view.slow ? <Notice tone="info" text={t('pageStillSaving')} /> : null;
    case 'clipped':
      return <ClippedLine popup={popup} view={view} />;
    case 'trashed':
      return <Notice tone="info" text={t('pageInTrash')} />;
    case 'unreadable':
      return <Notice tone="info" text={t(failureText(view.code).message)} more={keptTags} />;
    case 'failed': {
      if (view.code === 'clip/would-lose')
        return (
          <>
            <Notice tone="warning" text={t('pageLesser')} />
            <div class="dialog-buttons">
              <Button onClick={() => popup.answerLesser('beside')}>{t('lesserKeepBoth')}</Button>
              <Button onClick={() => popup.answerLesser('replace')}>{t('lesserUpdate')}</Button>
            </div>
          </>
        );
      const more = view.clip === null ? keptTags : t('keptClip');
      return <Notice tone="error" text={t(failureText(view.code).message)} more={more} />;
    }
  }
}

interface ClippedLineProps {
  readonly popup: Popup;
  readonly view: PageView & { readonly kind: 'clipped' };
}

/** "Saved" for what this popup did, and when for what was done before; then whether the page is another one now. */
function ClippedLine({ popup, view: { clip, clipId, done } }: ClippedLineProps) {
  const translation = useTranslation();
  const { t, language } = translation;
  const { now, updated } = popup.changes;
  const key = clip?.words === 0 ? 'pageLinkClipped' : 'pageClipped';
  const before = clip === null ? '' : t(key, relativeDate(clip.savedAt, popup.now(), translation));
  return (
    <>
      <p class="page-state" title={clip === null ? undefined : fullDate(clip.savedAt, language)}>
        <Icon name="check" />
        {done === null ? before : t(doneTexts[done])}
        {done === 'updated' && updated.value !== null ? (
          <Button kind="quiet" onClick={() => popup.openChanges(clipId)}>
            {t('pageShowChanges')}
          </Button>
        ) : null}
      </p>
      <HighlightLine popup={popup} />
      {now.value === null ? null : (
        <p class="page-changed">{t('pageChanged', changeText(translation, now.value))}</p>
      )}
    </>
  );
}

/** How many highlights the page shows now; of those that it does not show, that too. */
function HighlightLine({ popup }: { readonly popup: Popup }) {
  const { t } = useTranslation();
  const shown = popup.highlights.shown.value;
  if (shown === null || shown.shown + shown.absent === 0) return null;
  const absent = shown.absent === 0 ? '' : ` ${t('highlightsNotOnPage', String(shown.absent))}`;
  return <p class="page-changed">{`${t('highlightsOnPage', String(shown.shown))}${absent}`}</p>;
}

function changeText(translation: Translation, { paragraphs, codeBlocks }: PageChange): string {
  const parts = [
    ...(paragraphs === 0 ? [] : [countText(translation, 'paragraphs', paragraphs)]),
    ...(codeBlocks === 0 ? [] : [countText(translation, 'codeBlocks', codeBlocks)]),
  ];
  return new Intl.ListFormat(translation.language, { type: 'unit' }).format(parts);
}

/** Names the clip of another address that may be of this page, and offers to update it. */
function LikelyNotice({ popup }: { readonly popup: Popup }) {
  const { t } = useTranslation();
  const likely = popup.page.likely.value;
  if (likely === null) return null;
  const action = { label: t('maybeUpdate'), run: popup.updateLikely };
  return <Notice tone="info" text={t('pageMaybeSame', likely.title)} more={t('maybeBoth')} action={action} />;
}
