import type { Library } from '../library.ts';
import type { WorkLoop } from '../work-loop.ts';
import type { HasAccess } from './do-item.ts';

/** What the commands about jobs need. */
export interface JobDependencies {
  readonly library: Library;
  readonly runner: Pick<WorkLoop, 'wake'>;
  readonly hasAccess: HasAccess;
  readonly hasParserPage: () => Promise<boolean>;
}
