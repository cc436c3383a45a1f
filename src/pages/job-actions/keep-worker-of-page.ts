import { reportBug } from '../../browser/report-bug.ts';
import { onWorkerEnd } from '../../browser/worker-end.ts';
import { send } from '../../rpc/commands/client.ts';
import { keepWorkerAlive } from './keep-worker-alive.ts';

/** Of a page that is about jobs: the worker lives as long as it is open, and is started anew when it dies. */
export function keepWorkerOfPage(): void {
  keepWorkerAlive(send, (ping) => void ping().catch(reportBug), onWorkerEnd);
}
