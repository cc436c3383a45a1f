import { polite } from '../../core/job/rate-limit.ts';
import type { PageReader } from '../../rpc/parser-page/page-reading.ts';
import type { Database } from '../../database/database.ts';
import type { Library } from '../library.ts';
import type { PoliteLoop } from '../polite-loop.ts';
import type { WorkerLife } from '../work-loop.ts';
import { type HasAccess, createDoItem } from './do-item.ts';
import { createEditRunner } from './edit-runner.ts';
import { createFileRunner } from './file-runner.ts';
import { readItem } from './read-item.ts';
import { createJobRunner } from './job-runner.ts';

interface AllRunnersDependencies extends WorkerLife {
  readonly library: Library;
  readonly reader: PageReader;
  readonly hasAccess: HasAccess;
  readonly hasParserPage: () => Promise<boolean>;
  readonly tidyIndex: (database: Database) => Promise<void>;
}

/** What works off the journal: the items of jobs, files, and edits of many clips. */
export function createRunners(services: AllRunnersDependencies): Pick<PoliteLoop, 'wake' | 'release'> {
  const items = createJobRunner({
    ...services,
    doItem: createDoItem({ ...services, readItem }),
    rateLimits: polite,
  });
  const files = createFileRunner({ ...services, mayRead: services.hasParserPage });
  const edits = createEditRunner(services);
  return {
    wake() {
      items.wake();
      files.wake();
      edits.wake();
    },
    release: items.release,
  };
}
