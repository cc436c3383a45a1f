import { expect } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { live } from '../../src/database/live.ts';
import { createJobsPage } from '../../src/pages/jobs/state/jobs-page.ts';
import { App as JobsApp } from '../../src/pages/jobs/view/app.tsx';
import type { send } from '../../src/rpc/commands/client.ts';
import { createToasts } from '../../src/ui/toasts.ts';
import { show } from '../ui/show.tsx';
import { english } from '../ui/translations.ts';
import type { FullStore } from './press-everything.ts';

export const seen = (selector: string) => () => expect(document.querySelector(selector)).not.toBeNull();

/** Of a page whose every command is refused. */
export const refusingSend = (store: FullStore) =>
  ((command: string) => Promise.resolve().then(() => store.refuse(command))) as unknown as typeof send;

export const said = { translation: english, reportBug: () => undefined };

/** The page of jobs over this database, with this text in its list of addresses. */
export function showJobs(database: Database, store: FullStore, text = ''): void {
  const page = createJobsPage(
    {
      openDatabase: () => Promise.resolve(database),
      live,
      send: refusingSend(store),
      requestAccess: () => Promise.resolve(true),
      requestParserPage: () => Promise.resolve(true),
      requestTabs: () => Promise.resolve(true),
      tabsOfWindow: () => Promise.resolve([]),
      toasts: createToasts(),
      ...said,
    },
    { chosen: new Set() } as never,
  );
  if (text !== '') page.setText(text);
  show(<JobsApp page={page} />);
  page.start();
}
