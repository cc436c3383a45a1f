import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

export interface MenuItem {
  readonly name: string;
  readonly label: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** A button and the menu that it opens (ARIA Authoring Practices, "menu button"). Nothing where there are no items. */
export function MenuButton({
  label,
  icon = 'more',
  tabIndex,
  items,
}: {
  readonly label: string;
  readonly icon?: IconName;
  /** -1: reached by other keys than Tab. */
  readonly tabIndex?: number;
  readonly items: readonly MenuItem[];
}) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);
  if (items.length === 0) return null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key !== 'ArrowDown') return;
      setOpen(true);
    } else if (event.key === 'Escape') close();
    else if (!moveFocus(box.current, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && box.current?.contains(relatedTarget) === true)) setOpen(false);
  };
  return (
    <div ref={box} class="menu" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        ref={button}
        type="button"
        class="icon-button menu-button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        title={label}
        tabIndex={tabIndex}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
      </button>
      {open ? <MenuItems label={label} items={items} onChoose={close} /> : null}
    </div>
  );
}

interface MenuItemsProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Before what was chosen runs. */
  readonly onChoose: () => void;
}

function MenuItems({ label, items, onChoose }: MenuItemsProps) {
  return (
    <div class="menu-items" role="menu" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class="menu-item"
          onClick={() => {
            onChoose();
            item.run();
          }}
        >
          <Icon name={item.icon} />
          <span>{item.label}</span>
        </button>
      ))}
    </div>
  );
}

/** False where the key is none of the menu's. */
function moveFocus(box: HTMLElement | null, key: string): boolean {
  const items = [...(box?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const place = items.findIndex((item) => item === document.activeElement);
  const targets: Record<string, number> = {
    ArrowDown: place + 1,
    ArrowUp: place - 1 + (place < 0 ? 1 : 0),
    Home: 0,
    End: -1,
  };
  const target = targets[key];
  if (target === undefined || items.length === 0) return false;
  items.at(target % items.length)?.focus();
  return true;
}
