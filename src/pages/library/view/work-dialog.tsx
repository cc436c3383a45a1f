import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { BookChoice } from '../../export/book-choice.tsx';
import { exportFormats } from '../../export/export-formats.ts';
import { ExportProgress } from '../../export/export-progress.tsx';
import { isLink } from '../../../core/clip/is-link.ts';
import type { ClipId } from '../../../core/clip/clip.ts';
import { fetchEstimate } from '../../../core/job/fetch-estimate.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { copyClips, sendToObsidian } from '../state/copying.ts';
import { useLibrary } from '../state/library.ts';

/** What is done with the ticked clips as wholes: written into a file, or made anew. */
export function WorkDialog({ onClose }: { readonly onClose: () => void }) {
  const translation = useTranslation();
  const { t } = translation;
  const { selection, exporting, reextract } = useLibrary();
  const ids = selection.target.value;
  const many = countText(translation, 'clipCount', ids.length);
  const close = () => {
    exporting.cancel();
    onClose();
  };
  return (
    <Dialog title={`${t('actionWork')} · ${many}`} kind="work-dialog" onClose={close}>
      <Copies ids={ids} onDone={close} />
      <h3>{t('exportTitle')}</h3>
      <p>{t('exportManyWhat')}</p>
      <div class="dialog-buttons">
        {exportFormats.map(([format, label]) => (
          <Button
            key={format}
            busy={exporting.state.value.kind === 'working'}
            onClick={() => exporting.clips(ids, format)}
          >
            {t(label)}
          </Button>
        ))}
      </div>
      <BookChoice highlights={exporting.bookHighlights} />
      <ExportProgress exporting={exporting} />
      <GetArticles ids={ids} onStart={close} />
      <h3>{t('reextractTitle')}</h3>
      <p>{t('reextractManyWhat')}</p>
      <div class="dialog-buttons">
        <Button
          icon="update"
          onClick={() => {
            reextract(`${t('reextractTitle')}: ${many}`, ids);
            close();
          }}
        >
          {t('reextractNow')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Of the ticked clips, for other programs. */
function Copies({ ids, onDone }: { readonly ids: readonly ClipId[]; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const library = useLibrary();
  const [first, ...others] = ids;
  const button = (label: MessageKey, icon: IconName, run: () => void) => (
    <Button
      icon={icon}
      onClick={() => {
        run();
        onDone();
      }}
    >
      {t(label)}
    </Button>
  );
  return (
    <>
      <h3>{t('copyTitle')}</h3>
      <div class="dialog-buttons">
        {button('readerCopyMarkdown', 'copy', () => copyClips(library, 'markdown'))}
        {button('copyRich', 'copy', () => copyClips(library, 'rich'))}
        {button('copyLinksMarkdown', 'link', () => copyClips(library, 'links'))}
        {first === undefined || others.length > 0
          ? null
          : button('sendToObsidian', 'external', () => sendToObsidian(library, first))}
      </div>
    </>
  );
}

/** Of the ticked clips that are links alone. */
function GetArticles({ ids, onStart }: { readonly ids: readonly ClipId[]; readonly onStart: () => void }) {
  const translation = useTranslation();
  const { t } = translation;
  const { rows, getArticles } = useLibrary();
  const clips = ids.flatMap((id) => rows.byId.value.get(id) ?? []);
  const links = clips.filter((clip) => clip.trashedAt === null && isLink(clip));
  if (links.length === 0) return null;
  const subject = t('linksTitle', countText(translation, 'linkCount', links.length));
  const { sites, perMinute } = fetchEstimate(links.map(({ url }) => url));
  return (
    <>
      <h3>{subject}</h3>
      <p>{t('linksWhat', perMinute, countText(translation, 'siteCount', sites))}</p>
      <div class="dialog-buttons">
        <Button
          icon="add"
          onClick={() => {
            getArticles(subject, links);
            onStart();
          }}
        >
          {t('getArticles')}
        </Button>
      </div>
    </>
  );
}
