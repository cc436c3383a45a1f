import { hasOriginalPage } from '../../../core/clip/original-page.ts';
import type { Clip } from '../../../core/clip/clip.ts';
import { linkMarkdown } from '../../../core/clip/link-markdown.ts';
import { IconButton } from '../../../ui/button.tsx';
import { MenuButton, type MenuItem } from '../../../ui/menu.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

export interface RowToolsProps {
  readonly clip: Clip;
  readonly index: number;
  /** Whether Tab stops at them: only in the row that the keyboard stands on. */
  readonly isActive: boolean;
}

/** What can be done with one clip of the list without opening it, shown under the pointer and with the focus. */
export function RowTools({ clip, index, isActive }: RowToolsProps) {
  const { t } = useTranslation();
  const { edits } = useLibrary();
  const one = [clip.id];
  const isRead = clip.readAt !== null;
  const inTrash = clip.trashedAt !== null;
  const tabIndex = isActive ? 0 : -1;
  return (
    <span class="row-tools">
      <IconButton
        icon="star"
        label={t('rowStar', clip.title)}
        pressed={clip.starred}
        tabIndex={tabIndex}
        onClick={() =>
          void edits.editClips(
            one,
            { starred: !clip.starred },
            t(clip.starred ? 'doneUnstarred' : 'doneStarred'),
          )
        }
      />
      <IconButton
        icon="check"
        label={t('rowRead', clip.title)}
        pressed={isRead}
        tabIndex={tabIndex}
        onClick={() => void edits.editClips(one, { read: !isRead }, t(isRead ? 'doneUnread' : 'doneRead'))}
      />
      <IconButton
        icon={inTrash ? 'restore' : 'trash'}
        label={t(inTrash ? 'rowRestore' : 'rowTrash', clip.title)}
        tabIndex={tabIndex}
        onClick={() =>
          void edits.editClips(one, { trashed: !inTrash }, t(inTrash ? 'restored' : 'movedToTrash'))
        }
      />
      <MenuButton label={t('rowMore', clip.title)} tabIndex={tabIndex} items={useMenuItems(clip, index)} />
    </span>
  );
}

function useMenuItems(clip: Clip, index: number): readonly MenuItem[] {
  const { t } = useTranslation();
  const { dependencies, selection, showDialog, copyText } = useLibrary();
  const onThis = (dialog: 'add-tags' | 'work' | 'delete') => () => {
    selection.clear();
    selection.activate(index);
    showDialog(dialog);
  };
  const item = (name: string, icon: MenuItem['icon'], label: string, run: () => void): MenuItem => ({
    name,
    icon,
    label,
    run,
  });
  return [
    ...(hasOriginalPage(clip.url)
      ? [item('original', 'external', t('openOriginal'), () => dependencies.openTab(clip.url))]
      : []),
    item('link', 'link', t('copyLink'), () => copyText(clip.url)),
    item('markdown', 'copy', t('copyLinkMarkdown'), () => copyText(linkMarkdown(clip.title, clip.url))),
    item('tags', 'tag', t('actionAddTags'), onThis('add-tags')),
    item('work', 'more', t('actionWork'), onThis('work')),
    ...(clip.trashedAt === null ? [] : [item('delete', 'trash', t('deleteForGood'), onThis('delete'))]),
  ];
}
