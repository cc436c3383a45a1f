import type { TextBlock } from '../../src/core/clip/article.ts';
import { ownTexts } from '../search/corpus/own-texts.ts';
import { pick, seededRandom } from '../search/corpus/random.ts';
import type { TextPair } from './text-pair.ts';

/** A character with the place it had in the earlier text, or -1 for one that the edit wrote. */
interface Sign {
  readonly text: string;
  readonly from: number;
}

/** Texts of our own, and what a seeded author makes of them: the place of every character that stays is known. */
export function* editScripts(count: number, seed: number): Generator<TextPair> {
  const random = seededRandom(seed);
  let index = 0;
  for (const { blocks } of ownTexts(count)) {
    index += 1;
    let at = 0;
    const signs = blocks.map((block) => {
      const start = at;
      at += block.text.length + 1;
      return {
        block,
        signs: Array.from({ length: block.text.length }, (_, i): Sign => ({
          text: block.text[i] ?? '',
          from: start + i,
        })),
      };
    });
    const edited = signs.flatMap((each) => editBlock(each, signs, random));
    if (random() < 0.3)
      edited.splice(
        Math.floor(random() * edited.length),
        0,
        ...edited.splice(Math.floor(random() * edited.length), 2),
      );
    const truth = new Int32Array(Math.max(0, at - 1)).fill(-1);
    let to = 0;
    for (const { signs: all } of edited) {
      for (const sign of all) {
        if (sign.from >= 0) truth[sign.from] = to;
        to += 1;
      }
      to += 1;
    }
    const later = edited.map(({ block, signs: all }): TextBlock => ({
      ...block,
      text: all.map((sign) => sign.text).join(''),
    }));
    yield { name: `own ${index}`, earlier: blocks, later, truth };
  }
}

interface Signs {
  readonly block: TextBlock;
  readonly signs: readonly Sign[];
}

function editBlock(block: Signs, all: readonly Signs[], random: () => number): readonly Signs[] {
  const roll = random();
  if (roll < 0.55) return [block];
  if (roll < 0.63) return [];
  if (roll < 0.7)
    return [{ block: { kind: 'prose', text: '' }, signs: written(pick(random, all), random) }, block];
  let { signs } = block;
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times && signs.length > 4; time += 1) {
    const at = Math.floor(random() * signs.length);
    const length = Math.floor(random() * Math.min(24, signs.length / 3));
    const words =
      random() < 0.35 ? [] : written(pick(random, all), random).slice(0, 1 + Math.floor(random() * 20));
    signs = [...signs.slice(0, at), ...words, ...signs.slice(at + (random() < 0.4 ? 0 : length))];
  }
  return [{ block: block.block, signs }];
}

/** New words, taken from some block so that they look like the others, and known for new. */
function written({ signs }: Signs, random: () => number): readonly Sign[] {
  const start = Math.floor(random() * Math.max(1, signs.length - 30));
  return signs.slice(start, start + 10 + Math.floor(random() * 60)).map(({ text }) => ({ text, from: -1 }));
}
