import type { MessageKey } from '../../../browser/translate.ts';
import { type LeftOut, type LeftOutReason, leftOutReasons } from '../../../core/clip/left-out.ts';
import { isPutBack } from '../../../core/clip/put-back.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { lengthText } from '../../../ui/length-text.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { ShownClip } from '../state/reader.ts';

const names: Record<LeftOutReason, MessageKey> = {
  outside: 'leftOutOutside',
  unaccounted: 'leftOutUnaccounted',
  navigation: 'leftOutNavigation',
  related: 'leftOutRelated',
  comments: 'leftOutComments',
  advertisement: 'leftOutAdvertisement',
  author: 'leftOutAuthor',
  details: 'leftOutDetails',
  hidden: 'leftOutHidden',
  duplicate: 'leftOutDuplicate',
  controls: 'leftOutControls',
};

/** What may be the article comes before what never is. */
const order: readonly LeftOutReason[] = [
  'unaccounted',
  'outside',
  ...leftOutReasons.filter((reason) => reason !== 'unaccounted' && reason !== 'outside'),
];

export interface LeftOutDialogProps {
  readonly shown: ShownClip;
  readonly onPutBack: (passage: LeftOut) => void;
  readonly onClose: () => void;
}

/** What the page shows and the article does not hold, by the reason; one press puts a passage back where it stood. */
export function LeftOutDialog({ shown: { body, edits }, onPutBack, onClose }: LeftOutDialogProps) {
  const { t } = useTranslation();
  const passages = (edits?.original ?? body).integrity.leftOut ?? [];
  const groups = order
    .map((reason) => ({ reason, all: passages.filter((passage) => passage.reason === reason) }))
    .filter(({ all }) => all.length > 0);
  return (
    <Dialog title={t('leftOutTitle')} kind="left-out-dialog" onClose={onClose}>
      <p class="left-out-intro">{t('leftOutIntro')}</p>
      {groups.map(({ reason, all }) => (
        <section key={reason}>
          <h3>{t(names[reason])}</h3>
          <ul class="left-out-list">
            {all.map((passage, index) => (
              // The passages of a body stay as they are.
              // oxlint-disable-next-line react/no-array-index-key -- its order is fixed
              <li key={index}>
                <Passage
                  passage={passage}
                  isBack={isPutBack(passage, edits?.edits ?? [])}
                  onPutBack={onPutBack}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

interface PassageProps {
  readonly passage: LeftOut;
  readonly isBack: boolean;
  readonly onPutBack: (passage: LeftOut) => void;
}

function Passage({ passage, isBack, onPutBack }: PassageProps) {
  const translation = useTranslation();
  const { t } = translation;
  return (
    <div class="left-out" data-missing={passage.isMissing} data-back={isBack}>
      <p>
        <span dir="auto" class="left-out-text">
          {passage.text}
        </span>
        <span class="left-out-facts">
          {lengthText(translation, passage.words, { language: null, text: passage.text })}
          {passage.isMissing ? ` · ${t('leftOutMaybeMissing')}` : ''}
        </span>
      </p>
      {passage.html === null ? null : (
        <Button icon={isBack ? 'close' : 'restore'} onClick={() => onPutBack(passage)}>
          {t(isBack ? 'leftOutTakeOut' : 'leftOutPutBackAction')}
        </Button>
      )}
    </div>
  );
}
