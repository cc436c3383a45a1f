import { normaliseDrawings } from './media/normalise-drawings.ts';
import { splitSectionedTables } from './blocks/sectioned-tables.ts';
import { normaliseTables } from './blocks/normalise-tables.ts';
import { readCustomElements } from './blocks/custom-elements.ts';
import { keepLineBreaks } from './blocks/line-breaks.ts';
import { normaliseLists } from './blocks/normalise-lists.ts';
import { dropPageSigns } from './blocks/page-signs.ts';
import { attempt, attemptInSteps } from './attempt.ts';
import { normaliseCode } from './code/normalise-code.ts';
import { normaliseMath } from './math/normalise-math.ts';
import { tablesInText } from './blocks/tables-in-text.ts';
import { normaliseCards } from './media/normalise-cards.ts';
import { normaliseDetails } from './blocks/normalise-details.ts';
import { normaliseImages } from './media/normalise-images.ts';
import { normaliseEmbeds } from './media/normalise-embeds.ts';
import { normaliseTabs } from './blocks/normalise-tabs.ts';
import { normaliseCallouts } from './blocks/normalise-callouts.ts';
import { distillNotes, notesInPlace } from './blocks/notes-in-place.ts';
import { footnotesInText } from './blocks/footnotes-in-text.ts';
import { normaliseFootnotesInSteps } from './blocks/normalise-footnotes.ts';
import type { PageCopy } from './copy/page-copy.ts';

type Step = (
  copy: PageCopy,
  diagrams: ReadonlyMap<string, string> | undefined,
) => Generator<string, void> | void;

/** In their order: later steps read what earlier ones wrote. */
const steps: readonly (readonly [name: string, step: Step])[] = [
  ['custom', readCustomElements],
  ['code', normaliseCode],
  ['math', normaliseMath],
  ['signs', dropPageSigns],
  ['breaks', keepLineBreaks],
  ['lists', normaliseLists],
  ['table-sections', splitSectionedTables],
  ['tables', normaliseTables],
  ['tables-in-text', tablesInText],
  ['cards', normaliseCards],
  ['details', normaliseDetails],
  ['drawings', normaliseDrawings],
  ['images', normaliseImages],
  ['embeds', normaliseEmbeds],
  ['tabs', normaliseTabs],
  ['callouts', normaliseCallouts],
  ['distill-notes', distillNotes],
  ['notes-in-place', notesInPlace],
  ['footnotes-in-text', footnotesInText],
  ['footnotes', normaliseFootnotesInSteps],
];

/** Makes one of what generators and platforms make of code, formulas, pictures, boxes and notes. */
export function* normalise(
  copy: PageCopy,
  diagrams: ReadonlyMap<string, string> | undefined,
): Generator<string, void> {
  for (const [name, step] of steps) {
    const rest = attempt(copy, name, () => step(copy, diagrams), undefined);
    if (rest !== undefined) yield* attemptInSteps(copy, name, rest, undefined);
    yield name;
  }
}
