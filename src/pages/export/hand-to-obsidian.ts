import { type CopyDependencies, copyAndSay } from '../../ui/copy-and-say.ts';

/** The address that opens Obsidian with a note, and what has to be in the clipboard before. */
export interface NoteForObsidian {
  readonly address: string;
  readonly clipboard: string | null;
}

/** Opens Obsidian with the note, and says how; not where the clipboard that the note needs is refused. */
export async function handToObsidian(
  dependencies: CopyDependencies & { readonly openAddress: (address: string) => void },
  { address, clipboard }: NoteForObsidian,
): Promise<void> {
  const { t } = dependencies.translation;
  if (clipboard !== null && !(await copyAndSay(dependencies, { text: clipboard }, t('sentToObsidianCopied'))))
    return;
  dependencies.openAddress(address);
  if (clipboard === null) dependencies.toasts.show({ text: t('sentToObsidian') });
}
