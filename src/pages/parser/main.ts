import { packMessage } from '../../disk/large-message.ts';
import { createSandbox, hasSandbox } from '../../browser/sandbox-frame.ts';
import { keepWorkerOfPage } from '../job-actions/keep-worker-of-page.ts';
import { type FileRequest, type ReadRequest, serveReading } from '../../rpc/parser-page/page-reading.ts';
import type { SyncAnswer, SyncStep } from '../../rpc/parser-page/sync-step.ts';
import { failedAnswer } from './failed-answer.ts';
import { createReadApart } from './read-apart.ts';
import { readEntry, readFeedList } from './read-feed.ts';
import { readSource } from './read-source.ts';
import { readWebPage } from './read-web-page.ts';

const readApart = createReadApart(hasSandbox() ? createSandbox() : null);

/** Loaded with the first file, since it brings every importer along; it keeps the file open between batches. */
let fileReader: Promise<(request: FileRequest) => Promise<string>> | null = null;

async function readFile(request: FileRequest): Promise<string> {
  fileReader ??= import('./read-file.ts').then(({ createFileReader }) =>
    createFileReader(Date.now, readApart),
  );
  return await (
    await fileReader
  )(request);
}

/** Loaded with the first sync, since it brings Git along. */
let syncSteps: Promise<(step: SyncStep) => Promise<SyncAnswer>> | null = null;

async function takeSyncStep(step: SyncStep): Promise<SyncAnswer> {
  syncSteps ??= import('../sync/sync-steps.ts').then(({ createSyncSteps }) => createSyncSteps(Date.now));
  return await (
    await syncSteps
  )(step);
}

async function read(request: ReadRequest): Promise<object> {
  switch (request.read) {
    case 'page':
      return await readWebPage(readApart, 'page', request.url, request);
    case 'list':
      return await readWebPage(readApart, 'list', request.url, request);
    case 'feed':
      return { list: await readFeedList(request.url, request) };
    case 'entry':
      return await readEntry(readApart, request);
    case 'source':
      return await readSource(readApart, request);
    case 'file':
      return { batch: await readFile(request) };
    case 'sync':
      return { sync: await takeSyncStep(request) };
  }
}

serveReading(async (request) => {
  try {
    return await packMessage({ ok: true, ...(await read(request)) });
  } catch (error) {
    return failedAnswer(request, error);
  }
});

// As long as this page is open there is work: a worker that died in the middle is started again.
keepWorkerOfPage();
