import type { ClipId } from '../../../core/clip/clip.ts';
import type { CopyKind } from '../../export/copy-clips.ts';
import { chosenForm } from '../../export/chosen-form.ts';
import { countText } from '../../../ui/translation.ts';
import type { Library } from './library.ts';

/** Puts the ticked clips, or the one under the cursor, into the clipboard, and says how many. */
export function copyClips({ selection, store, dependencies }: Library, kind: CopyKind): void {
  const { toasts, translation } = dependencies;
  const ids = selection.target.peek();
  const work = async () => {
    const { copyOfClips } = await import('../../export/copy-clips.ts');
    const copied = await store.read((database) => copyOfClips(database, ids, kind, chosenForm()));
    if (copied === null) toasts.show({ text: translation.t('copyTooLarge') });
    else await put(dependencies, copied.text, copied.html, countText(translation, 'copiedClips', ids.length));
  };
  work().catch(dependencies.reportBug);
}

/** Hands a clip to Obsidian, by its address scheme. */
export function sendToObsidian({ store, dependencies }: Library, clipId: ClipId): void {
  const { toasts, translation } = dependencies;
  const work = async () => {
    const { noteOfClip } = await import('../../export/copy-clips.ts');
    const note = await store.read((database) => noteOfClip(database, clipId, chosenForm()));
    if (note === null) return;
    const { address, clipboard } = note;
    const done = translation.t('sentToObsidianCopied');
    if (clipboard !== null && !(await put(dependencies, clipboard, undefined, done))) return;
    dependencies.visit(address);
    if (clipboard === null) toasts.show({ text: translation.t('sentToObsidian') });
  };
  work().catch(dependencies.reportBug);
}

async function put(
  { copy, toasts, translation }: Library['dependencies'],
  text: string,
  html: string | undefined,
  done: string,
): Promise<boolean> {
  try {
    await copy(text, html);
  } catch {
    // The browser refuses without saying more.
    toasts.show({ text: translation.t('copyFailed') });
    return false;
  }
  toasts.show({ text: done });
  return true;
}
