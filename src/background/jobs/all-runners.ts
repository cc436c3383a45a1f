import { polite } from '../../domain/job/politeness.ts';
import type { PageReader } from '../../messages/page-reading.ts';
import type { Shelf } from '../shelf.ts';
import type { WorkLoop, WorkerLife } from '../work-loop.ts';
import { type HasAccess, createDoItem } from './do-item.ts';
import { createFileRunner } from './file-runner.ts';
import { createJobRunner } from './job-runner.ts';

interface RunnerServices extends WorkerLife {
  readonly shelf: Shelf;
  readonly reader: PageReader;
  readonly hasAccess: HasAccess;
  readonly hasParserPage: () => Promise<boolean>;
}

/** What works off the journal: the items of jobs, and files. */
export function createRunners(services: RunnerServices): Pick<WorkLoop, 'wake'> {
  const items = createJobRunner({ ...services, doItem: createDoItem(services), politeness: polite });
  const files = createFileRunner({ ...services, mayRead: services.hasParserPage });
  return {
    wake() {
      items.wake();
      files.wake();
    },
  };
}
