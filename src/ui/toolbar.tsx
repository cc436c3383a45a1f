import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useRovingFocus } from './roving-focus.ts';

export interface ToolbarProps {
  readonly label: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** A row of controls that is one tab stop (ARIA Authoring Practices, "toolbar"). */
export function Toolbar({ label, class: name, children }: ToolbarProps) {
  const box = useRef<HTMLDivElement>(null);
  useRovingFocus(box, 'row');
  return (
    <div ref={box} class={name} role="toolbar" aria-label={label}>
      {children}
    </div>
  );
}
