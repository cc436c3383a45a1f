import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';

const textOf = (path: string) => readFileSync(inProject(path), 'utf8');

/** What no press on a page of the two tests sends, and who looks at its failure. */
const elsewhere: Readonly<Record<string, string>> = {
  saveDraft: 'by itself, while typing',
  clearDraft: 'by itself',
  continueJobs: 'by itself',
  keepReadingPlace: 'by itself, while reading',
  showHighlights: 'by itself, as the popup opens',
  setTags: 'tests/pages/popup',
  addHighlights: 'tests/pages/reader/highlights.dom.test.tsx',
  changeHighlight: 'tests/pages/reader/highlights.dom.test.tsx',
  removeHighlights: 'tests/pages/reader/highlights.dom.test.tsx',
  undoHighlights: 'tests/pages/reader/highlights.dom.test.tsx',
  wantImages: 'tests/pages/reader/images.dom.test.tsx',
  startFileJob: 'tests/pages/options',
  undoJob: 'tests/pages/library/work.dom.test.tsx',
};

test('each command is pressed for on a page whose store fails, or is named here', () => {
  const commands = [...textOf('src/rpc/commands/contract.ts').matchAll(/^ {2}(\w+): \{(?: input:|$)/gm)].map(
    ([, name = '']) => name,
  );
  expect(commands.length).toBeGreaterThan(40);
  const pressed = ['failing-store.dom.test.tsx', 'failing-store-states.dom.test.tsx']
    .map((name) => textOf(`tests/pages/${name}`))
    .join('\n');
  const isPressed = (name: string) => pressed.includes(`'${name}'`);
  expect(commands.filter((name) => !isPressed(name) && !(name in elsewhere))).toEqual([]);
  expect(Object.keys(elsewhere).filter((name) => isPressed(name) || !commands.includes(name))).toEqual([]);
});
