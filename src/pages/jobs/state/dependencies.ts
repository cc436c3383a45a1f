import type { send } from '../../../rpc/commands/client.ts';
import type { OpenTab } from '../../../browser/tabs.ts';
import type { Database } from '../../../database/database.ts';
import type { live } from '../../../database/live.ts';
import type { Toasts } from '../../../ui/toasts.ts';
import type { Translation } from '../../../ui/translation.ts';

/** All that the page needs of the world. */
export interface JobsDependencies {
  readonly openDatabase: () => Promise<Database>;
  readonly live: typeof live;
  readonly send: typeof send;
  /** Both only within the user's gesture. */
  readonly requestAccess: (urls: readonly string[]) => Promise<boolean>;
  readonly requestParserPage: () => Promise<boolean>;
  readonly requestTabs: () => Promise<boolean>;
  readonly tabsOfWindow: () => Promise<readonly OpenTab[]>;
  readonly reportBug: (error: unknown) => void;
  readonly translation: Translation;
  readonly toasts: Toasts;
}
