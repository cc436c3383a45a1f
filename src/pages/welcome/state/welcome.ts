import { type ReadonlySignal, signal } from '@preact/signals';
import type { Shortcut } from '../../../browser/shortcuts.ts';
import type { send } from '../../../rpc/commands/client.ts';
import type { Attempt } from '../../../ui/attempt.ts';
import type { Translation } from '../../../ui/translation.ts';
import { sampleArticle } from './sample-article.ts';

export interface WelcomeDependencies {
  readonly send: typeof send;
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
  readonly openShortcutSettings: () => Promise<boolean>;
  readonly translation: Translation;
  readonly visit: (address: string) => void;
  readonly attempt: Attempt;
}

export interface Welcome {
  /** The key that opens the popup, as the browser has given it: empty for none, null while it is asked. */
  readonly keys: ReadonlySignal<string | null>;
  readonly changeKeys: () => void;
  /** Clips the sample article and opens it. */
  readonly trySample: () => void;
  readonly start: () => void;
}

/** The page after installation. Nothing happens before `start`. */
export function createWelcome(dependencies: WelcomeDependencies): Welcome {
  const { attempt, translation, visit } = dependencies;
  const keys = signal<string | null>(null);
  return {
    keys,
    changeKeys: () => attempt(dependencies.openShortcutSettings),
    trySample: () =>
      attempt(async () => {
        const article = sampleArticle(translation);
        const { clipId } = await dependencies.send('saveArticle', { article, tags: [], source: null });
        visit(`../reader/index.html?${new URLSearchParams({ id: clipId }).toString()}`);
      }),
    start: () =>
      attempt(async () => {
        const all = await dependencies.shortcuts();
        keys.value =
          all.find(({ name }) => name === '_execute_action' || name === '_execute_browser_action')?.keys ??
          '';
      }),
  };
}
