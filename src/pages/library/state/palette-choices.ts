import { toggleFilter } from '../../../search/query/edit-query.ts';
import { foldedTag } from '../../../search/query/label-names.ts';
import { foldName } from '../../../search/text/fold-name.ts';
import { themeNames } from '../../../ui/theme-picker.tsx';
import { settingsAddress, settingsGroups } from '../../frame/settings-groups.ts';
import type { Action } from './action.ts';
import type { Library } from './library.ts';
import { readerAddress } from './reader-address.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly run: () => void;
}

const mostOfAKind = 8;

/** What a text may mean in the palette: actions first, then smart lists, tags to filter by, and clips to open. */
export function choicesFor(library: Library, actions: readonly Action[], text: string): Choice[] {
  const { t } = library.dependencies.translation;
  const words = foldName(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const fits = (label: string) => {
    const folded = foldName(label);
    return words.every((word) => folded.includes(word));
  };
  const possible = actions
    .filter((action) => action.id !== 'palette' && action.isPossible())
    .map(({ id, label, keys, run }): Choice => ({ id, label: t(label), keys, run }))
    .filter((choice) => fits(choice.label));
  if (words.length === 0) return possible;
  const settings = settingsChoices(library).filter((choice) => fits(choice.label));
  const { address, dependencies } = library;
  const tags = library.tags.tags.value
    .filter((tag) => fits(tag.label))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostOfAKind)
    .map(({ key, label }): Choice => ({
      id: `tag:${key}`,
      label: `#${label}`,
      keys: [],
      run: () => {
        const { query } = address.place.peek();
        const filter = { name: 'tag', value: foldedTag(key) } as const;
        address.go({ view: 'clips', query: toggleFilter(query, filter, dependencies.now()) });
      },
    }));
  const lists = listChoices(library)
    .filter((choice) => fits(choice.label))
    .slice(0, mostOfAKind);
  const clips: Choice[] = [];
  for (const clip of library.rows.rows.value) {
    if (clips.length >= mostOfAKind) break;
    if (clip.trashedAt === null && fits(clip.title))
      clips.push({
        id: clip.id,
        label: clip.title,
        keys: [],
        run: () => dependencies.visit(readerAddress(library, clip)),
      });
  }
  return [...possible, ...settings, ...lists, ...tags, ...clips];
}

function listChoices({ smartLists, address, dependencies: { translation } }: Library): Choice[] {
  return smartLists.lists.value.map(({ id, name, query }) => ({
    id: `list:${id}`,
    label: `${translation.t('smartLists')}: ${name}`,
    keys: [],
    run: () => address.go({ view: 'clips', query }),
  }));
}

/** The themes, each group of the settings, and what is looked for there most. */
function settingsChoices({ dependencies: { visit, theme, translation } }: Library): Choice[] {
  const { t } = translation;
  const choice = (id: string, label: string, run: () => void): Choice => ({ id, label, keys: [], run });
  return [
    ...themeNames.map(([name, label]) =>
      choice(`theme:${name}`, `${t('typographyTheme')}: ${t(label)}`, () => theme.change(name)),
    ),
    choice('back-up', t('optionsBackUp'), () => visit(settingsAddress('transfer'))),
    choice('import', t('optionsTakeFile'), () => visit(settingsAddress('transfer'))),
    choice('export-all', t('exportAllTitle'), () => visit(settingsAddress('export-title'))),
    ...settingsGroups.map(([id, label]) =>
      choice(`settings:${id}`, `${t('settings')}: ${t(label)}`, () => visit(settingsAddress(id))),
    ),
  ];
}
