import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface NoticeProps {
  readonly tone: 'info' | 'warning' | 'error';
  readonly text: string;
  /** A second sentence: what was kept, or what is possible. */
  readonly more?: string | undefined;
  readonly action?: NoticeAction | undefined;
}

/** Something to know, with at most one thing to do about it. Errors and warnings are read out as they appear. */
export function Notice({ tone, text, more, action }: NoticeProps) {
  return (
    <div class="notice" data-tone={tone} role={tone === 'info' ? undefined : 'alert'}>
      <Icon name={tone === 'info' ? 'info' : 'alert'} />
      <div class="notice-text">
        <p>{text}</p>
        {more === undefined ? null : <p>{more}</p>}
      </div>
      {action === undefined ? null : <Button onClick={action.run}>{action.label}</Button>}
    </div>
  );
}
