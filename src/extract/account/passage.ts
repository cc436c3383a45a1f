import type { LeftOutReason } from '../../core/clip/left-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { type Departure, departureOf } from './leave-out.ts';
import type { Entry } from './open-ledger.ts';

/** A passage: blocks that follow each other, with one fate. */
export interface Passage {
  readonly holder: Element;
  readonly reason: LeftOutReason;
  readonly rule: string;
  readonly first: number;
  readonly entries: Entry[];
  letters: number;
  linked: number;
  /** Letters of blocks as long as a sentence, outside of links. */
  sentences: number;
  code: number;
}

/** What tells the fate of a block. */
export interface FatePlaces {
  readonly copy: PageCopy;
  readonly root: Element;
  /** What was taken off the ends of the written article. */
  readonly trimmed: readonly Element[];
}

/** Adds a block that did not come through to the passages. */
export function enterPassage(
  passages: Passage[],
  entries: readonly Entry[],
  index: number,
  letters: number,
  places: FatePlaces,
): void {
  const entry = entries[index];
  if (entry === undefined) return;
  const before = passages.at(-1);
  const fate =
    before !== undefined && before.holder.contains(entry.element) ? before : fateNear(entries, index, places);
  const plain = entry.text.length === 0 ? 0 : letters * (1 - entry.linked / entry.text.length);
  let passage = before;
  if (before === undefined || before.holder !== fate.holder) {
    const { holder, reason, rule } = fate;
    passage = {
      holder,
      reason,
      rule,
      first: index,
      entries: [],
      letters: 0,
      linked: 0,
      sentences: 0,
      code: 0,
    };
    passages.push(passage);
  }
  if (passage === undefined) return;
  passage.entries.push(entry);
  passage.letters += letters;
  passage.linked += letters - plain;
  const said = plain * weightOf(entry.text);
  if (said >= 60 && !entry.isCode) passage.sentences += said;
  if (entry.isCode) passage.code += 1;
}

/** What a letter says beside one of an alphabet: three of Chinese are a word or two. */
function weightOf(text: string): number {
  const start = text.slice(0, 200);
  const han = start.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return han > start.length * 0.4 ? 2.5 : 1;
}

/** The fate of an entry; of one that a step wrote anew elsewhere, that of the place where it stood. */
function fateNear(entries: readonly Entry[], index: number, { copy, root, trimmed }: FatePlaces): Fate {
  const [entry, before, after] = [entries[index], entries[index - 1], entries[index + 1]];
  if (entry === undefined) return { holder: copy.body, reason: 'unaccounted', rule: 'step' };
  const fate = fateOf(entry.element, copy, root);
  const trim = fate.reason === 'unaccounted' ? trimmedAs(entry.text, trimmed) : undefined;
  if (trim !== undefined) return { ...fate, ...trim };
  if (fate.rule !== 'step') return fate;
  // Code that was written anew had the fate of what it stood in.
  const round = entry.within?.map((each) => fateOf(each, copy, root)).find(({ rule }) => rule !== 'step');
  if (round?.rule === 'writing') return fate;
  // Beside the chosen part what stands together need not be one passage.
  if (round !== undefined && round.rule !== 'choice') return round;
  const near = [before, after].map((each) => (each === undefined ? null : fateOf(each.element, copy, root)));
  const known = near.find((each) => each !== null && each.rule !== 'step' && each.rule !== 'writing');
  const isInside = near.some((each) => each?.rule === 'writing');
  return known === undefined || known === null || isInside
    ? fate
    : { ...fate, reason: known.reason, rule: known.rule };
}

function trimmedAs(text: string, trimmed: readonly Element[]): Departure | undefined {
  const wanted = bare(text);
  const holder = trimmed.find((each) => wanted !== '' && bareTextOf(each).includes(wanted));
  return holder === undefined ? undefined : departureOf(holder);
}

const bareTexts = new WeakMap<Element, string>();

/** Of what was taken off the ends, which changes no more and is asked for each block without a fate. */
function bareTextOf(trimmed: Element): string {
  const text = bareTexts.get(trimmed) ?? bare(trimmed.textContent ?? '');
  bareTexts.set(trimmed, text);
  return text;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

type Fate = Pick<Passage, 'holder' | 'reason' | 'rule'>;

function fateOf(element: Element, { body }: PageCopy, root: Element): Fate {
  let holder = element;
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    const departure = departureOf(each);
    if (departure !== undefined) return { holder: each, ...departure };
    if (each === root || each === body) break;
    if (each.parentElement === null) return { holder: element, reason: 'unaccounted', rule: 'step' };
    if (!each.contains(root)) holder = each;
  }
  if (root.contains(element)) return { holder: element, reason: 'unaccounted', rule: 'writing' };
  return { holder, reason: 'outside', rule: 'choice' };
}
