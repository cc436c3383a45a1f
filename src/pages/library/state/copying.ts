import type { ClipId } from '../../../core/clip/clip.ts';
import type { CopyKind } from '../../export/copy-clips.ts';
import { handToObsidian } from '../../export/hand-to-obsidian.ts';
import { copyAndSay } from '../../../ui/copy-and-say.ts';
import { countText } from '../../../ui/translation.ts';
import type { Library } from './library.ts';

/** What makes the texts, and how the user wants them; loaded when it is first asked for. */
async function makers() {
  const [{ copyOfClips, noteOfClip }, { chosenForm }] = await Promise.all([
    import('../../export/copy-clips.ts'),
    import('../../export/chosen-form.ts'),
  ]);
  return { copyOfClips, noteOfClip, form: chosenForm() };
}

/** Puts the ticked clips, or the one under the cursor, into the clipboard, and says how many. */
export function copyClips({ selection, store, dependencies }: Library, kind: CopyKind): void {
  const { toasts, translation } = dependencies;
  const ids = selection.target.peek();
  const work = async () => {
    const { copyOfClips, form } = await makers();
    const copied = await store.read((database) => copyOfClips(database, ids, kind, form));
    if (copied === null) toasts.show({ text: translation.t('copyTooLarge') });
    else await copyAndSay(dependencies, copied, countText(translation, 'copiedClips', ids.length));
  };
  work().catch(dependencies.reportBug);
}

/** Hands a clip to Obsidian, by its address scheme. */
export function sendToObsidian({ store, dependencies }: Library, clipId: ClipId): void {
  const work = async () => {
    const { noteOfClip, form } = await makers();
    const note = await store.read((database) => noteOfClip(database, clipId, form));
    if (note !== null) await handToObsidian({ ...dependencies, openAddress: dependencies.visit }, note);
  };
  work().catch(dependencies.reportBug);
}
