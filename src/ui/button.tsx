import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly icon?: IconName;
  /** Working: it keeps its focus and does nothing. */
  readonly busy?: boolean;
  /** There is nothing for it to do now: it stays where it is, dimmed. */
  readonly idle?: boolean;
  /** It is what Enter does, and shows so. */
  readonly isDefault?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button of the product. `busy`: it works and cannot be pressed; `idle`: there is nothing to do for it now. */
export function Button({
  children,
  onClick,
  kind = 'plain',
  icon,
  busy = false,
  idle = false,
  isDefault = false,
  buttonRef = null,
}: ButtonProps) {
  const shownIcon = busy ? 'spinner' : icon;
  return (
    <button
      type="button"
      ref={buttonRef}
      class={`button ${kind}`}
      aria-busy={busy}
      aria-disabled={busy || idle}
      aria-keyshortcuts={isDefault ? 'Enter' : undefined}
      onClick={busy || idle ? undefined : onClick}
    >
      {shownIcon === undefined ? null : <Icon name={shownIcon} />}
      {children}
      {isDefault && !busy && !idle ? <Icon name="enter" /> : null}
    </button>
  );
}

/** A button whose name is not seen but heard, and shown as its title. */
export function IconButton({
  icon,
  label,
  keys,
  pressed,
  tabIndex,
  onClick,
}: {
  readonly icon: IconName;
  readonly label: string;
  /** Of a button that stays pressed. */
  readonly pressed?: boolean;
  /** The letter that does the same. */
  readonly keys?: string;
  /** -1: reached by other keys than Tab. */
  readonly tabIndex?: number;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      tabIndex={tabIndex}
      title={keys === undefined ? label : `${label} (${keys.toUpperCase()})`}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
