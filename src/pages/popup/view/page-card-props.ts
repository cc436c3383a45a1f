import type { RefObject } from 'preact';
import type { Popup } from '../state/popup.ts';

/** What the card of this page is made of. */
export interface PageCardProps {
  readonly popup: Popup;
  readonly tagField: RefObject<HTMLInputElement | null>;
  readonly noteField: RefObject<HTMLTextAreaElement | null>;
}
