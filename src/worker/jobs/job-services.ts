import type { Library } from '../library.ts';
import type { PoliteLoop } from '../polite-loop.ts';
import type { HasAccess } from './do-item.ts';

/** What the commands about jobs need. */
export interface JobDependencies {
  readonly library: Library;
  readonly runner: Pick<PoliteLoop, 'wake' | 'release'>;
  readonly hasAccess: HasAccess;
  readonly hasParserPage: () => Promise<boolean>;
}
