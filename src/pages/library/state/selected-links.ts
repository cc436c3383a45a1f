import type { Clip } from '../../../core/clip/clip.ts';
import { copyAndSay } from '../../../ui/copy-and-say.ts';
import { countText } from '../../../ui/translation.ts';
import type { Library } from './library.ts';
import { readerAddress } from './reader-address.ts';

/** Tabs of one press: more would be a browser that hangs. */
const mostTabs = 30;

function target({ selection, rows }: Library): readonly Clip[] {
  return selection.target.peek().flatMap((id) => rows.byId.peek().get(id) ?? []);
}

/** Opens the ticked clips, each in a tab of its own; says so where they are too many. */
export function openSelected(library: Library): void {
  const { openTab, toasts, translation } = library.dependencies;
  const clips = target(library);
  for (const clip of clips.slice(0, mostTabs)) openTab(readerAddress(library, clip));
  if (clips.length > mostTabs) toasts.show({ text: translation.t('openedSome', mostTabs) });
}

/** Copies the addresses of the ticked clips, one a line. */
export function copyLinks(library: Library): void {
  const clips = target(library);
  const text = clips.map(({ url }) => url).join('\n');
  const done = countText(library.dependencies.translation, 'copiedLinks', clips.length);
  void copyAndSay(library.dependencies, { text }, done);
}
