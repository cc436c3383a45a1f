import { type ReadonlySignal, signal } from '@preact/signals';
import type { TextBlock } from '../../../core/clip/article.ts';
import type { ClipContent } from '../../../core/clip/clip-from-article.ts';
import type { BlockChange } from '../../../core/clip/compare-versions.ts';
import type { VersionRow } from '../../../database/database.ts';
import type { ShownClip } from './reader.ts';
import type { ReaderWork } from './work-dependencies.ts';

/** The earlier texts of the clip, and how the chosen one differs from what the clip has now. */
export interface Versions {
  /** Latest first; null until they are loaded. */
  readonly list: ReadonlySignal<readonly VersionRow[] | null>;
  readonly chosen: ReadonlySignal<VersionRow | null>;
  /** From the chosen version to today's text. */
  readonly changes: ReadonlySignal<readonly BlockChange[]>;
  /** The one deleted last, as long as that can be taken back. */
  readonly deleted: ReadonlySignal<VersionRow | null>;
  readonly show: () => void;
  /** Shows them, the one chosen whose text has this hash (core/highlight/text-hash.ts). */
  readonly showOf: (hash: string) => void;
  readonly choose: (version: VersionRow) => void;
  readonly restore: (version: VersionRow) => void;
  readonly remove: (version: VersionRow) => void;
  readonly putBack: () => void;
}

export function createVersions({ attempt, dialog, world, database, loadWorkModules }: ReaderWork): Versions {
  const { send, toasts, translation } = world;
  const list = signal<readonly VersionRow[] | null>(null);
  const chosen = signal<VersionRow | null>(null);
  const changes = signal<readonly BlockChange[]>([]);
  const deleted = signal<VersionRow | null>(null);

  const compare = async ({ clip, body }: ShownClip, version: VersionRow | null) => {
    const { compareVersions } = await loadWorkModules();
    chosen.value = version;
    changes.value =
      version === null
        ? []
        : compareVersions(
            [...factBlocks(version.content), ...version.body.blocks],
            [...factBlocks(clip), ...body.blocks],
          );
  };
  const load = async (shown: ShownClip, hash: string | null = null) => {
    const { versionsOf, textHash } = await loadWorkModules();
    const found = await versionsOf(await database(), shown.clip.id);
    const wanted = found.find((version) => textHash(version.body.blocks) === hash);
    await compare(shown, wanted ?? found[0] ?? null);
    list.value = found;
  };
  const open = (hash: string | null) => {
    list.value = null;
    deleted.value = null;
    dialog.value = 'versions';
    attempt((shown) => load(shown, hash));
  };
  return {
    list,
    chosen,
    changes,
    deleted,
    show: () => open(null),
    showOf: open,
    choose: (version) => attempt((shown) => compare(shown, version)),
    restore: ({ id = 0 }) =>
      attempt(async () => {
        const { kept } = await send('restoreVersion', { versionId: id });
        dialog.value = null;
        const undo = () => {
          if (kept !== null) attempt(async () => void (await send('restoreVersion', { versionId: kept })));
        };
        toasts.show({ text: translation.t('versionRestored'), ...(kept === null ? {} : { undo }) });
      }),
    remove: ({ id = 0 }) =>
      attempt(async (shown) => {
        const row = await send('deleteVersion', { versionId: id });
        await load(shown);
        deleted.value = row;
      }),
    putBack: () =>
      attempt(async (shown) => {
        const row = deleted.peek();
        if (row === null) return;
        await send('putVersionBack', row);
        deleted.value = null;
        await load(shown);
      }),
  };
}

/** What is said of an article, as blocks, so that a change of it is shown like one of the text. */
function factBlocks({ title, author, publishedAt }: Facts): TextBlock[] {
  const facts = [author, publishedAt].filter((fact) => fact !== null);
  return [
    { kind: 'heading', level: 1, text: title },
    ...facts.map((text): TextBlock => ({ kind: 'prose', text })),
  ];
}

type Facts = Pick<ClipContent, 'title' | 'author' | 'publishedAt'>;
