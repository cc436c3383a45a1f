import { Dialog } from '../../../ui/dialog.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Action } from '../state/action.ts';
import { useLibrary } from '../state/library.ts';
import { Facets } from './facet-rail.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { PaletteDialog } from './palette-dialog.tsx';
import { SmartListDialog } from './smart-list-dialog.tsx';
import { StatisticsDialog } from './statistics-dialog.tsx';
import { WorkDialog } from './work-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';

export function Dialogs({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation();
  const { dialog, showDialog } = useLibrary();
  const close = () => showDialog(null);
  switch (dialog.value) {
    case null:
      return null;
    case 'help':
      return <HelpDialog actions={actions} onClose={close} />;
    case 'palette':
      return <PaletteDialog actions={actions} onClose={close} />;
    case 'smart-list':
      return <SmartListDialog onClose={close} />;
    case 'add-tags':
      return <TagDialog kind="add" onClose={close} />;
    case 'remove-tags':
      return <TagDialog kind="remove" onClose={close} />;
    case 'delete':
      return <DeleteDialog all={false} onClose={close} />;
    case 'empty-trash':
      return <DeleteDialog all onClose={close} />;
    case 'work':
      return <WorkDialog onClose={close} />;
    case 'statistics':
      return <StatisticsDialog onClose={close} />;
    case 'filters':
      return (
        <Dialog title={t('filtersTitle')} kind="filters-dialog" onClose={close}>
          <Facets />
        </Dialog>
      );
  }
}
