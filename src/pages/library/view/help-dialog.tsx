import type { MessageKey } from '../../../browser/translate.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { type Keys, keyCaps } from '../../../ui/keys.ts';
import { useTranslation } from '../../../ui/translation.ts';
import { queryHelp } from '../../../search/query/query-help.ts';
import type { Action } from '../state/action.ts';

const groups: readonly (readonly [Action['group'], MessageKey])[] = [
  ['list', 'helpList'],
  ['clips', 'helpClips'],
  ['page', 'helpPage'],
];

export function HelpDialog({
  actions,
  onClose,
}: {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('helpTitle')} kind="help-dialog" onClose={onClose}>
      <div class="help-columns">
        {groups.map(([group, label]) => (
          <section key={group}>
            <h3>{t(label)}</h3>
            <dl class="help-list">
              {actions
                .filter((action) => action.group === group)
                .map((action) => (
                  <div key={action.id}>
                    <dt>{t(action.label)}</dt>
                    <dd>
                      <KeyCaps keys={action.keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section class="help-query">
          <h3>{t('helpQuery')}</h3>
          <dl class="help-list">
            {queryHelp.map(({ examples, meaning }) => (
              <div key={meaning}>
                <dt>{t(meaning)}</dt>
                <dd>
                  {examples.map((text) => (
                    <code key={text}>{text}</code>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

export function KeyCaps({ keys }: { readonly keys: readonly Keys[] }) {
  const isMac = navigator.platform.startsWith('Mac');
  return (
    <span class="key-caps">
      {keys.map((each, index) => (
        <span key={each}>
          {index === 0 ? null : ' / '}
          {keyCaps(each, isMac).map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
