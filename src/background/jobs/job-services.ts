import type { Shelf } from '../shelf.ts';
import type { WorkLoop } from '../work-loop.ts';
import type { HasAccess } from './do-item.ts';

/** What the commands about jobs need. */
export interface JobServices {
  readonly shelf: Shelf;
  readonly runner: Pick<WorkLoop, 'wake'>;
  readonly hasAccess: HasAccess;
  readonly hasParserPage: () => Promise<boolean>;
}
