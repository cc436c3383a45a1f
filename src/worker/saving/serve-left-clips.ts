import * as v from 'valibot';
import { onClipLeft } from '../../browser/unsent-clip.ts';
import { Failure } from '../../core/failure.ts';
import { labels, line, note } from '../../rpc/commands/schemas.ts';
import type { Library } from '../library.ts';
import { clipQuietly } from './clip-quietly.ts';
import { saveTab } from './save-tab.ts';

const unsentClip = v.object({
  tabId: v.number(),
  scope: v.picklist(['page', 'selection', 'part']),
  tags: v.nullable(labels),
  note: v.exactOptional(note),
  lesser: v.exactOptional(v.picklist(['beside', 'replace'])),
  into: v.exactOptional(line),
});

/** A popup that is closed while it waits for a large page has been told to clip it: the worker does. */
export function serveLeftClips(library: Library, report: (error: unknown) => void): void {
  onClipLeft((left) => {
    const clip = v.safeParse(unsentClip, left);
    if (!clip.success) {
      report(new Failure('message/malformed', clip.issues[0].message));
      return;
    }
    const { tabId, scope, ...wanted } = clip.output;
    void clipQuietly(tabId, () => saveTab(library, tabId, scope, wanted), report);
  });
}
