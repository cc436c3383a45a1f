/**
 * `npm run bench:anchors -- [--corpus DIR] [--pairs N] [--seed N] [--losers N] [--ours]`: how many highlights are found again after a text changed.
 * DIR is a git repository, or a folder of them: of each Markdown file that changed its oldest and newest version, and the
 * truth by a diff of all words. Without it, texts of our own and a seeded script of edits, in which the place of every
 * character is known. The methods of other programs are measured beside ours on the same passages. `--losers`: so many of
 * the passages that ours does not get right are printed, with what the truth and the answer are. `--ours` leaves the methods
 * of other programs out.
 *
 * Times are of the processor, not of the clock: a machine that is busy with other work says the same.
 */
import { parseArgs } from 'node:util';
import search from 'approx-string-match';
import { anchorOf } from '../../src/core/highlight/anchor.ts';
import { seededRandom } from '../search/corpus/random.ts';
import { table } from '../statistics.ts';
import { editScripts } from './edit-scripts.ts';
import { gitPairs } from './git-pairs.ts';
import { type Find, type Method, type Passage, methods, startsOf } from './methods.ts';
import { type TextPair, joined } from './text-pair.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    pairs: { type: 'string', default: '400' },
    passages: { type: 'string', default: '14' },
    seed: { type: 'string', default: '1' },
    losers: { type: 'string', default: '0' },
    ours: { type: 'boolean', default: false },
  },
});

interface Tally {
  right: number;
  wrong: number;
  missed: number;
  goneSaid: number;
  goneShown: number;
  ms: number;
}

const tallies = new Map<Method, Tally>(
  methods
    .slice(0, values.ours ? 1 : undefined)
    .map((method) => [method, { right: 0, wrong: 0, missed: 0, goneSaid: 0, goneShown: 0, ms: 0 }]),
);

/** Passages of 15 to 235 characters. */
function passagesOf(pair: TextPair, count: number, random: () => number): Passage[] {
  const starts = startsOf(pair.earlier);
  const long = [...pair.earlier.keys()].filter((index) => (pair.earlier[index]?.text.length ?? 0) >= 15);
  return Array.from({ length: Math.min(count, long.length) }).flatMap(() => {
    const block = long[Math.floor(random() * long.length)] ?? 0;
    const text = pair.earlier[block]?.text ?? '';
    const start = Math.floor(random() * (text.length - 14));
    const end = Math.min(text.length, start + 15 + Math.floor(random() ** 2 * 220));
    const anchor = anchorOf(pair.earlier, { from: { block, offset: start }, to: { block, offset: end } });
    const first = starts[block] ?? 0;
    return anchor === null || anchor.quote.trim() === ''
      ? []
      : [{ start: first + start, end: first + end, anchor }];
  });
}

/** Where the passage is by the truth: the places of its characters that are still there. */
function placesOf({ truth }: TextPair, { start, end }: Passage): number[] {
  return [...truth.subarray(start, end)].filter((place) => place >= 0);
}

/** A passage of which less than this share is left is gone; between both no answer counts as wrong or right. */
const [goneBelow, thereFrom] = [0.25, 0.6];

function judge(pair: TextPair, passages: readonly Passage[]): void {
  const stands = standsAlike(joined(pair.later));
  for (const [method, tally] of tallies) {
    const began = processorTime();
    const find = method.prepare(pair.earlier, pair.later);
    const answers = passages.map(find);
    tally.ms += processorTime() - began;
    passages.forEach((passage, index) => {
      const places = placesOf(pair, passage);
      const share = places.length / (passage.end - passage.start);
      const answer = answers[index] ?? null;
      // A diff of the whole texts does not follow what moved: words that stand elsewhere are not gone.
      if (share < goneBelow && stands(passage.anchor.quote)) return;
      if (share < goneBelow) {
        if (answer === null) tally.goneSaid += 1;
        else {
          tally.goneShown += 1;
          tellLoser('shown elsewhere', method, pair, passage, answer);
        }
      } else if (share >= thereFrom) {
        if (answer === null) {
          tally.missed += 1;
          tellLoser('not found', method, pair, passage, answer);
        } else if (places.filter((at) => at >= answer.start && at < answer.end).length >= places.length / 2)
          tally.right += 1;
        else {
          tally.wrong += 1;
          tellLoser('wrong', method, pair, passage, answer);
        }
      }
    });
  }
}

/** ms that this process has worked. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Whether a text has these words anywhere, but for case, white space and one sign in five. */
function standsAlike(text: string): (quote: string) => boolean {
  const plain = (words: string) => words.toLowerCase().replaceAll(/\s+/g, '');
  const all = plain(text);
  return (quote) => {
    const wanted = plain(quote);
    return all.includes(wanted) || search(all, wanted, Math.floor(wanted.length / 5)).length > 0;
  };
}

let losersLeft = Number(values.losers);

function tellLoser(
  fault: string,
  method: Method,
  pair: TextPair,
  passage: Passage,
  answer: ReturnType<Find>,
): void {
  if (method !== methods[0] || losersLeft <= 0) return;
  losersLeft -= 1;
  const later = joined(pair.later);
  const said = (from: number, to: number) => JSON.stringify(later.slice(from, to).slice(0, 200));
  const places = placesOf(pair, passage);
  console.log(`${fault} in ${pair.name}`);
  console.log(`  quote  ${JSON.stringify(passage.anchor.quote.slice(0, 200))}`);
  console.log(`  truth  ${places.length === 0 ? 'gone' : said(places[0] ?? 0, (places.at(-1) ?? 0) + 1)}`);
  console.log(`  answer ${answer === null ? 'gone' : said(answer.start, answer.end)}`);
}

const random = seededRandom(Number(values.seed));
const count = Number(values.pairs);
let [pairs, passages] = [0, 0];
for (const pair of values.corpus === undefined
  ? editScripts(count, Number(values.seed))
  : gitPairs(values.corpus, count)) {
  const chosen = passagesOf(pair, Number(values.passages), random);
  judge(pair, chosen);
  pairs += 1;
  passages += chosen.length;
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
console.log(`${pairs} pairs of versions, ${passages} passages\n`);
console.log(
  table(
    [
      'how it is found again',
      'still there',
      'right %',
      'wrong %',
      'not found %',
      'gone',
      'said so %',
      'shown elsewhere %',
      'processor ms a passage',
    ],
    [...tallies].map(([{ name }, { right, wrong, missed, goneSaid, goneShown, ms }]) => {
      const [there, gone] = [right + wrong + missed, goneSaid + goneShown];
      return [
        name,
        String(there),
        percent(right, there),
        percent(wrong, there),
        percent(missed, there),
        String(gone),
        percent(goneSaid, gone),
        percent(goneShown, gone),
        (ms / Math.max(1, passages)).toFixed(2),
      ];
    }),
  ),
);
