import { Dialog } from '../../../ui/dialog.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { EditDialog } from './edit-dialog.tsx';
import { LeftOutDialog } from './left-out-dialog.tsx';
import { MoreDialog } from './more-dialog.tsx';
import { type Heading, Outline } from './outline.tsx';
import { ReaderHelp } from './reader-help.tsx';
import type { ShownProps } from './page-props.ts';
import { TypographyDialog } from './typography-dialog.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

export interface ReaderDialogsProps extends ShownProps {
  readonly headings: readonly Heading[];
  readonly goTo: (heading: Heading) => void;
}

/** The dialog that is open. Loaded when the first one is. */
export function ReaderDialogs({
  actions,
  work,
  typography,
  theme,
  view,
  headings,
  world,
  goTo,
}: ReaderDialogsProps) {
  const { t } = useTranslation();
  const close = () => {
    actions.dialog.value = null;
  };
  switch (actions.dialog.value) {
    case null:
    case 'highlights':
      return null;
    case 'typography':
      return <TypographyDialog typography={typography} theme={theme} onClose={close} />;
    case 'edit':
      return (
        <EditDialog
          shown={view.shown}
          storage={localStorage}
          save={actions.save}
          suggestTags={view.suggestTags}
          reportBug={world.reportBug}
          onClose={close}
        />
      );
    case 'more':
      return <MoreDialog shown={view.shown} actions={actions} work={work} onClose={close} />;
    case 'left-out':
      return <LeftOutDialog shown={view.shown} onPutBack={actions.putBack} onClose={close} />;
    case 'versions':
      return <VersionsDialog versions={work.versions} onClose={close} />;
    case 'help':
      return <ReaderHelp onClose={close} />;
    case 'outline':
      return (
        <Dialog title={t('outlineTitle')} kind="outline-dialog" onClose={close}>
          <Outline
            headings={headings}
            onChoose={(heading) => {
              close();
              setTimeout(() => goTo(heading));
            }}
          />
        </Dialog>
      );
  }
}
