import { createDoItem } from './do-item.ts';
import type { HasAccess } from './do-item.ts';
import { createFileRunner } from './file-runner.ts';
import { createJobRunner } from './job-runner.ts';
import { polite } from '../../domain/job/politeness.ts';
import type { PageReader } from '../../messages/page-reading.ts';
import type { Shelf } from '../shelf.ts';

export interface RunnerServices {
  readonly shelf: Shelf;
  readonly reader: PageReader;
  readonly hasAccess: HasAccess;
  readonly hasParserPage: () => Promise<boolean>;
  readonly keepAwake: () => () => void;
  readonly report: (error: unknown) => void;
}

/** What works off the journal: the items of jobs, and files. */
export function createRunners(services: RunnerServices): { wake(): void } {
  const items = createJobRunner({ ...services, doItem: createDoItem(services), politeness: polite });
  const files = createFileRunner({ ...services, mayRead: services.hasParserPage });
  return {
    wake() {
      items.wake();
      files.wake();
    },
  };
}
