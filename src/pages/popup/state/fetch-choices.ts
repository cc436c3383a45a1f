import { type ReadonlySignal, signal } from '@preact/signals';
import type { FetchChoices } from '../../../ui/fetch-options.tsx';

/** How the pages of a job may be had; plainly, unless the user chooses otherwise. */
export interface Fetching {
  readonly choices: ReadonlySignal<FetchChoices>;
  readonly choose: (change: Partial<FetchChoices>) => void;
}

export function createFetching(): Fetching {
  const choices = signal<FetchChoices>({ render: false, cookies: false });
  return {
    choices,
    choose: (change) => {
      choices.value = { ...choices.peek(), ...change };
    },
  };
}
