import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../../browser/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { actionLabels, failureText } from '../../../ui/failure-text.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { PageView } from '../state/page-view.ts';
import type { Popup } from '../state/popup.ts';

interface PageAction {
  readonly label: MessageKey;
  readonly icon: IconName;
  readonly run: () => void;
}

export interface PageActionsProps {
  readonly popup: Popup;
  readonly view: PageView;
}

/** The buttons of the card. The first one is what Enter does: it has the focus when the popup opens. */
export function PageActions({ popup, view }: PageActionsProps) {
  const { t } = useTranslation();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // At the start, and where the button that had it is gone.
    if (document.activeElement === document.body) first.current?.focus();
  });
  const [main, ...others] = actionsFor(popup, view);
  if (main === undefined) return null;
  return (
    <div class="page-actions">
      <Button
        kind={view.kind === 'clipped' ? 'plain' : 'primary'}
        icon={main.icon}
        busy={view.kind === 'working'}
        buttonRef={first}
        onClick={main.run}
      >
        {t(main.label)}
      </Button>
      {others.map(({ label, icon, run }) => (
        <Button key={label} icon={icon} onClick={run}>
          {t(label)}
        </Button>
      ))}
    </div>
  );
}

function actionsFor(popup: Popup, view: PageView): readonly PageAction[] {
  switch (view.kind) {
    case 'reading':
    case 'ready':
      return [{ label: 'clip', icon: 'add', run: popup.clip }];
    case 'working':
      return [{ label: 'clipWorking', icon: 'add', run: popup.clip }];
    case 'clipped':
      return [
        { label: 'clipOpen', icon: 'bookmark', run: () => popup.openClip(view.clipId) },
        { label: 'clipUpdate', icon: 'update', run: popup.update },
        { label: 'clipDelete', icon: 'trash', run: () => popup.clipList.trash(view.clipId) },
      ];
    case 'trashed':
      return [
        { label: 'clipRestore', icon: 'restore', run: () => popup.clipList.restore(view.clip.id) },
        { label: 'clipAgain', icon: 'add', run: popup.clip },
      ];
    case 'unreadable':
      return mendingUnread(popup, view);
    case 'failed':
      return mendingFailed(popup, view);
  }
}

function mendingUnread(popup: Popup, view: PageView & { kind: 'unreadable' }): readonly PageAction[] {
  if (failureText(view.code).action === 'retry') {
    return [{ label: actionLabels.retry, icon: 'update', run: popup.page.read }];
  }
  return view.linkable ? [{ label: actionLabels['save-link'], icon: 'link', run: popup.saveLink }] : [];
}

function mendingFailed(popup: Popup, view: PageView & { kind: 'failed' }): readonly PageAction[] {
  const { action } = failureText(view.code);
  if (action === 'save-link' && view.clip === null) {
    return [{ label: actionLabels['save-link'], icon: 'link', run: popup.saveLink }];
  }
  if (action === 'show-trash') {
    const trash: PageAction = {
      label: actionLabels['show-trash'],
      icon: 'trash',
      run: () => popup.clipList.showTrash(true),
    };
    const read = popup.page.reading.value.kind === 'read';
    return read ? [{ label: 'downloadText', icon: 'copy', run: popup.download }, trash] : [trash];
  }
  const again = view.clip === null ? popup.clip : popup.update;
  return [{ label: actionLabels.retry, icon: 'update', run: again }];
}
